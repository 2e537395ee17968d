import type { AllocationUnit, Member } from './experiment-data.js';

/** What somebody was drawn together with; whoever belongs to nothing was drawn alone. */
export const clusterKeyOf = (unit: AllocationUnit, { mentorId, departmentId, personId }: Member): string =>
  (unit === 'MENTOR' ? mentorId : unit === 'DEPARTMENT' ? departmentId : null) ?? `person:${personId}`;
