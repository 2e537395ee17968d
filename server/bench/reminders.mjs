import { setTimeout as wait } from 'node:timers/promises';
import { startChild } from './child.mjs';
import { median } from './measure.mjs';

const PEOPLE = 5000;
const ITEMS = 10;
const OCCURRENCES = PEOPLE * ITEMS;
const LIMIT = { max: 100, perMs: 1000 };
/** What is promised. */
const PLANNED_WITHIN_S = 60;
const P95_MS = 300;

/** 50,000 occurrences that fall due in the same minute: planned, then handed over at a provider's 100 a second, beside requests. */
export async function benchReminders({ appUrl, owner, data }) {
  const zone = 'UTC';
  // Due long enough from now that all is planned before; the announcement is three days ahead of the due date.
  const due = new Date(Math.ceil((Date.now() + 90_000) / 60_000) * 60_000);
  const at = due.toISOString().slice(11, 16);
  await enrol(owner, data, zone, due, at);
  const server = await startChild('./reminding-server.mjs', { appUrl, rate: LIMIT });
  const requests = ask(server.ready, data);
  try {
    const before = performance.now();
    await server.ask('remind');
    const count = async (states) =>
      Number(
        (
          await owner.query(
            `select count(*) from reminder_occurrence o join enrolment e on e.id = o.enrolment_id
             join person p on p.id = e.person_id and p.email like '%@remind.example' where o.state = any($1)`,
            [states],
          )
        ).rows[0].count,
      );
    const all = ['PLANNED', 'QUEUED', 'SENDING', 'SENT'];
    while ((await count(all)) < OCCURRENCES) await wait(100);
    const planned = (performance.now() - before) / 1000;
    const during = requests.taken();
    console.log(`\nReminders: ${OCCURRENCES} occurrences due in one minute, ${PEOPLE} messages`);
    verdict('planned in', planned, 's', PLANNED_WITHIN_S);
    verdict('95 % of requests while planning within', p95(during), 'ms', P95_MS);

    await wait(Math.max(0, due.getTime() - Date.now()));
    requests.taken();
    while ((await count(['SENT'])) < OCCURRENCES) await wait(200);
    const { count: messages, first, last } = await server.ask('handed');
    const pace = (messages - 1) / ((last - first) / 1000);
    console.log(`  handed over ${messages} messages at ${pace.toFixed(1)} a second; the limit is 100`);
    if (messages !== PEOPLE) throw new Error(`${messages} messages were handed over, not ${PEOPLE}`);
    verdict('95 % of requests while handing over within', p95(requests.taken()), 'ms', P95_MS);
  } finally {
    await requests.stop();
    await server.stop();
  }
}

function verdict(what, value, unit, most) {
  const holds = value <= most ? 'holds' : 'DOES NOT HOLD';
  console.log(`  ${what} ${value.toFixed(value < 100 ? 1 : 0)} ${unit}  ${holds} (at most ${most})`);
}

const p95 = (list) => {
  if (list.length === 0) return Number.NaN;
  const sorted = list.toSorted((a, b) => a - b);
  console.log(`    (${sorted.length} requests, median ${median(sorted).toFixed(0)} ms)`);
  return sorted[Math.floor(sorted.length * 0.95)];
};

/** A page of a board and what a person is asked for, over and over, two at a time. */
function ask(url, { token, boards }) {
  let taken = [];
  let stopped = false;
  const board = Buffer.from(`Cohort:${boards[0]}`).toString('base64url');
  const query = `{ board(cohortId: "${board}") { rows(first: 50) { personName states } counters { people done: completion } } }`;
  const lane = async () => {
    while (!stopped) {
      const start = performance.now();
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-app-csrf': '1', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query }),
      });
      const { errors } = await response.json();
      if (errors) throw new Error(JSON.stringify(errors[0]));
      taken.push(performance.now() - start);
      await wait(25);
    }
  };
  const lanes = Promise.all([lane(), lane()]);
  return {
    taken: () => {
      const list = taken;
      taken = [];
      return list;
    },
    stop: async () => {
      stopped = true;
      await lanes;
    },
  };
}

/** People who have ten things due in three days, and are reminded of each now. */
async function enrol(owner, { workspace }, zone, due, at) {
  const one = async (statement, parameters) => (await owner.query(statement, parameters)).rows[0].id;
  const startsOn = due.toISOString().slice(0, 10);
  const text = (en) => ({ en, 'zh-CN': en });
  const definition = {
    format: 'planwright/1',
    key: 'remind',
    title: text('Reminded'),
    stages: [
      {
        key: 'only',
        title: text('Only'),
        items: Array.from({ length: ITEMS }, (_, n) => ({
          key: `item-${n}`,
          kind: 'COURSE',
          title: text(`Course ${n}`),
          requirement: 'REQUIRED',
          due: { anchor: 'START', offset: 3, unit: 'DAY' },
        })),
      },
    ],
    reminders: [
      {
        key: 'due',
        use: 'core/before-due',
        with: { days: 3, at },
        to: ['LEARNER'],
        channels: ['chat'],
      },
    ],
  };
  // Whatever day it is, it is a working day here.
  await owner.query(
    `insert into calendar_year (workspace_id, calendar, year, off, "on", published_at) values ($1, 'cn', $2, '{}', $3, now())
     on conflict do nothing`,
    [workspace, due.getUTCFullYear(), [startsOn]],
  );
  await owner.query(
    `insert into reminder_settings (workspace_id, quiet_from, quiet_until, working_days_only, slots, daily_budget)
     values ($1, '00:00', '00:00', false, '{}', 50)`,
    [workspace],
  );
  const integration = await one(
    `insert into integration (workspace_id, plugin_key, name, config, config_version, created_at)
     values ($1, 'bench', 'Bench', '{}', 1, now()) returning id`,
    [workspace],
  );
  await owner.query(
    `insert into channel_route (workspace_id, channel, integration_id, contribution) values ($1, 'chat', $2, 'bench')`,
    [workspace, integration],
  );
  const plan = await one(
    `insert into plan (workspace_id, key, title, created_at) values ($1, 'remind', '{}', now()) returning id`,
    [workspace],
  );
  const version = await one(
    `insert into plan_version (workspace_id, plan_id, number, content_hash, definition, published_at) values ($1, $2, 1, 'x', $3, now()) returning id`,
    [workspace, plan, JSON.stringify(definition)],
  );
  const cohort = await one(
    `insert into cohort (workspace_id, plan_id, name, starts_on, created_at) values ($1, $2, 'Reminded', $3, now()) returning id`,
    [workspace, plan, startsOn],
  );
  const enrolled = JSON.stringify({ versionId: version, startsOn, zone, facts: {} });
  await owner.query(
    `with crowd as (
       insert into person (workspace_id, name, email, time_zone, locale)
       select $1, 'Person ' || n, 'r' || n || '@remind.example', $6, 'en' from generate_series(1, $2::int) n returning id
     ), enrolments as (
       insert into enrolment (workspace_id, cohort_id, person_id, plan_version_id, starts_on, zone, created_at)
       select $1, $3, id, $4, $7, $6, now() - interval '2 days' from crowd returning id
     ), events as (
       insert into progress_event (workspace_id, enrolment_id, seq, recorded_at, occurred_at, actor, type, data)
       select $1, id, 1, now() - interval '2 days', now() - interval '2 days', 'system', 'enrolled', $5::jsonb from enrolments
     )
     insert into reminder_watermark (workspace_id, enrolment_id) select $1, id from enrolments`,
    [workspace, PEOPLE, cohort, version, enrolled, zone, startsOn],
  );
  await owner.query('analyze');
}
