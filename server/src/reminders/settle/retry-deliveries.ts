import { addMs, type Instant } from '@planwright/schema/time';
import type { Tx } from '../../database/index.js';
import { type Attempt, attemptDeliveries } from '../deliver/attempt-deliveries.js';
import { LEASE_SECONDS } from '../deliver/open-delivery.js';
import { reconcile } from '../deliver/reconcile.js';
import type { Route } from '../deliver/routes.js';
import { type Way, type Workplace, wayOf } from '../deliver/way.js';
import type { Reason } from '../engine/occurrence.js';
import { deferToOpening, isOpen } from '../engine/opening.js';
import { reason } from '../engine/reasons.js';
import type { NoticeWords } from '../notices/notice.js';
import { noticesOfDeliveries } from '../notices/notice-rows.js';
import { linkOf, withAddresses, wordsOf } from '../notices/notice-words.js';
import { OCCURRENCE_COLUMNS, occurrenceFrom, type RawOccurrence } from '../plan/occurrence-rows.js';
import type { ReminderDeps } from '../ports.js';
import { isStale } from '../send/catch-up.js';
import { composeMessages } from '../send/compose-messages.js';
import { addressKey, type Due, type DueNotice, type DueOccurrence, isLetter, type Needed } from '../send/due.js';
import { type DueNow, hoursOf, questionsAbout, readAbout } from '../send/gather-due.js';
import { type Reached, reach } from '../send/reach.js';
import { recheckOccurrences } from '../send/recheck-occurrences.js';
import { readSentToday } from '../send/sent-today.js';
import { beginAttempt, endDeliveries, endQueued, putOffDelivery, type WaitingDelivery } from './waiting-deliveries.js';

const BATCH = 100;
/** What cannot be decided now is looked at again after so long. */
const PAUSE_MS = 60_000;

type Waiting = WaitingDelivery & {
  integrationId: string;
  contribution: string | null;
  /** What it tells that is still needed, as far as is known: occurrences, or one notice. */
  due: Due[];
};

const CLAIM = `
update delivery d set lease_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
from (
  select id from delivery where workspace_id = $1::uuid and state = 'QUEUED' and next_attempt_at <= $2::timestamptz
    and (lease_until is null or lease_until < clock_timestamp())
  order by next_attempt_at, id limit ${BATCH} for update skip locked
) due
where d.id = due.id
returning d.id, d.idempotency_key as key, d.person_id as "personId", d.title, d.markdown, d.language, d.link, d.asked, d.attempts,
  d.doubtful, (select min(a.started_at) from delivery_attempt a where a.delivery_id = d.id) as "firstStartedAt",
  d.integration_id as "integrationId", d.contribution`;

/** Tries again what a channel put off, after asking once more whether it is still needed. @returns deliveries looked at */
export async function retryDeliveries(deps: ReminderDeps, workplace: Workplace, now: Instant): Promise<number> {
  const { workspaceId } = workplace;
  const claimed = await deps.database.work((tx) => claim(tx, deps, workspaceId));
  const routes = Map.groupBy(claimed, ({ integrationId, contribution }) => `${integrationId} ${contribution ?? ''}`);
  await Promise.all([...routes.values()].map((list) => retryOnRoute(deps, workplace, list, now)));
  return claimed.length;
}

async function claim(tx: Tx, deps: ReminderDeps, workspaceId: string): Promise<Waiting[]> {
  const rows = await tx.rows<Omit<Waiting, 'due'>>(CLAIM, [workspaceId, deps.clock.real()]);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [occurrences, notices] = await Promise.all([
    tx.rows<RawOccurrence & { deliveryId: string }>(
      `select ${OCCURRENCE_COLUMNS}, o.delivery_id as "deliveryId" from reminder_occurrence o
       where o.delivery_id = any($1::uuid[]) and o.state = 'QUEUED'`,
      [ids],
    ),
    noticesOfDeliveries(tx, ids).then((list) => withAddresses(tx, deps, list)),
  ]);
  return rows.map((row) => ({
    ...row,
    due: [
      ...occurrences
        .filter(({ deliveryId }) => deliveryId === row.id)
        .map((raw): DueOccurrence => ({ ...occurrenceFrom(raw), kind: 'OCCURRENCE' })),
      ...notices
        .filter(({ deliveryId }) => deliveryId === row.id)
        .map((notice): DueNotice => ({ ...notice, kind: 'NOTICE' })),
    ],
  }));
}

/** What was found out about what waits before any attempt begins. */
interface Found {
  gathered: DueNow;
  reached: Reached;
  gone: ReadonlyMap<string, Reason>;
  undecided: ReadonlySet<string>;
}

async function retryOnRoute(
  deps: ReminderDeps,
  workplace: Workplace,
  list: readonly Waiting[],
  now: Instant,
): Promise<void> {
  const { workspaceId } = workplace;
  const [{ integrationId, contribution } = { integrationId: null, contribution: null }] = list;
  const way = await wayOf(deps, workplace, { key: `${integrationId}`, integrationId, contribution });
  if (way.kind !== 'CHANNEL') {
    // Its integration was removed while messages waited for it.
    const why = reason('unreachable');
    await deps.database.work((tx) =>
      endDeliveries(
        tx,
        list.map(({ id, doubtful }) => ({ id, state: doubtful ? 'UNKNOWN' : 'FAILED', ...why })),
      ),
    );
    return;
  }
  const found = await findOut(deps, workspaceId, way, list, now);
  const begun = await deps.database.work(async (tx) => {
    const words = await wordsOf(
      tx,
      deps,
      list.flatMap(({ due }) => due.filter((one) => one.kind === 'NOTICE')),
      now,
    );
    const attempts: { attempt: Attempt; notice: DueNotice | undefined }[] = [];
    for (const waiting of list) {
      const attempt = await begin(tx, deps, way, waiting, found, words, now);
      if (attempt) attempts.push({ attempt, notice: waiting.due.find((one) => one.kind === 'NOTICE') });
    }
    return attempts;
  });
  const attempts = begun.map(async ({ attempt: { delivery, ...to }, notice }) => ({
    ...to,
    delivery: { ...delivery, link: await linkOf(deps.notices, delivery.key, notice, delivery.link) },
  }));
  await attemptDeliveries(deps, way, await Promise.all(attempts), now);
}

