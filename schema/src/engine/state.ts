import type { PersonEvent } from '../calendar/index.js';
import type { Facts } from '../definition/index.js';
import type { Instant, PlainDate, Zone } from '../time/index.js';
import type { EnrolmentEvent, PersonId, VersionId } from './event.js';
import type { ItemRecord } from './item-record.js';
import type { PlanIndex } from './plan-index.js';
import type { Span } from './span.js';

/** A date as it was recorded. The last entry holds; the earlier ones say what held when something was delivered. */
export interface DateEntry {
  /** Holds from here on; absent = it always did. */
  from?: Instant;
  at: Instant;
  provisional: boolean;
  /** When it came to be in place of an earlier one: nobody was to act by it before. */
  knownFrom?: Instant;
  /** A person moved it: no rule and no calendar moves it again. */
  moved: boolean;
}

/** A version the person was moved away from. */
export interface Era {
  migrationId: string;
  at: Instant;
  /** As it was before the migration. */
  before: EnrolmentState;
  /** Position in the old version for each item and stage of the new one whose opening is carried over. */
  carriedItems: readonly (number | undefined)[];
  carriedStages: readonly (number | undefined)[];
  /** Events since: an undo folds them again over `before`. */
  since: readonly EnrolmentEvent[];
}

/** What the events of one enrolment say. Never changed, only replaced; holds nothing that time alone changes. */
export interface EnrolmentState {
  seq: number;
  versionId: VersionId;
  plan: PlanIndex | undefined;
  startsOn: PlainDate;
  zone: Zone;
  /** 00:00 of `startsOn` in `zone`. */
  startAt: Instant;
  /** undefined: the mentor left and nobody took over. */
  mentors: readonly { from: Instant; personId: PersonId | undefined }[];
  /** What was known of the person, by when it was recorded. */
  facts: readonly { from: Instant; facts: Facts }[];
  personEvents: Readonly<Partial<Record<PersonEvent, Instant>>>;
  partners: Readonly<Record<string, PersonId[]>>;
  pauses: readonly Span[];
  cancelledAt?: Instant;
  /** By position in the plan; absent = nothing was done on it. */
  items: readonly (ItemRecord | undefined)[];
  /** By slot of the plan. */
  dates: readonly (readonly DateEntry[] | undefined)[];
  /** Score of the plan as a whole, stored by a scorer under the plan's own key. */
  planScore?: number;
  eras: readonly Era[];
}

/** Before anything was recorded: only `enrolled` can follow. */
export function startState(): EnrolmentState {
  return {
    seq: 0,
    versionId: '',
    plan: undefined,
    startsOn: '',
    zone: '',
    startAt: '',
    mentors: [],
    facts: [],
    personEvents: {},
    partners: {},
    pauses: [],
    items: [],
    dates: [],
    eras: [],
  };
}

/** The plan a state stands on. @throws when nobody was enrolled yet, which is a bug of the caller */
export function planOf(state: EnrolmentState): PlanIndex {
  if (!state.plan) throw new Error('The first event of an enrolment is `enrolled`');
  return state.plan;
}

/** A copy with one entry replaced. */
export function withAt<T>(list: readonly T[], position: number, value: T): T[] {
  const copy = list.slice();
  copy[position] = value;
  return copy;
}
