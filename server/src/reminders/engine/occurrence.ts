import { createHash } from 'node:crypto';
import type { Reminder, ReminderRecipient } from '@planwright/schema/definition';
import type { LocalizedText } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';

/** A channel as plans name it; a workspace maps each to an integration, or to the inbox. */
export type LogicalChannel = Reminder['channels'][number];

export const OCCURRENCE_STATES = [
  'PLANNED',
  'QUEUED',
  'SENDING',
  'SENT',
  'DELIVERED',
  'UNKNOWN',
  'SUPPRESSED',
  'EXPIRED',
  'FAILED',
] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

/** States in which nothing is under way any more. SENT and UNKNOWN may still become better known, and nothing else. */
export const isTerminal = (state: OccurrenceState): boolean =>
  state !== 'PLANNED' && state !== 'QUEUED' && state !== 'SENDING';

/** What an occurrence is, and is only once: the unique tuple of the ledger. */
export interface OccurrenceIdentity {
  enrolmentId: string;
  /** The reminder's key in the plan. */
  ruleKey: string;
  /** The firing's key, as the rule gave it. */
  key: string;
  /** Person who gets the message. */
  recipientId: string;
  channel: LogicalChannel;
}

/** One firing of a rule for one recipient on one channel. What was planned is stored and never derived again. */
export interface PlannedOccurrence extends OccurrenceIdentity {
  /** UUID version 5 of the identity: the same wherever and whenever it is planned. */
  id: string;
  /** The role in which the recipient gets it. */
  role: ReminderRecipient;
  /** The instant that the rule gave. When it goes out is `deliverAt`. */
  at: Instant;
  /** Announces a deadline: no budget drops it. */
  hard: boolean;
  /** Pointless from then on. */
  expiresAt?: Instant;
  about: LocalizedText;
  why: LocalizedText;
  itemKey?: string;
  stepKey?: string;
}

/** Why something did not go out, or is not known to have arrived; for HR and for the one who asks. */
export interface Reason {
  code: ReasonCode;
  text: LocalizedText;
}

export type ReasonCode =
  /** the item or step was done, excused, or does not apply any more */
  | 'not-needed'
  /** the person left, is paused, or has lost access */
  | 'person-inactive'
  /** the workspace that this one is a copy of has said it */
  | 'told-before'
  /** somebody cancelled it */
  | 'cancelled-by-person'
  /** after an outage, by the rule's catch-up policy */
  | 'superseded'
  | 'missed'
  /** its time had passed */
  | 'stale'
  /** the person's messages of the day were used up until it was pointless */
  | 'budget'
  /** no integration or address reaches the person */
  | 'unreachable'
  | 'rejected'
  | 'gave-up'
  /** cut after the bytes left, and nobody can tell */
  | 'undecided';

/** Namespace of Planwright's occurrences, for UUID version 5. */
const NAMESPACE = Buffer.from('6f0c1d9a5b4e4f52a3c87d0e9b1f2a34', 'hex');

/** UUID version 5 (RFC 9562 section 5.5) of a text, in Planwright's own namespace. */
export function stableId(text: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The id of an occurrence; JSON keeps the parts apart whatever characters they hold. */
export function occurrenceId({ enrolmentId, ruleKey, key, recipientId, channel }: OccurrenceIdentity): string {
  return stableId(JSON.stringify([enrolmentId, ruleKey, key, recipientId, channel]));
}
