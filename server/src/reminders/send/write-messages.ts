import { addMs, type Instant } from '@planwright/schema/time';
import { columns, statement, type Tx } from '../../database/index.js';
import { deliverToInbox } from '../../inbox/index.js';
import { PersonEntity } from '../../people/entities.js';
import type { Way } from '../deliver/way.js';
import { deliverAt } from '../engine/deliver-at.js';
import type { LogicalChannel } from '../engine/occurrence.js';
import { reason } from '../engine/reasons.js';
import type { NoticeWords } from '../notices/notice.js';
import { holdNotices } from '../notices/notice-rows.js';
import { wordsOf } from '../notices/notice-words.js';
import { endOccurrences, storeOccurrences } from '../plan/occurrence-rows.js';
import type { Subjects } from '../plan/subjects.js';
import type { ReminderDeps } from '../ports.js';
import { withinBudget } from './budget.js';
import { composeMessages, composeNotice, type MessageToSend } from './compose-messages.js';
import { bundlesOf, type Due, type DueNotice, isLetter, type Needed } from './due.js';
import { deferDue, endDue, releaseDue } from './due-rows.js';
import { type DueNow, hoursOf } from './gather-due.js';
import type { Reached } from './reach.js';
import type { RecheckedOccurrences } from './recheck-occurrences.js';
import { readSentToday } from './sent-today.js';
import { type NewDelivery, writeDeliveries } from './write-deliveries.js';

/** What a rule or a channel could not say waits so long, in the workspace's time. */
const PAUSE_MS = 60_000;
const DAY_MS = 24 * 3_600_000;

const HOLD_PEOPLE = statement(
  columns(PersonEntity, 'id', 'active'),
  'select id, active from person where id = any($1::uuid[]) order by id for no key update',
);

export interface Moment {
  now: Instant;
  realNow: Instant;
}

/** A way, and which channel of plans it is. */
export type NamedWay = Way & { logical: LogicalChannel };

/** Ends what is not needed, and puts off what no rule can answer for now. */
export async function writeRechecked(
  tx: Tx,
  workspaceId: string,
  gathered: DueNow,
  { gone, added, undecided }: Omit<RecheckedOccurrences, 'needed'>,
  now: Instant,
): Promise<void> {
  const changed = await changedSince(tx, gathered.subjects);
  await endOccurrences(
    tx,
    gone.map(({ id, reason: { code, text } }) => ({ id, state: 'SUPPRESSED', code, text })),
  );
  await storeOccurrences(
    tx,
    workspaceId,
    added.flatMap((occurrence) => {
      const person = gathered.people.get(occurrence.recipientId);
      if (!person || changed.has(occurrence.enrolmentId)) return [];
      return [{ ...occurrence, deliverAt: deliverAt(occurrence, now, hoursOf(person, gathered)) }];
    }),
    now,
  );
  await deferDue(
    tx,
    undecided.map((due) => ({ ...due, deliverAt: addMs(now, PAUSE_MS) })),
  );
}

/**
 * In one transaction: puts off what has to wait, and writes messages with what they tell in them. Enrolments in which something has
 * happened since they were read are left for the next round.
 */
export async function writeMessages(
  tx: Tx,
  deps: ReminderDeps,
  workspaceId: string,
  way: NamedWay,
  gathered: DueNow,
  reached: Reached,
  moment: Moment,
): Promise<NewDelivery[]> {
  const { send, refused, unanswered } = reached;
  // A person's messages are composed one after the other, on whatever route: the day's budget is counted under this lock.
  const recipients = [...new Set(send.map(({ recipientId }) => recipientId))];
  const held = await tx.rows(HOLD_PEOPLE, [recipients]);
  const there = new Set(held.flatMap(({ id, active }) => (active ? [id] : [])));
  const changed = await changedSince(tx, gathered.subjects);
  // Who has left since they were looked at gets nothing; the next round ends it.
  const isSteady = (due: Needed) =>
    there.has(due.recipientId) && (due.kind === 'NOTICE' || !changed.has(due.enrolmentId));
  await deferDue(
    tx,
    unanswered.map((due) => ({ ...due, deliverAt: addMs(moment.now, PAUSE_MS) })),
  );
  for (const { due, waitMs } of refused) await releaseDue(tx, due, waitMs);
  await releaseDue(
    tx,
    send.filter((due) => !isSteady(due)),
  );
  const messages = await compose(tx, deps, way, gathered, send.filter(isSteady), moment.now);
  await writeDeliveries(tx, workspaceId, way, messages, moment);
  if (way.kind === 'INBOX') {
    const inbox = messages.map(({ key, personId, title, markdown, link }) => ({
      deliveryKey: key,
      personId,
      title,
      markdown,
      link,
      at: moment.now,
    }));
    await deliverToInbox(tx, workspaceId, inbox);
  }
  return messages;
}

