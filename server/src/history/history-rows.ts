import type { Facts } from '@planwright/schema/definition';
import type { ReviewDecision } from '@planwright/schema/engine';
import type { LocalizedText } from '@planwright/schema/text';
import type { PlainDate, Zone } from '@planwright/schema/time';
import type { Metric } from '../outcomes/index.js';

/** Where a row stands, for what is told of it. */
interface Place {
  line: number;
}

export interface PersonLine extends Place {
  key: string;
  name: string;
  email: string | null;
  department: string | null;
  jobRole: string | null;
  managerKey: string | null;
  joinedOn: PlainDate | null;
  zone: Zone | null;
  active: boolean;
  facts: Facts;
}

export interface CohortLine extends Place {
  key: string;
  name: string;
  /** Name of the file under `plans/`, without its ending. */
  plan: string;
  startsOn: PlainDate;
}

export interface EnrolmentLine extends Place {
  cohortKey: string;
  personKey: string;
  mentorKey: string | null;
  startsOn: PlainDate | null;
  /** As it stands in the file: read once the person's zone is known. */
  enrolledAt: string | null;
}

export const HISTORY_EVENTS = [
  'start',
  'complete',
  'submit',
  'review',
  'score',
  'excuse',
  'reopen',
  'change-due',
  'assign-mentor',
  'pause',
  'resume',
  'cancel',
] as const;
export type HistoryEventKind = (typeof HISTORY_EVENTS)[number];

export interface EventLine extends Place {
  cohortKey: string;
  personKey: string;
  kind: HistoryEventKind;
  /** As it stands in the file. */
  at: string;
  itemKey: string | null;
  stepKey: string | null;
  score: number | null;
  minutes: number | null;
  decision: ReviewDecision | null;
  artefact: string | null;
  comment: string | null;
  /** The new due date of `change-due`. */
  due: string | null;
  /** Who did it, or who becomes mentor. */
  byKey: string | null;
  /** Of everything the row says: the same row again is known by it. */
  digest: string;
}

export interface MetricLine extends Place, Omit<Metric, 'source' | 'title'> {
  title: LocalizedText;
}

export interface MeasurementLine extends Place {
  metricKey: string;
  personKey: string;
  measuredOn: PlainDate;
  value: number;
  baseline: boolean;
}
