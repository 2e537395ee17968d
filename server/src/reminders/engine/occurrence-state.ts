import type { OccurrenceState } from './occurrence.js';

/** What happens to an occurrence. Deliveries (digests) go through the same states from QUEUED on. */
export type OccurrenceAct =
  /** it was put into a delivery */
  | 'queue'
  /** taken out of a delivery again: the daily budget is used up, or the message was full */
  | 'release'
  /** the attempt is written, the bytes may leave */
  | 'begin'
  /** surely nothing left the machine, or the provider said later */
  | 'retry'
  | 'accept'
  | 'deliver'
  | 'lose'
  | 'reject'
  | 'suppress'
  /** the closed item was reopened before the occurrence was due */
  | 'revive'
  | 'expire';

const MOVES: Record<OccurrenceState, Partial<Record<OccurrenceAct, OccurrenceState>>> = {
  PLANNED: { queue: 'QUEUED', suppress: 'SUPPRESSED', expire: 'EXPIRED', reject: 'FAILED' },
  QUEUED: { release: 'PLANNED', begin: 'SENDING', suppress: 'SUPPRESSED', expire: 'EXPIRED', reject: 'FAILED' },
  // A resend after reconciling begins again: `begin` from SENDING.
  SENDING: {
    begin: 'SENDING',
    retry: 'QUEUED',
    accept: 'SENT',
    deliver: 'DELIVERED',
    lose: 'UNKNOWN',
    reject: 'FAILED',
    // Only after it was found that nothing had arrived.
    suppress: 'SUPPRESSED',
    expire: 'EXPIRED',
  },
  SENT: { deliver: 'DELIVERED', reject: 'FAILED' },
  DELIVERED: {},
  // What a provider tells later makes it known.
  UNKNOWN: { accept: 'SENT', deliver: 'DELIVERED', reject: 'FAILED' },
  SUPPRESSED: { revive: 'PLANNED' },
  EXPIRED: {},
  FAILED: {},
};

/** States in which nothing is under way any more. SENT and UNKNOWN may still become better known, and nothing else. */
export const isTerminal = (state: OccurrenceState): boolean =>
  state !== 'PLANNED' && state !== 'QUEUED' && state !== 'SENDING';

/** The state after an act; undefined = it cannot happen from here. */
export const afterAct = (state: OccurrenceState, act: OccurrenceAct): OccurrenceState | undefined => MOVES[state][act];

/** As `afterAct`. @throws Error when it cannot happen: a bug of the caller */
export function move(state: OccurrenceState, act: OccurrenceAct): OccurrenceState {
  const next = afterAct(state, act);
  if (next === undefined) throw new Error(`An occurrence that is ${state} cannot ${act}`);
  return next;
}
