import { addMs, type Instant } from '@planwright/schema/time';
import type { Tx } from '../../database/sql.js';
import { deliverToInbox } from '../../inbox/deliver-to-inbox.js';
import { workspaceEnvironment } from '../../plans/workspace-environment.js';
import { attemptDeliveries } from '../deliver/attempt-deliveries.js';
import { identitiesOf } from '../deliver/reach-person.js';
import { readRoutes } from '../deliver/routes.js';
import type { Workplace } from '../deliver/way.js';
import { deferToOpening, deliverAt, isOpen } from '../engine/index.js';
import { type Recipient, readRecipients } from '../plan/subjects.js';
import { hoursIn, readReminderSettings } from '../plan/workspace-hours.js';
import type { ReminderDeps } from '../ports.js';
import { withinBudget } from '../send/budget.js';
import { readSentToday } from '../send/sent-today.js';
import { writeDeliveries } from '../send/write-deliveries.js';
import { composeNotice, type NoticeMessage } from './compose-notice.js';
import { linkOf } from './link-of.js';
import type { Notice, NoticeWords } from './notice.js';
import {
  claimNotices,
  deferNotices,
  endNotices,
  holdNotices,
  putIntoDeliveries,
  releaseNotices,
} from './notice-rows.js';
import { type NoticeWay, waysOfNotices } from './notice-ways.js';

/** People in one round. */
const PEOPLE = 50;
const PAUSE_MS = 60_000;
const DAY_MS = 24 * 3_600_000;

interface ReadyNotice {
  notice: Notice;
  way: NoticeWay;
  address: string;
}

/**
 * Sends the notices that are due by the same laws as reminders: once, in opening hours, within the day's budget, through the channel that
 * reaches the person, else in the inbox. @returns notices looked at; 0 = nothing is due
 */
export async function sendNotices(deps: ReminderDeps, workplace: Workplace, now: Instant): Promise<number> {
  const { workspaceId } = workplace;
  const claimed = await deps.database.work((tx) => claimDueNow(tx, workspaceId, now));
  if (claimed.all === 0) return 0;
  const { notices, people } = claimed;
  const rows = await deps.database.look((tx) => readRoutes(tx, workspaceId));
  const ready: ReadyNotice[] = [];
  let waiting = notices;
  for (const way of await waysOfNotices(deps, workplace, rows)) {
    const { reached, others, refused } = await reach(deps, way, waiting, people);
    ready.push(...reached);
    if (refused.length > 0)
      await deps.database.work(async (tx) => {
        for (const { ids, waitMs } of refused) await releaseNotices(tx, ids, waitMs);
      });
    waiting = others;
  }
  for (const [way, list] of Map.groupBy(ready, (one) => one.way)) await send(deps, workplace, way, list, people, now);
  return claimed.all;
}

/** Claims what is due; what is pointless by now ends, and notices to people who may not be disturbed now wait. */
async function claimDueNow(tx: Tx, workspaceId: string, now: Instant) {
  const claimed = await claimNotices(tx, workspaceId, now, PEOPLE);
  const people = await readRecipients(tx, [...new Set(claimed.map(({ recipientId }) => recipientId))]);
  const hoursOf = await hoursReader(tx, workspaceId, now);
  const later: { id: string; deliverAt: Instant }[] = [];
  const expired: string[] = [];
  const notices: Notice[] = [];
  for (const notice of claimed) {
    const person = people.get(notice.recipientId);
    if (notice.expiresAt <= now || !person?.active) expired.push(notice.id);
    else if (isOpen(now, hoursOf(person))) notices.push(notice);
    else later.push({ id: notice.id, deliverAt: deferToOpening(now, hoursOf(person)) });
  }
  await endNotices(tx, expired, 'EXPIRED');
  await deferNotices(tx, later);
  return { all: claimed.length, notices, people };
}

async function hoursReader(tx: Tx, workspaceId: string, now: Instant) {
  const settings = await readReminderSettings(tx, workspaceId);
  const environment = await workspaceEnvironment(tx, workspaceId, now);
  return ({ zone }: Recipient) => hoursIn(zone, settings, environment);
}

/** The people that a channel reaches now. People without an address there are left to the next channel. */
async function reach(
  deps: ReminderDeps,
  way: NoticeWay,
  notices: readonly Notice[],
  people: ReadonlyMap<string, Recipient>,
): Promise<{ reached: ReadyNotice[]; others: Notice[]; refused: { ids: string[]; waitMs: number }[] }> {
  if (way.kind !== 'CHANNEL')
    return { reached: notices.map((notice) => ({ notice, way, address: '' })), others: [], refused: [] };
  const byPerson = Map.groupBy(notices, ({ recipientId }) => recipientId);
  const recipients = [...byPerson.keys()].flatMap((id) => people.get(id) ?? []);
  const addresses = await deps.channels.addresses(way.channel, recipients.map(identitiesOf));
  // Nobody can say whether the channel reaches them: asked again in a minute.
  if (!addresses.ok)
    return { reached: [], others: [], refused: [{ ids: notices.map(({ id }) => id), waitMs: PAUSE_MS }] };
  const result = {
    reached: [] as ReadyNotice[],
    others: [] as Notice[],
    refused: [] as { ids: string[]; waitMs: number }[],
  };
  for (const [index, { id }] of recipients.entries()) {
    const own = byPerson.get(id) ?? [];
    const address = addresses.value[index];
    if (!address) {
      result.others.push(...own);
      continue;
    }
    for (const notice of own) {
      const granted = await deps.channels.admit(way.channel, way.description, id);
      if (granted.ok) result.reached.push({ notice, way, address });
      else result.refused.push({ ids: [notice.id], waitMs: granted.retryAfterMs });
    }
  }
  return result;
}

