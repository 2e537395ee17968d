/** What becomes of the plans of somebody who leaves: they wait, end, or stay as they are. */
export const LEAVER_ENROLMENTS = ['PAUSE', 'CANCEL', 'KEEP'] as const;
export type LeaverEnrolments = (typeof LEAVER_ENROLMENTS)[number];
