import { addMs, type Instant } from '@planwright/schema/time';
import type { Tx } from '../../database/sql.js';
import { workspaceEnvironment } from '../../plans/workspace-environment.js';
import type { Attempt } from '../deliver/attempt-deliveries.js';
import { identitiesOf } from '../deliver/reach-person.js';
import { reconcile } from '../deliver/reconcile.js';
import type { Way } from '../deliver/way.js';
import { deferToOpening, isOpen, reason } from '../engine/index.js';
import { readRecipients } from '../plan/subjects.js';
import { hoursIn, readReminderSettings } from '../plan/workspace-hours.js';
import type { ReminderDeps } from '../ports.js';
import { beginAttempt, endDeliveries, putOffDelivery, type WaitingDelivery } from '../settle/waiting-deliveries.js';
import { linkOf } from './link-of.js';
import { noticesOfDeliveries } from './notice-rows.js';
import { wordsOf } from './send-notices.js';

const PAUSE_MS = 60_000;

/** Tries notices again that a channel put off, in the words that they had, as long as they are still needed. */
export async function retryNotices(
  deps: ReminderDeps,
  workspaceId: string,
  way: Extract<Way, { kind: 'CHANNEL' }>,
  list: readonly WaitingDelivery[],
  now: Instant,
): Promise<Attempt[]> {
  if (list.length === 0) return [];
  const people = await deps.database.look((tx) =>
    readRecipients(tx, [...new Set(list.map(({ personId }) => personId))]),
  );
  const recipients = [...people.values()];
  const addresses = await deps.channels.addresses(way.channel, recipients.map(identitiesOf));
  const addressOf = new Map(recipients.map(({ id }, index) => [id, addresses.ok ? addresses.value[index] : undefined]));
  const admitted = new Map<string, number | null>();
  for (const { id, personId } of list) {
    const granted = await deps.channels.admit(way.channel, way.description, personId);
    admitted.set(id, granted.ok ? null : granted.retryAfterMs);
  }
  const begun = await deps.database.work((tx) => begin(tx));
  return Promise.all(
    begun.map(async ({ attempt, notice }) => ({
      ...attempt,
      delivery: {
        ...attempt.delivery,
        link: await linkOf(deps.notices, attempt.delivery.key, notice, attempt.delivery.link),
      },
    })),
  );

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one transaction, whose steps share what they read
  async function begin(tx: Tx) {
    const realNow = deps.clock.real();
    const told = await noticesOfDeliveries(
      tx,
      list.map(({ id }) => id),
    );
    const words = await wordsOf(tx, deps, told, now);
    const settings = await readReminderSettings(tx, workspaceId);
    const environment = await workspaceEnvironment(tx, workspaceId, now);
    const attempts: { attempt: Attempt; notice: (typeof told)[number] }[] = [];
    for (const waiting of list) {
      const { id, personId, doubtful, firstStartedAt } = waiting;
      const notice = told.find(({ deliveryId }) => deliveryId === id);
      const person = people.get(personId);
      const isStale = !notice || notice.expiresAt <= now;
      const isNeeded = notice !== undefined && words.has(notice.id) && person?.active === true;
      const isLate =
        doubtful &&
        reconcile(way.description.dedupe, { startedAt: firstStartedAt, asked: 0 }, realNow).do === 'UNKNOWN';
      if (isStale || !isNeeded || isLate) {
        const known = reason(doubtful ? 'undecided' : isStale ? 'stale' : 'not-needed');
        const state = doubtful ? 'UNKNOWN' : isStale ? 'EXPIRED' : 'SUPPRESSED';
        await endDeliveries(tx, [{ id, state, ...known }]);
        continue;
      }
      const hours = hoursIn(person.zone, settings, environment);
      const waitMs = admitted.get(id);
      const address = addressOf.get(personId);
      if (!isOpen(now, hours)) await putOffDelivery(tx, id, deferToOpening(now, hours));
      else if (waitMs != null || !addresses.ok) await putOffDelivery(tx, id, addMs(realNow, waitMs ?? PAUSE_MS));
      else if (!address)
        await endDeliveries(tx, [{ id, state: doubtful ? 'UNKNOWN' : 'FAILED', ...reason('unreachable') }]);
      else
        attempts.push({
          attempt: { delivery: await beginAttempt(tx, waiting, realNow), name: person.name, address },
          notice,
        });
    }
    return attempts;
  }
}
