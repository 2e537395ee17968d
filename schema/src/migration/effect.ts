import type { PlanDefinition } from '../definition/index.js';
import type {
  DatePolicy,
  EnrolmentEvent,
  ItemMapping,
  NewEvent,
  NewItemPolicy,
  ProgressFigures,
  VersionId,
} from '../engine/index.js';
import type { LocalizedText } from '../text/index.js';
import type { Instant } from '../time/index.js';
import type { PersonChange } from './person-change.js';

/** A definition under the id that events name it by. A draft gets a provisional id for a preview. */
export interface DefinedVersion {
  versionId: VersionId;
  definition: PlanDefinition;
}

export interface MigrationSettings {
  migrationId: string;
  /** What was mapped by hand; the rest goes by the defaults of `completeMapping`. */
  mapping?: readonly ItemMapping[];
  /** KEEP unless told. */
  dates?: DatePolicy;
  /** WAIVE_IF_PAST unless told. */
  newItems?: NewItemPolicy;
  /** What becomes of people whose last due date has passed: STAY unless told, for their results are the old version's. */
  ended?: 'STAY' | 'MOVE';
  /** Ids of enrolments that stay although they would move: HR has unticked them. */
  leaveOut?: readonly string[];
  /** Who moves them: a person's id or `system`. */
  actor: string;
  /** Adds `stateAfter`, which costs as much as the rest: for comparing states, not for showing them. */
  states?: boolean;
}

/** One enrolment with everything recorded of it. */
export interface RecordedEnrolment {
  id: string;
  events: readonly EnrolmentEvent[];
  /** Takes part in an experiment that still runs: moving would spoil its arm. */
  inRunningExperiment?: boolean;
}

export type NewEventOf<T extends NewEvent['type']> = Extract<NewEvent, { type: T }>;

export interface DueChange {
  /** Key in the new version. */
  itemKey: string;
  /** Absent = it had none, or is new. */
  before?: Instant;
  /** Absent = it has none, or waits for something. */
  after?: Instant;
}

/** What a migration does to one person. Item keys are those of the new version. */
export interface MigrationChanges {
  /** Was done and has to be done again. */
  reopened: string[];
  /** Counts as done because of another item, or of a score that was judged again. */
  credited: string[];
  /** Has no counterpart in the old version and is to be done. */
  newItems: string[];
  /** Has no counterpart and is excused because its window had closed. */
  waived: string[];
  /** Due dates of what is still to be done, where they change. */
  dueChanges: DueChange[];
  /** Everything that differs for the person, the lists above included: what is shown in words. */
  changes: PersonChange[];
  /** How the person stands before and after; absent for who is not moved. */
  progress?: { before: ProgressFigures; after: ProgressFigures };
}

export type MigrationEffect = MigrationChanges & { enrolmentId: string } & (
    | {
        effect: 'MOVES';
        reason?: undefined;
        ended?: undefined;
        leftOut?: undefined;
        /** Recording this event does exactly what the preview says. */
        event: NewEventOf<'migrated'>;
        /** `stateHash` of the person afterwards, when `states` asks for it. */
        stateAfter?: string;
      }
    | {
        effect: 'STAYS' | 'BLOCKED';
        reason: LocalizedText;
        /** Stays only because their last due date has passed: HR may move them on purpose. */
        ended?: true;
        /** Stays only because HR has left them out. */
        leftOut?: true;
        event?: undefined;
        stateAfter?: undefined;
      }
  );
