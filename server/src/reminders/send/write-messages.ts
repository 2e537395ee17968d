import { addMs, type Instant } from '@planwright/schema/time';
import type { Tx } from '../../database/sql.js';
import { deliverToInbox } from '../../inbox/deliver-to-inbox.js';
import { inboxWay, type Way } from '../deliver/way.js';
import { deliverAt, reason } from '../engine/index.js';
import { deferOccurrences, endOccurrences, storeOccurrences } from '../plan/occurrence-rows.js';
import type { Subjects } from '../plan/subjects.js';
import { withinBudget } from './budget.js';
import { releaseClaims } from './claim-due.js';
import type { Cleared } from './clear-to-send.js';
import { composeMessages, type NeededOccurrence } from './compose-messages.js';
import { type DueNow, hoursOf } from './gather-due.js';
import { readSentToday } from './sent-today.js';
import { type NewDelivery, writeDeliveries } from './write-deliveries.js';

/** What a rule or a channel could not say waits so long, in the workspace's time. */
const PAUSE_MS = 60_000;

export interface Moment {
  now: Instant;
  realNow: Instant;
}

/**
 * One transaction: ends what is not needed, puts off what has to wait, and writes messages with their occurrences in them. Enrolments in
 * which something has happened since they were read are left for the next round.
 * @returns messages of which the bytes may leave now
 */
export async function writeMessages(
  tx: Tx,
  workspaceId: string,
  way: Way,
  gathered: DueNow,
  cleared: Cleared,
  moment: Moment,
): Promise<NewDelivery[]> {
  const { now } = moment;
  // A person's messages are composed one after the other, on whatever route: the day's budget is counted under this lock.
  const recipients = [...new Set(gathered.due.map(({ recipientId }) => recipientId))];
  await tx.rows('select id from person where id = any($1::uuid[]) order by id for no key update', [recipients]);
  const changed = await changedSince(tx, gathered.subjects);
  const steady = <T extends { enrolmentId: string }>(list: readonly T[]) =>
    list.filter(({ enrolmentId }) => !changed.has(enrolmentId));

  await endOccurrences(
    tx,
    cleared.gone.map(({ id, reason: { code, text } }) => ({ id, state: 'SUPPRESSED', code, text })),
  );
  await storeOccurrences(
    tx,
    workspaceId,
    steady(cleared.added).flatMap((occurrence) => {
      const person = gathered.people.get(occurrence.recipientId);
      return person ? [{ ...occurrence, deliverAt: deliverAt(occurrence, now, hoursOf(person, gathered)) }] : [];
    }),
    now,
  );
  await deferOccurrences(
    tx,
    cleared.undecided.map(({ id }) => ({ id, deliverAt: addMs(now, PAUSE_MS) })),
  );
  for (const { ids, waitMs } of cleared.refused) await releaseClaims(tx, ids, waitMs);
  await releaseClaims(
    tx,
    gathered.due.filter(({ enrolmentId }) => changed.has(enrolmentId)).map(({ id }) => id),
  );
  const leaving = await write(tx, workspaceId, way, gathered, steady(cleared.send), moment);
  await write(tx, workspaceId, way.kind === 'CHANNEL' ? inboxWay : way, gathered, steady(cleared.unreachable), moment);
  return leaving;
}

async function write(
  tx: Tx,
  workspaceId: string,
  way: Way,
  gathered: DueNow,
  list: readonly NeededOccurrence[],
  moment: Moment,
): Promise<NewDelivery[]> {
  if (list.length === 0) return [];
  const { people, settings, subjects } = gathered;
  const { now } = moment;
  const sent = await readSentToday(tx, people, way.route, now);
  const messages: NewDelivery[] = [];
  const dropped: string[] = [];
  const waiting: { id: string; deliverAt: Instant }[] = [];
  for (const [personId, own] of Map.groupBy(list, ({ recipientId }) => recipientId)) {
    const person = people.get(personId);
    const today = sent.get(personId);
    if (!person || !today) continue;
    const disturbs = way.route.integrationId !== null || way.route.contribution !== null;
    const limits = { sentToday: today.count, limit: settings.dailyBudget };
    const { send, wait, drop } = disturbs
      ? withinBudget(own, limits, now, hoursOf(person, gathered))
      : { send: own, wait: [], drop: [] };
    dropped.push(...drop.map(({ id }) => id));
    waiting.push(...wait.map((one) => ({ id: one.occurrence.id, deliverAt: one.deliverAt })));
    const bytes = way.kind === 'CHANNEL' ? way.description.bytes : undefined;
    for (const message of composeMessages(person, way.route, send, subjects, { bytes, taken: today.hashes })) {
      const [first] = message.occurrences;
      if (first) messages.push({ ...message, id: crypto.randomUUID(), channel: first.channel });
    }
  }
  const { code, text } = reason('budget');
  await endOccurrences(
    tx,
    dropped.map((id) => ({ id, state: 'EXPIRED', code, text })),
  );
  await deferOccurrences(tx, waiting);
  await writeDeliveries(tx, workspaceId, way, messages, moment);
  if (way.kind === 'INBOX') {
    const inbox = messages.map(({ key, personId, title, markdown, link }) => ({
      deliveryKey: key,
      personId,
      title,
      markdown,
      link,
      at: now,
    }));
    await deliverToInbox(tx, workspaceId, inbox);
  }
  return way.kind === 'CHANNEL' ? messages : [];
}

/** Those of which something has changed since they were read; nobody changes the others until this transaction ends. */
async function changedSince(tx: Tx, { byEnrolment }: Subjects): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string; revision: string }>(
    `select enrolment_id as id, revision::text as revision from reminder_watermark
     where enrolment_id = any($1::uuid[]) order by enrolment_id for update`,
    [[...byEnrolment.keys()]],
  );
  return new Set(rows.filter(({ id, revision }) => byEnrolment.get(id)?.revision !== revision).map(({ id }) => id));
}
