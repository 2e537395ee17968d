import { addMs, type Instant } from '@planwright/schema/time';
import type { Tx } from '../../database/sql.js';
import { type Attempt, attemptDeliveries } from '../deliver/attempt-deliveries.js';
import { LEASE_SECONDS } from '../deliver/open-delivery.js';
import { reconcile } from '../deliver/reconcile.js';
import { type Workplace, wayOf } from '../deliver/way.js';
import { deferToOpening, isOpen, reason } from '../engine/index.js';
import { retryNotices } from '../notices/retry-notices.js';
import { OCCURRENCE_COLUMNS, type OccurrenceRow, occurrenceFrom, type RawOccurrence } from '../plan/occurrence-rows.js';
import { readRecipients, readSubjects } from '../plan/subjects.js';
import { readReminderSettings } from '../plan/workspace-hours.js';
import type { ChannelDescription, ReminderDeps } from '../ports.js';
import { isStale } from '../send/catch-up.js';
import { type Cleared, clearToSend } from '../send/clear-to-send.js';
import { composeMessages } from '../send/compose-messages.js';
import { type DueNow, hoursOf } from '../send/gather-due.js';
import { recheckQuestions } from '../send/recheck-occurrences.js';
import { readSentToday } from '../send/sent-today.js';
import { beginAttempt, endDeliveries, putOffDelivery, type WaitingDelivery } from './waiting-deliveries.js';

const BATCH = 100;
/** What cannot be decided now is looked at again after so long. */
const PAUSE_MS = 60_000;

