import type { EnrolmentStatus } from '@planwright/schema/engine';
import type { Share, ShareName } from '@planwright/schema/figures';
import type { ItemKind, Requirement } from '@planwright/schema/kinds';

/** What one person did in one plan, and what was measured for them: one row a person, so that statistics get plain vectors. */
export interface PersonRow {
  enrolmentId: string;
  personId: string;
  name: string;
  departmentId: string | null;
  jobRole: string | null;
  mentorId: string | null;
  mentorName: string | null;
  versionId: string;
  status: EnrolmentStatus;
  startsOn: string;
  process: ProcessFigures;
  items: ItemFact[];
  /** By metric: the last value before the plan started, and the last one since. */
  baseline: Record<string, number>;
  outcome: Record<string, MeasuredValue>;
}

export interface MeasuredValue {
  value: number;
  measuredOn: string;
  /** Whose single answer to a survey it is; never shown, so that people can be counted who answer for several. */
  raterId?: string;
}

export interface ProcessFigures extends Record<ShareName, Share> {
  /** Spent on courses, as reported; null when nobody said. */
  minutes: number | null;
  /** Mean score of what was scored, 0–100. */
  quality: number | null;
  /** Mean hours from a submission to its review. */
  mentorResponseHours: number | null;
  /** People of other departments that this person worked with in shared tasks and meetings. */
  contacts: number;
  /** Documents and links handed in. */
  sharedDocuments: number;
}

/** One item that applies to the person. */
export interface ItemFact {
  key: string;
  kind: ItemKind;
  requirement: Requirement;
  done: boolean;
  /** Absent where there is no due date, or not decided yet. */
  onTime?: boolean;
  score?: number;
  /** Spent on it, as the learner said. */
  minutes?: number;
}
