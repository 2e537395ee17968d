import type { Share } from '@planwright/schema/figures';
import type { PersonRow } from './person-row.js';

/** 0–100; null while nothing counts. */
const percent = ({ count, of }: Share): number | null => (of === 0 ? null : (100 * count) / of);

/** The value of any metric for one person: of the plan's own course, or as it was measured. null = there is none. */
export function metricValue(row: PersonRow, metricKey: string): number | null {
  const { process } = row;
  switch (metricKey) {
    case 'completion':
      return percent(process.completion);
    case 'learning-minutes':
      return process.minutes;
    case 'on-time':
      return percent(process.onTime);
    case 'quality':
      return process.quality;
    case 'mentor-response':
      return process.mentorResponseHours;
    case 'contacts':
      return process.contacts;
    case 'shared-documents':
      return process.sharedDocuments;
    default:
      return row.outcome[metricKey]?.value ?? null;
  }
}