/** One transaction that writes messages with their notices in them; then the bytes leave. */
async function send(
  deps: ReminderDeps,
  workplace: Workplace,
  way: NoticeWay,
  list: readonly ReadyNotice[],
  people: ReadonlyMap<string, Recipient>,
  now: Instant,
): Promise<void> {
  const realNow = deps.clock.real();
  const messages = await deps.database.work((tx) => write(tx, deps, workplace, way, list, people, { now, realNow }));
  if (way.kind === 'INBOX' && messages.length > 0) deps.inbox.changed(workplace.workspaceId);
  if (way.kind !== 'CHANNEL') return;
  const addressOf = new Map(list.map(({ notice, address }) => [notice.id, address]));
  const attempts = await Promise.all(
    messages.map(async (message) => {
      const { id, key, personId, title, markdown, language, notice } = message;
      const link = await linkOf(deps.notices, key, notice, message.link);
      const delivery = { id, key, personId, title, markdown, language, link, asked: 0, attempt: 1, doubtful: false };
      return {
        delivery: { ...delivery, startedAt: realNow },
        name: people.get(personId)?.name ?? '',
        address: addressOf.get(notice.id) ?? '',
      };
    }),
  );
  await attemptDeliveries(deps, way, attempts, now);
}

async function write(
  tx: Tx,
  deps: ReminderDeps,
  { workspaceId }: Workplace,
  way: NoticeWay,
  list: readonly ReadyNotice[],
  people: ReadonlyMap<string, Recipient>,
  { now, realNow }: { now: Instant; realNow: Instant },
): Promise<NoticeMessage[]> {
  // The day's budget of a person is counted under this lock, as reminders do.
  const recipients = [...new Set(list.map(({ notice }) => notice.recipientId))];
  await tx.rows('select id from person where id = any($1::uuid[]) order by id for no key update', [recipients]);
  const held = await holdNotices(
    tx,
    list.map(({ notice }) => notice.id),
  );
  const words = await wordsOf(tx, deps, held, now);
  const hoursOf = await hoursReader(tx, workspaceId, now);
  const { dailyBudget } = await readReminderSettings(tx, workspaceId);
  const sent = await readSentToday(tx, people, way.route, now);
  const messages: NoticeMessage[] = [];
  const gone: string[] = held.filter(({ id }) => !words.has(id)).map(({ id }) => id);
  const later: { id: string; deliverAt: Instant }[] = [];
  for (const own of Map.groupBy(
    held.filter(({ id }) => words.has(id)),
    ({ recipientId, source, subjectId }) => `${recipientId} ${source} ${subjectId}`,
  ).values()) {
    const [notice, ...earlier] = own.toSorted((a, b) => (a.at < b.at ? 1 : -1));
    // Missed in an outage or over a holiday: of one subject only the latest is told.
    gone.push(...earlier.map(({ id }) => id));
    const said = notice && words.get(notice.id);
    const person = notice && people.get(notice.recipientId);
    const today = notice && sent.get(notice.recipientId);
    if (!notice || !said || !person || !today) continue;
    const isLast =
      deliverAt({ ...notice, at: addMs(now, DAY_MS), hard: false }, now, hoursOf(person)) >= notice.expiresAt;
    const due = { ...notice, hard: isLast };
    const disturbs = way.kind !== 'INBOX';
    const fits = withinBudget([due], { sentToday: today.count, limit: dailyBudget }, now, hoursOf(person));
    if (disturbs && fits.send.length === 0) {
      later.push(...fits.wait.map((one) => ({ id: notice.id, deliverAt: one.deliverAt })));
      continue;
    }
    messages.push(composeNotice(notice, said, person, way, today.hashes));
    today.count += 1;
  }
  await endNotices(tx, gone, 'SUPPRESSED');
  await deferNotices(tx, later);
  await writeDeliveries(tx, workspaceId, way, messages, { now, realNow });
  if (way.kind === 'INBOX')
    await deliverToInbox(
      tx,
      workspaceId,
      messages.map(({ key, personId, title, markdown, link }) => ({
        deliveryKey: key,
        personId,
        title,
        markdown,
        link,
        at: now,
      })),
    );
  await putIntoDeliveries(
    tx,
    messages.map(({ id, notice }) => ({ id: notice.id, deliveryId: id })),
    messages.filter(({ hidden }) => hidden).map(({ id }) => id),
  );
  return messages;
}

/** What each of these says now; a source that is not there any more says nothing. */
export async function wordsOf(
  tx: Tx,
  { notices }: Pick<ReminderDeps, 'notices'>,
  list: readonly Notice[],
  now: Instant,
): Promise<Map<string, NoticeWords>> {
  const all = new Map<string, NoticeWords>();
  for (const [source, own] of Map.groupBy(list, (notice) => notice.source)) {
    const said = await notices[source]?.words(tx, own, now);
    for (const [id, words] of said ?? []) all.set(id, words);
  }
  return all;
}