async function findOut(
  deps: ReminderDeps,
  workspaceId: string,
  way: Way,
  list: readonly Waiting[],
  now: Instant,
): Promise<Found> {
  const due = list.flatMap((waiting) => waiting.due);
  const gathered = await deps.database.work(async (tx): Promise<DueNow> => {
    const known = await readAbout(tx, deps, workspaceId, due, now);
    const questions = await questionsAbout(tx, deps, workspaceId, due, known.subjects);
    return { ...known, claimed: due.length, due, questions };
  });
  const { questions, subjects, people } = gathered;
  const occurrences = due.filter((one) => one.kind === 'OCCURRENCE');
  const { needed, gone, undecided } = await recheckOccurrences(questions, occurrences, subjects, people);
  const notices = due.filter((one) => one.kind === 'NOTICE' && people.get(one.recipientId)?.active === true);
  const reached = await reach(deps, way, [...needed, ...notices] as Needed[], people);
  return {
    gathered,
    reached,
    gone: new Map(gone.map(({ id, reason: why }) => [id, why])),
    undecided: new Set([...undecided, ...reached.unanswered].map(({ id }) => id)),
  };
}

/** One delivery: ended, put off, or begun again with what is still needed of it. */
async function begin(
  tx: Tx,
  deps: ReminderDeps,
  { description: { bytes, dedupe } }: Extract<Way, { kind: 'CHANNEL' }>,
  waiting: Waiting,
  { gathered, reached, gone, undecided }: Found,
  words: ReadonlyMap<string, NoticeWords>,
  now: Instant,
): Promise<Attempt | undefined> {
  const { id, personId, doubtful } = waiting;
  const realNow = deps.clock.real();
  const own = new Set(waiting.due.map((due) => due.id));
  const wanted = reached.send.filter(
    (due) => own.has(due.id) && (due.kind === 'OCCURRENCE' || words.has(due.id) || isStale(due, now)),
  );
  const needed = wanted.filter((due) => !isStale(due, now));
  const stale = wanted.filter((due) => isStale(due, now));
  const isUnreachable = reached.unreachable.some((due) => own.has(due.id));
  const isUndecided = waiting.due.some((due) => undecided.has(due.id));
  const refused = reached.refused.find(({ due }) => due.some((one) => own.has(one.id)));
  const person = gathered.people.get(personId);
  if (refused || isUndecided)
    return void (await putOffDelivery(tx, id, addMs(realNow, refused ? refused.waitMs : PAUSE_MS)));
  if (person && needed.length > 0 && !needed.every(isLetter) && !isOpen(now, hoursOf(person, gathered)))
    return void (await putOffDelivery(tx, id, deferToOpening(now, hoursOf(person, gathered))));

  // The provider drops what it has got before only for a while: after that it would be a second message.
  const late = doubtful && reconcile(dedupe, { startedAt: waiting.firstStartedAt, asked: 0 }, realNow).do === 'UNKNOWN';
  const [first] = waiting.due;
  const address = first && reached.addresses.get(addressKey(first));
  if (!person || needed.length === 0 || late || address === undefined) {
    const firstGone = waiting.due.map((due) => gone.get(due.id)).find((why) => why !== undefined);
    const why = isUnreachable
      ? reason('unreachable')
      : stale.length > 0
        ? reason('stale')
        : (firstGone ?? reason('not-needed'));
    const state = isUnreachable ? 'FAILED' : stale.length > 0 ? 'EXPIRED' : 'SUPPRESSED';
    await endDeliveries(tx, [doubtful ? { id, state: 'UNKNOWN', ...reason('undecided') } : { id, state, ...why }]);
    return undefined;
  }
  // What may have arrived already is sent again as it was, or the provider would take it for another message; a notice has words of its own.
  const occurrences = needed.filter((due) => due.kind === 'OCCURRENCE');
  const route = { key: '', integrationId: waiting.integrationId, contribution: waiting.contribution };
  const message =
    doubtful || occurrences.length === 0
      ? undefined
      : composeMessages(person, route, occurrences, gathered.subjects, {
          bytes,
          taken: await takenBesides(tx, gathered, waiting, route, now),
        })[0];
  if (!doubtful)
    await endQueued(tx, [
      ...waiting.due.flatMap((due) => {
        const why = gone.get(due.id);
        return why ? [{ id: due.id, state: 'SUPPRESSED', ...why }] : [];
      }),
      ...stale.map((due) => ({ id: due.id, state: 'EXPIRED', ...reason('stale') })),
    ]);
  const delivery = await beginAttempt(tx, waiting, realNow, message);
  await tx.rows(`update reminder_occurrence set state = 'SENDING' where delivery_id = $1::uuid and state = 'QUEUED'`, [
    id,
  ]);
  return { delivery, name: person.name, address };
}

async function takenBesides(
  tx: Tx,
  { people }: DueNow,
  { id, personId }: Waiting,
  route: Route,
  now: Instant,
): Promise<Set<string>> {
  const person = people.get(personId);
  if (!person) return new Set();
  return (await readSentToday(tx, new Map([[person.id, person]]), route, now, id)).get(person.id)?.hashes ?? new Set();
}
