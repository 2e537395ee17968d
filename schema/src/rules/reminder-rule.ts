import type { WorkingDayCalendar } from '../calendar/index.js';
import type { ReminderRecipient } from '../definition/index.js';
import type { WorkspaceSettings } from '../engine/index.js';
import type { LocalizedText } from '../text/index.js';
import type { Instant } from '../time/index.js';
import type { PlanProgress } from './plan-progress.js';

/** What a rule is asked: every firing in [from, until). */
export interface RuleEnvironment {
  from: Instant;
  until: Instant;
  calendar: WorkingDayCalendar;
  workspace: WorkspaceSettings;
}

/** One firing of a rule for one person, as of the progress the rule was given. */
export interface RuleOccurrence {
  /** `PlanProgress.person` */
  person: string;
  /** Unique among this rule's firings for this person, and the same whenever the rule is asked again: the idempotency key. */
  key: string;
  /** The instant to announce it; quiet hours and working days of the recipient may defer it. */
  at: Instant;
  /** Announces a deadline that no daily budget may drop. */
  hard: boolean;
  /** The message, neutral as to who reads it: “《…》 is due on Friday, 9 January, 18:00”. Markdown without HTML. */
  about: LocalizedText;
  /** Why it fires, for the one who asks: “three working days before the due date”. */
  why: LocalizedText;
  itemKey?: string;
  stepKey?: string;
  /** Instead of the plan's recipients: the next rung of an escalation. */
  to?: ReminderRecipient[];
  /** Pointless from then on: an outage longer than this drops it, and HR sees that. Absent = the plan's end. */
  expiresAt?: Instant;
}

/** After an outage: everything that was missed, the latest of each rule and person, or nothing. */
export type CatchUp = 'ALL' | 'LATEST' | 'NONE';

/** A rule as the pure engine runs it. Batched; no I/O, no clock, no random: the same answer in any process. */
export type OccurrencesOf = (
  people: readonly PlanProgress[],
  params: Record<string, unknown>,
  environment: RuleEnvironment,
) => RuleOccurrence[];