type Waiting = WaitingDelivery & {
  integrationId: string;
  contribution: string | null;
  /** It tells what no plan's rule asked for. */
  isNotice: boolean;
  /** Those that are still needed; a notice has none. */
  occurrences: OccurrenceRow[];
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
  d.integration_id as "integrationId", d.contribution,
  exists (select 1 from notice n where n.delivery_id = d.id) as "isNotice"`;

/** Tries again what a channel put off, after asking once more whether it is still needed. @returns deliveries looked at */
export async function retryDeliveries(deps: ReminderDeps, workplace: Workplace, now: Instant): Promise<number> {
  const { workspaceId } = workplace;
  const claimed = await deps.database.work((tx) => claim(tx, workspaceId, deps.clock.real()));
  const routes = Map.groupBy(claimed, ({ integrationId, contribution }) => `${integrationId} ${contribution ?? ''}`);
  await Promise.all([...routes.values()].map((list) => retryOnRoute(deps, workplace, list, now)));
  return claimed.length;
}

async function claim(tx: Tx, workspaceId: string, realNow: Instant): Promise<Waiting[]> {
  const rows = await tx.rows<Omit<Waiting, 'occurrences'>>(CLAIM, [workspaceId, realNow]);
  if (rows.length === 0) return [];
  const occurrences = await tx.rows<RawOccurrence & { deliveryId: string }>(
    `select ${OCCURRENCE_COLUMNS}, o.delivery_id as "deliveryId" from reminder_occurrence o
     where o.delivery_id = any($1::uuid[]) and o.state = 'QUEUED'`,
    [rows.map(({ id }) => id)],
  );
  return rows.map((row) => ({
    ...row,
    occurrences: occurrences.filter(({ deliveryId }) => deliveryId === row.id).map(occurrenceFrom),
  }));
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
    const { text } = reason('unreachable');
    await deps.database.work((tx) =>
      endDeliveries(
        tx,
        list.map(({ id, doubtful }) => ({ id, state: doubtful ? 'UNKNOWN' : 'FAILED', code: 'unreachable', text })),
      ),
    );
    return;
  }
  const notices = list.filter(({ isNotice }) => isNotice);
  await attemptDeliveries(deps, way, await retryNotices(deps, workspaceId, way, notices, now), now);
  const reminders = list.filter(({ isNotice }) => !isNotice);
  if (reminders.length === 0) return;
  const gathered = await deps.database.work(async (tx): Promise<DueNow> => {
    const due = reminders.flatMap(({ occurrences }) => occurrences);
    const subjects = await readSubjects(tx, deps, workspaceId, [...new Set(due.map((o) => o.enrolmentId))], now);
    const people = await readRecipients(tx, [...new Set(reminders.map(({ personId }) => personId))]);
    const settings = await readReminderSettings(tx, workspaceId);
    const questions = await recheckQuestions(tx, deps, workspaceId, due, subjects);
    return { claimed: due.length, due, subjects, people, settings, questions };
  });
  const cleared = await clearToSend(deps, way, gathered);
  const attempts = await deps.database.work(async (tx) => {
    const begun: Attempt[] = [];
    for (const waiting of reminders) {
      const attempt = await begin(tx, deps, waiting, gathered, cleared, now, way.description);
      if (attempt) begun.push(attempt);
    }
    return begun;
  });
  await attemptDeliveries(deps, way, attempts, now);
}

/** One delivery: ended, put off, or begun again with what is still needed of it. */
async function begin(
  tx: Tx,
  deps: ReminderDeps,
  waiting: Waiting,
  gathered: DueNow,
  cleared: Cleared,
  now: Instant,
  { bytes, dedupe }: ChannelDescription,
): Promise<Attempt | undefined> {
  const { id, personId, doubtful } = waiting;
  const realNow = deps.clock.real();
  const own = new Set(waiting.occurrences.map((occurrence) => occurrence.id));
  const needed = cleared.send.filter((occurrence) => own.has(occurrence.id) && !isStale(occurrence, now));
  const stale = cleared.send.filter((occurrence) => own.has(occurrence.id) && isStale(occurrence, now));
  const gone = cleared.gone.filter((one) => own.has(one.id));
  const unreachable = cleared.unreachable.some((occurrence) => own.has(occurrence.id));
  const pause =
    cleared.refused.find(({ ids }) => ids.some((one) => own.has(one)))?.waitMs ??
    (cleared.undecided.some((occurrence) => own.has(occurrence.id)) ? PAUSE_MS : undefined);
  const person = gathered.people.get(personId);
  if (pause !== undefined) return void (await putOffDelivery(tx, id, addMs(realNow, pause)));
  if (person && needed.length > 0 && !isOpen(now, hoursOf(person, gathered)))
    return void (await putOffDelivery(tx, id, deferToOpening(now, hoursOf(person, gathered))));

  // The provider drops what it has got before only for a while: after that it would be a second message.
  const late = doubtful && reconcile(dedupe, { startedAt: waiting.firstStartedAt, asked: 0 }, realNow).do === 'UNKNOWN';
  if (!person || needed.length === 0 || late) {
    const code = unreachable ? 'unreachable' : stale.length > 0 ? 'stale' : (gone[0]?.reason.code ?? 'not-needed');
    const state = doubtful ? 'UNKNOWN' : unreachable ? 'FAILED' : stale.length > 0 ? 'EXPIRED' : 'SUPPRESSED';
    const known = doubtful ? reason('undecided') : reason(code);
    await endDeliveries(tx, [{ id, state, code: known.code, text: known.text }]);
    return undefined;
  }
  // What may have arrived already is sent again as it was, or the provider would take it for another message.
  const message = doubtful
    ? undefined
    : composeMessages(
        person,
        { key: '', integrationId: waiting.integrationId, contribution: waiting.contribution },
        needed,
        gathered.subjects,
        {
          bytes,
          taken: await takenBesides(tx, gathered, waiting, now),
        },
      )[0];
  if (!doubtful)
    await tx.rows(
      `update reminder_occurrence o set state = r.state, reason_code = r.code, reason = r.text
       from jsonb_to_recordset($1::jsonb) as r(id uuid, state text, code text, text jsonb) where o.id = r.id and o.state = 'QUEUED'`,
      [
        JSON.stringify([
          ...gone.map((one) => ({ id: one.id, state: 'SUPPRESSED', ...one.reason })),
          ...stale.map((one) => ({ id: one.id, state: 'EXPIRED', ...reason('stale') })),
        ]),
      ],
    );
  const delivery = await beginAttempt(tx, waiting, realNow, message);
  await tx.rows(`update reminder_occurrence set state = 'SENDING' where delivery_id = $1::uuid and state = 'QUEUED'`, [
    id,
  ]);
  const address = cleared.addresses.get(personId);
  if (address === undefined) throw new Error('a person without an address was cleared');
  return { delivery, name: person.name, address };
}

async function takenBesides(tx: Tx, { people }: DueNow, waiting: Waiting, now: Instant): Promise<Set<string>> {
  const route = { key: '', integrationId: waiting.integrationId, contribution: waiting.contribution };
  const person = people.get(waiting.personId);
  if (!person) return new Set();
  return (
    (await readSentToday(tx, new Map([[person.id, person]]), route, now, waiting.id)).get(person.id)?.hashes ??
    new Set()
  );
}
