import type { Facts } from '../definition/index.js';
import type { Instant, PlainDate, Zone } from '../time/index.js';

export type VersionId = string;
export type PersonId = string;

export type CarryPolicy = 'STATE' | 'SCORE' | 'RESET' | 'DROP';
export type DatePolicy = 'KEEP' | 'RECOMPUTE' | 'LATER_OF_BOTH';
/** REQUIRE_FROM_NOW: what has passed already is due as if it opened now, so that it reaches people without being late. */
export type NewItemPolicy = 'REQUIRE' | 'REQUIRE_FROM_NOW' | 'WAIVE_IF_PAST';
export type ReviewDecision = 'APPROVE' | 'RETURN' | 'REJECT';

/** One item of the old version and what becomes of it. `to` absent = no counterpart. */
export interface ItemMapping {
  from: string;
  to?: string;
  carry: CarryPolicy;
}

/** A file that was uploaded before, by the id that the server knows it by. */
export interface SubmittedFile {
  id: string;
  name: string;
}

/** The owner of a date: an item, a step of it, or a stage. */
export interface DateTarget {
  itemKey?: string;
  stepKey?: string;
  stageKey?: string;
  which: 'opens' | 'due';
}

export interface FixedDate extends DateTarget {
  at: Instant;
  /** Counted through a year without a published calendar; a `calendarPublished` may still move it. */
  provisional: boolean;
}

/** The closed set of section 3: every `type` with its `data`. */
export interface EventData {
  enrolled: { versionId: VersionId; startsOn: PlainDate; zone: Zone; mentorId?: PersonId; facts: Facts };
  factsChanged: { facts: Facts };
  /** PROMOTED or FIRST_SIGN_IN happened at `occurredAt`: what `anchor: { event }` waits for. */
  personEvent: { event: 'PROMOTED' | 'FIRST_SIGN_IN' };
  mentorAssigned: { personId: PersonId };
  /** They left and nobody took over: from then on HR reviews, until somebody is assigned. */
  mentorLeft: { personId: PersonId };
  partnersChosen: { itemKey: string; personIds: PersonId[] };
  dateFixed: FixedDate;
  /**
   * `dates` are the provisional dates as they are now that the year is known. `corrects`: the year was known before and said something
   * else; then they are the dates to come that it moves, certain ones too.
   */
  calendarPublished: { calendar: string; year: number; dates: FixedDate[]; corrects?: true };
  started: { itemKey: string };
  completed: { itemKey: string; minutes?: number; source: 'MARKED' | 'EXTERNAL' };
  /** `files` are kept by the server; their names stay here also where the files themselves are not. */
  submitted: {
    itemKey: string;
    stepKey?: string;
    attempt: number;
    artefact?: string;
    files?: SubmittedFile[];
    comment?: string;
  };
  reviewed: {
    itemKey: string;
    attempt: number;
    decision: ReviewDecision;
    comment?: string;
    criteria?: { key: string; score: number }[];
  };
  /** `by`: a person's id, or `core/rubric@1.0.0#hash-of-inputs` (`scorerName`). Under the plan's own key: the plan's score. */
  scored: { itemKey: string; score: number; by: string };
  excused: { itemKey: string; reason: string };
  reopened: { itemKey: string; reason: string };
  dueChanged: { itemKey: string; stepKey?: string; reason: string; at: Instant };
  migrated: {
    migrationId: string;
    fromVersionId: VersionId;
    toVersionId: VersionId;
    mapping: ItemMapping[];
    datePolicy: DatePolicy;
    newItems: NewItemPolicy;
    /** Every date as it holds in the new version. */
    dates: FixedDate[];
    /** Items of the new version that are excused because their window had closed. */
    waived: string[];
  };
  migrationUndone: { migrationId: string };
  cancelled: { reason: string };
  /** From here on the enrolment goes on as if the cancellation had been a pause. */
  cancellationUndone: { reason: string };
  paused: { reason: string };
  resumed: { reason: string };
}

export type EventType = keyof EventData;

export type EventOf<T extends EventType> = {
  /** Order of recording, from 1 and gap-free per enrolment. The fold goes by it. */
  seq: number;
  recordedAt: Instant;
  /** Counts for dates and on-time. Never after `recordedAt`, never before the item opened. */
  occurredAt: Instant;
  /** A person's id, or `system`, or `connector:…`. */
  actor: string;
  type: T;
  data: EventData[T];
};

export type EnrolmentEvent = { [T in EventType]: EventOf<T> }[EventType];

/** An event that is not recorded yet: the store gives it its `seq` and `recordedAt`. */
export type NewEvent = { [T in EventType]: Omit<EventOf<T>, 'seq' | 'recordedAt'> }[EventType];

const SCORER = /^[a-z0-9-]+\/[a-z0-9-]+@\d/;

/** Whether a score was computed by a plugin, as against given by a person or connector. */
export const isScorer = (by: string): boolean => SCORER.test(by);

/** `by` of a computed score: which scorer, in which version, of which inputs (`evidenceHash`). */
export const scorerName = (use: string, version: string, inputs: string): string => `${use}@${version}#${inputs}`;
