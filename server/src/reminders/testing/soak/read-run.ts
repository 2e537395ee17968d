import type { Dedupe } from '@planwright/plugin-sdk';
import { cnCalendar } from '@planwright/schema/calendar';
import type { Sql } from '../../../database/sql.js';
import { DEFAULT_SETTINGS } from '../../engine/settings.js';
import type { CheckedRun } from './checker.js';
import type { ProviderEntry } from './providers.js';
import type { Quarter } from './quarter.js';
import type { ProviderRoute } from './quarter-settings.js';

type Row<List extends keyof CheckedRun> = CheckedRun[List] extends readonly (infer One)[] ? One : never;

const HISTORY = `coalesce((select json_agg(json_build_object('at', to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'state', h.state) order by h.n) from soak.history h where h.id = x.id), '[]') as history`;

/** What an outsider could read of a run: tables, logs, the settings of the workspace. */
export async function readRun(
  sql: Sql,
  { settings, versions, people, outages, endAt, integrations }: Quarter,
  { log, kinds }: { log: readonly ProviderEntry[]; kinds: ReadonlyMap<ProviderRoute, Dedupe> },
): Promise<CheckedRun> {
  const occurrences = await sql.rows<Row<'occurrences'>>(
    `select x.id, x.enrolment_id as "enrolmentId", x.rule_key as "ruleKey", x.key, x.recipient_id as "recipientId", x.channel, x.at,
       x.hard, x.expires_at as "expiresAt", x.item_key as "itemKey", x.state, x.reason_code as "reasonCode",
       x.deliver_at as "deliverAt", d.idempotency_key as "deliveryKey", ${HISTORY}
     from reminder_occurrence x left join delivery d on d.id = x.delivery_id order by x.id`,
  );
  const notices = await sql.rows<Row<'notices'>>(
    `select x.id, x.recipient_id as "recipientId", x.subject_id as "enrolmentId", x.step, x.deliver_at as "deliverAt", x.state,
       d.idempotency_key as "deliveryKey", ${HISTORY}
     from notice x left join delivery d on d.id = x.delivery_id order by x.id`,
  );
  const deliveries = await sql.rows<Row<'deliveries'> & { integrationId: string | null }>(
    `select idempotency_key as key, person_id as "personId", integration_id as "integrationId", state, due_at as "dueAt" from delivery`,
  );
  const inbox = await sql.rows<{ key: string; person: string; calledAt: string }>(
    'select delivery_key as key, person_id as person, at as "calledAt" from inbox_message',
  );
  const events = await sql.rows<{ enrolmentId: string; type: string; recordedAt: string; data: object }>(
    `select enrolment_id as "enrolmentId", type, recorded_at as "recordedAt", data from progress_event order by enrolment_id, seq`,
  );
  const routeOf = new Map([...integrations].map(([route, id]) => [id, route]));
  const years = Object.values(cnCalendar.years);
  const reminders = [...versions.values()].map(({ reminders: list = [] }) => list);
  const [first = [], second = []] = reminders.map((list) => list.map(({ key }) => key));
  return {
    occurrences,
    notices,
    deliveries: deliveries.map(({ integrationId, ...row }) => ({
      ...row,
      route: routeOf.get(integrationId ?? '') ?? 'inbox',
    })),
    log: [
      ...log,
      ...inbox.map((entry) => ({ ...entry, at: entry.calledAt, route: 'inbox', hash: entry.key, effect: true })),
    ].toSorted((a, b) => (a.calledAt < b.calledAt ? -1 : a.calledAt > b.calledAt ? 1 : 0)),
    routes: { email: settings.emailTo ?? 'email' },
    kinds: { inbox: 'key', ...Object.fromEntries([...kinds].map(([route, { how }]) => [route, how])) },
    people,
    enrolments: new Map(
      [...Map.groupBy(events, ({ enrolmentId }) => enrolmentId)].map(([id, list]) => [id, { events: list }]),
    ),
    outages,
    daysOff: new Set(years.flatMap(({ off }) => off)),
    daysOn: new Set(years.flatMap(({ on }) => on)),
    quiet: { from: DEFAULT_SETTINGS.quietFrom, until: DEFAULT_SETTINGS.quietUntil },
    dailyBudget: DEFAULT_SETTINGS.dailyBudget,
    endAt,
    graceMinutes: 15,
    daysBefore: Object.fromEntries(
      reminders
        .flat()
        .flatMap(({ use, key, with: given }) =>
          use === 'core/before-due' && typeof given?.days === 'number' ? [[key, given.days]] : [],
        ),
    ),
    rules: { before: first, after: second },
  };
}