/** The messages that fit into each person's day; the rest waits, or ends. */
async function compose(
  tx: Tx,
  deps: ReminderDeps,
  way: NamedWay,
  gathered: DueNow,
  list: readonly Needed[],
  now: Instant,
): Promise<NewDelivery[]> {
  const { people, settings, subjects } = gathered;
  const told = await tellableNotices(tx, deps, list, now);
  const sent = await readSentToday(tx, people, way.route, now);
  const disturbs = way.route.integrationId !== null || way.route.contribution !== null;
  const bytes = way.kind === 'CHANNEL' ? way.description.bytes : undefined;
  const messages: MessageToSend[] = [];
  const dropped: Needed[] = [];
  const waiting: (Needed & { deliverAt: Instant })[] = [];
  for (const bundle of bundlesOf(list.filter((due) => due.kind === 'OCCURRENCE' || told.has(due.id)))) {
    const [first] = bundle;
    const person = first && people.get(first.recipientId);
    const today = first && sent.get(first.recipientId);
    if (!person || !today) continue;
    const hours = hoursOf(person, gathered);
    // A notice that would be pointless at the end of the next day goes out now, as a deadline does.
    const isHard = (due: Needed): boolean =>
      due.kind === 'OCCURRENCE'
        ? due.hard
        : isLetter(due) || deliverAt({ ...due, at: addMs(now, DAY_MS), hard: false }, now, hours) >= due.expiresAt;
    const counted = bundle.map((due) => ({ due, hard: isHard(due), expiresAt: due.expiresAt }));
    const limits = { sentToday: today.count, limit: settings.dailyBudget };
    const { send, wait, drop } = disturbs
      ? withinBudget(counted, limits, now, hours)
      : { send: counted, wait: [], drop: [] };
    dropped.push(...drop.map(({ due }) => due));
    waiting.push(...wait.map((one) => ({ ...one.occurrence.due, deliverAt: one.deliverAt })));
    const going = send.map(({ due }) => due);
    const occurrences = going.filter((due) => due.kind === 'OCCURRENCE');
    const composed = composeMessages(person, way.route, occurrences, subjects, { bytes, taken: today.hashes });
    for (const notice of going.filter((due) => due.kind === 'NOTICE')) {
      const words = told.get(notice.id);
      if (words) composed.push(composeNotice(notice, words, person, way.route, way.logical, today.hashes));
    }
    today.count += composed.length;
    messages.push(...composed);
  }
  await endDue(
    tx,
    dropped.map((due) => ({ due, state: 'EXPIRED', reason: reason('budget') })),
  );
  await deferDue(tx, waiting);
  return messages.map((message) => ({ ...message, id: crypto.randomUUID() }));
}

/**
 * What the notices that still wait say now. Those that are not needed any more end, and so do all but the latest of one subject: they were
 * missed in an outage or over a holiday.
 */
async function tellableNotices(
  tx: Tx,
  deps: ReminderDeps,
  list: readonly Due[],
  now: Instant,
): Promise<Map<string, NoticeWords>> {
  const ids = list.flatMap((due) => (due.kind === 'NOTICE' ? [due.id] : []));
  if (ids.length === 0) return new Map();
  const held = (await holdNotices(tx, ids)).map((notice): DueNotice => ({ ...notice, kind: 'NOTICE' }));
  const words = await wordsOf(tx, deps, held, now);
  const bySubject = Map.groupBy(
    held.filter(({ id }) => words.has(id)).sort((a, b) => (a.at < b.at ? 1 : -1)),
    ({ recipientId, source, subjectId }) => `${recipientId} ${source} ${subjectId}`,
  );
  const latest = new Set([...bySubject.values()].map(([first]) => first?.id));
  await endDue(
    tx,
    held.filter(({ id }) => !latest.has(id)).map((due) => ({ due, state: 'SUPPRESSED', reason: reason('not-needed') })),
  );
  return new Map([...words].filter(([id]) => latest.has(id)));
}

/** Those of which something has changed since they were read; nobody changes the others until this transaction ends. */
async function changedSince(tx: Tx, { byEnrolment }: Subjects): Promise<Set<string>> {
  if (byEnrolment.size === 0) return new Set();
  const rows = await tx.rows<{ id: string; revision: string }>(
    `select enrolment_id as id, revision::text as revision from reminder_watermark
     where enrolment_id = any($1::uuid[]) order by enrolment_id for update`,
    [[...byEnrolment.keys()]],
  );
  return new Set(rows.filter(({ id, revision }) => byEnrolment.get(id)?.revision !== revision).map(({ id }) => id));
}
