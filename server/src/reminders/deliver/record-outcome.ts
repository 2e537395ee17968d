import type { Outcome } from '@planwright/plugin-sdk';
import type { LocalizedText } from '@planwright/schema/text';
import { addMs, type Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';
import type { ReasonCode } from '../engine/occurrence.js';
import { reason } from '../engine/reasons.js';
import type { ChannelDescription, ReminderDeps } from '../ports.js';
import type { OpenDelivery } from './open-delivery.js';
import { reconcile, SETTLES_AFTER_MS, type Settled } from './reconcile.js';
import { afterOutcome, retryDelay } from './retry.js';

/** What becomes of a delivery. */
export type Fate =
  | { state: 'SENT' | 'DELIVERED'; ref?: string | undefined; sentAt: Instant; detail?: string | undefined }
  | { state: 'FAILED' | 'UNKNOWN'; code: ReasonCode; detail?: string | undefined }
  /** Again at this real time; `doubtful` = an earlier attempt may have arrived. */
  | { state: 'QUEUED'; nextAttemptAt: Instant; doubtful: boolean; detail?: string | undefined }
  /** The provider has to be asked first, at this real time. */
  | { state: 'SENDING'; askAt: Instant; asked: boolean; detail?: string | undefined };

/** So long after an attempt a provider knows of it. */
const ASK_AFTER_MS = 5_000;

/** Decides what follows from the outcome of an attempt and records it with the occurrences of the message. */
export async function recordOutcome(
  deps: ReminderDeps,
  description: ChannelDescription,
  delivery: OpenDelivery,
  outcome: Outcome,
  now: Instant,
): Promise<void> {
  const realNow = deps.clock.real();
  const fate = fateOf(deps, description, delivery, outcome, { now, realNow });
  await deps.database.work((tx) => applyFate(tx, delivery, fate, realNow, outcome.status));
}

function fateOf(
  deps: ReminderDeps,
  description: ChannelDescription,
  delivery: OpenDelivery,
  outcome: Outcome,
  { now, realNow }: { now: Instant; realNow: Instant },
): Fate {
  const { detail } = outcome;
  const after = afterOutcome(outcome, delivery.attempt, realNow, deps.random);
  switch (after.do) {
    case 'SENT':
      return { state: after.delivered ? 'DELIVERED' : 'SENT', ref: outcome.ref, sentAt: now, detail };
    case 'FAILED':
      // This attempt did not arrive; an earlier one may have.
      return delivery.doubtful
        ? { state: 'UNKNOWN', code: 'undecided', detail }
        : { state: 'FAILED', code: after.because, detail };
    case 'RETRY':
      return { state: 'QUEUED', nextAttemptAt: after.at, doubtful: false, detail };
    case 'RECONCILE':
      return { ...reconciled(deps, description, delivery, { now, realNow }), detail };
    default:
      return after satisfies never;
  }
}

/** What becomes of an attempt of which nobody has recorded the end. `settled`: what the provider said when it was asked. */
export function reconciled(
  deps: Pick<ReminderDeps, 'random'>,
  { dedupe, settles, settlesAfterMs = SETTLES_AFTER_MS }: ChannelDescription,
  { startedAt, asked, attempt }: OpenDelivery,
  { now, realNow }: { now: Instant; realNow: Instant },
  settled?: Settled,
): Fate {
  const decision = reconcile(dedupe, { startedAt, asked }, realNow, settled, settlesAfterMs);
  switch (decision.do) {
    case 'SENT':
      return { state: decision.delivered ? 'DELIVERED' : 'SENT', sentAt: now };
    case 'FAILED':
      return { state: 'FAILED', code: 'rejected' };
    case 'RESEND':
      return {
        state: 'QUEUED',
        nextAttemptAt: addMs(realNow, resendDelay(deps, attempt)),
        doubtful: dedupe.how !== 'lookup',
      };
    case 'ASK':
      if (!settles) return { state: 'UNKNOWN', code: 'undecided' };
      // Too early to be believed: that was no answer yet.
      if (settled === 'absent') return { state: 'SENDING', askAt: addMs(startedAt, settlesAfterMs), asked: false };
      return { state: 'SENDING', askAt: addMs(realNow, asked === 0 ? 0 : ASK_AFTER_MS * 2 ** asked), asked: true };
    case 'UNKNOWN':
      return { state: 'UNKNOWN', code: 'undecided' };
    default:
      return decision satisfies never;
  }
}

/** The first resend after a crash goes at once: somebody waits for it. */
const resendDelay = ({ random }: Pick<ReminderDeps, 'random'>, attempt: number): number =>
  attempt <= 3 ? 0 : retryDelay(attempt, random);

/**
 * Writes a fate, if this attempt is still the latest one: an answer that comes after somebody else has taken over is only noted, unless
 * it says more than is known.
 */
export async function applyFate(
  sql: Sql,
  { id, attempt }: Pick<OpenDelivery, 'id' | 'attempt'>,
  fate: Fate,
  realNow: Instant,
  outcome: string,
): Promise<void> {
  const because: { code: ReasonCode; text: LocalizedText } | undefined =
    'code' in fate ? { code: fate.code, text: reason(fate.code).text } : undefined;
  const certain = fate.state === 'SENT' || fate.state === 'DELIVERED';
  await Promise.all([
    sql.rows(
      `update delivery_attempt set finished_at = $3::timestamptz, outcome = $4, detail = $5
       where delivery_id = $1::uuid and attempt = $2`,
      [id, attempt, realNow, outcome, fate.detail ?? null],
    ),
    sql.rows(
      `with written as (
         update delivery set state = $3, provider_ref = coalesce($4, provider_ref), sent_at = coalesce($5::timestamptz, sent_at),
           detail = coalesce($6, detail), reason = $7::jsonb, next_attempt_at = $8::timestamptz,
           lease_until = case when $9::timestamptz is null then null else
             clock_timestamp() + ($9::timestamptz - $10::timestamptz) end,
           asked = asked + case when $14::boolean then 1 else 0 end,
           doubtful = doubtful or $11::boolean
         where id = $1::uuid and attempts = $2
           and (state = 'SENDING' or ($12::boolean and state in ('QUEUED', 'UNKNOWN')))
         returning id
       )
       update reminder_occurrence o set state = $3, sent_at = coalesce($5::timestamptz, o.sent_at),
         reason_code = $13, reason = $7::jsonb
       from written where o.delivery_id = written.id and o.state in ('QUEUED', 'SENDING', 'UNKNOWN')`,
      [
        id,
        attempt,
        fate.state,
        'ref' in fate ? (fate.ref ?? null) : null,
        'sentAt' in fate ? fate.sentAt : null,
        fate.detail ?? null,
        because ? JSON.stringify(because.text) : null,
        fate.state === 'QUEUED' ? fate.nextAttemptAt : null,
        fate.state === 'SENDING' ? fate.askAt : null,
        realNow,
        fate.state === 'QUEUED' && fate.doubtful,
        certain,
        because?.code ?? null,
        fate.state === 'SENDING' && fate.asked,
      ],
    ),
  ]);
}
