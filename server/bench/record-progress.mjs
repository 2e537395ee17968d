import { Agent, request } from 'node:http';
import { globalId } from '../dist/access/graphql/global-id.js';
import { connect } from '../dist/database/connect.js';
import { startChild } from './child.mjs';
import { ITEMS, plan } from './load-data.mjs';
import { cpuOf, inParallel, median, report } from './measure.mjs';
import { postgresCpu } from './postgres-cpu.mjs';

const PEOPLE = 40;
const ROUNDS = 5;
const ACTS = 160;
/** Acts of each before the first round: connections have planned their statements by then, and code is compiled. */
const WARMING = 400;
const WIDTH = 8;
const FLOOR = 'the same writes in a loop of the driver';
const OURS = 'recordProgress through GraphQL';

/**
 * Marking a course done through GraphQL, against the same writes in a loop of the driver: event, states, counter, patch and
 * the mark that plans reminders again. Both act on people of one board, eight different ones at a time.
 */
export async function benchRecordProgress({ appUrl, owner, data }) {
  const server = await startChild('./planwright-server.mjs', { appUrl });
  const agent = new Agent({ keepAlive: true });
  const call = async (query, variables) => {
    const { data: answered, errors } = await post(agent, server.ready, data.token, { query, variables });
    const refused = errors ?? Object.values(answered)[0].userErrors;
    if (refused.length > 0) throw new Error(JSON.stringify(refused[0]));
    return Object.values(answered)[0];
  };
  try {
    await call('mutation($input: CreatePlanInput!) { createPlan(input: $input) { userErrors { code message } } }', {
      input: { definition: plan(ITEMS, 'record') },
    });
    await call(
      'mutation($input: PublishPlanInput!) { publishPlan(input: $input) { problems { code } userErrors { code message } } }',
      { input: { planKey: 'record', expectedRevision: 1 } },
    );
    const { cohort } = await call(
      'mutation($input: CreateCohortInput!) { createCohort(input: $input) { cohort { id } userErrors { code message } } }',
      { input: { name: 'Record', planKey: 'record', startsOn: new Date().toISOString().slice(0, 10) } },
    );
    const people = (
      await owner.query(`select id from person where job_role = 'store-manager' limit $1`, [2 * PEOPLE])
    ).rows.map(({ id }) => globalId('Person', id));
    const { enrolments } = await call(
      'mutation($input: EnrolPeopleInput!) { enrolPeople(input: $input) { enrolments { id } userErrors { code message } } }',
      { input: { cohortId: cohort.id, personIds: people.slice(0, PEOPLE) } },
    );
    const work = Array.from({ length: ITEMS }, (_, n) =>
      enrolments.map(({ id }) => ({ enrolmentId: id, itemKey: `item-${n}` })),
    ).flat();

    let next = 0;
    const ours = async (acts = ACTS) => {
      const start = performance.now();
      await inParallel(acts, WIDTH, async () => {
        const act = work[next++];
        await call(
          'mutation($input: RecordProgressInput!) { recordProgress(input: $input) { userErrors { code message } } }',
          { input: { ...act, action: 'COMPLETE', idempotencyKey: crypto.randomUUID() } },
        );
      });
      return acts / ((performance.now() - start) / 1000);
    };
    const floor = await driverLoop(owner, appUrl, data);
    await floor.run(WARMING);
    await ours(WARMING);
    const rates = { [FLOOR]: [], [OURS]: [] };
    const costs = { [FLOOR]: [], [OURS]: [] };
    const ofPostgres = await postgresCpu(owner);
    const round = async (name, work, cpuWhile) => {
      const before = ofPostgres();
      const cpu = await cpuWhile(async () => rates[name].push(await work()));
      costs[name].push((cpu + ofPostgres() - before) / 1000 / ACTS);
    };
    for (let count = 0; count < ROUNDS; count += 1) {
      await round(FLOOR, () => floor.run(), cpuOf);
      await round(OURS, () => ours(), server.cpuOf);
    }
    await floor.end();
    report(`Recording progress, ${WIDTH} at a time`, 'a second', middles(rates), [
      { ours: OURS, against: FLOOR, least: 0.45 },
    ]);
    report('CPU of an act, of the process that does it and of PostgreSQL', 'ms', middles(costs), [
      { ours: FLOOR, against: OURS, least: 0.45 },
    ]);
  } finally {
    agent.destroy();
    await server.stop();
  }
}

const middles = (values) =>
  new Map(
    Object.entries(values).map(([name, list]) => [
      name,
      { median: median(list), low: Math.min(...list), high: Math.max(...list) },
    ]),
  );

/** As cheap as Node can ask: `fetch` would cost a third of what it measures. */
function post(agent, url, token, body) {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const asked = request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          'x-app-csrf': '1',
          authorization: `Bearer ${token}`,
        },
      },
      (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString())));
        response.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end(text);
  });
}

async function driverLoop(owner, appUrl, { workspace, boards }) {
  const clients = await Promise.all(Array.from({ length: WIDTH }, () => connect(appUrl)));
  const { rows } = await owner.query('select id, cohort_id from enrolment where cohort_id = any($1) limit 500', [
    boards.slice(1, 6),
  ]);
  let next = 0;
  return {
    end: () => Promise.all(clients.map((client) => client.end())),
    run: async (acts = ACTS) => {
      const start = performance.now();
      const free = [...clients];
      await inParallel(acts, WIDTH, async () => {
        const client = free.pop();
        const { id, cohort_id: board } = rows[next++ % rows.length];
        const item = `item-${12 + (next % 18)}`;
        await client.query('begin');
        await client.query('set local role planwright_worker');
        await client.query('select id from enrolment where id = $1 for update', [id]);
        await client.query(
          `insert into progress_event (workspace_id, enrolment_id, seq, recorded_at, occurred_at, actor, type, data, idempotency_key)
           select $1, $2, coalesce(max(seq), 0) + 1, now(), now(), 'bench', 'completed', $3, $4 from progress_event where enrolment_id = $2`,
          [workspace, id, JSON.stringify({ itemKey: item, source: 'MARKED' }), crypto.randomUUID()],
        );
        await client.query(
          `update item_state set state = 'DONE', outcome = 'COMPLETED', completed_at = now() where enrolment_id = $1 and item_key = $2`,
          [id, item],
        );
        await client.query(
          'update enrolment_state set done = done + 1, event_seq = event_seq + 1, last_event_at = now() where enrolment_id = $1',
          [id],
        );
        await client.query(
          `with bump as (update board_counter set seq = seq + 1, done = done + 1 where id = $1 returning seq)
           insert into board_patch (workspace_id, board_id, seq, enrolment_id, removed, at) select $2, $1, seq, $3, false, now() from bump`,
          [board, workspace, id],
        );
        // What was planned for the item is no longer needed, and the person's reminders are planned again.
        await client.query(
          `with marked as (
             insert into reminder_watermark as w (workspace_id, enrolment_id) values ($1, $2)
             on conflict (enrolment_id) do update set plan_at = '-infinity', revision = w.revision + 1)
           update reminder_occurrence set state = 'SUPPRESSED', reason_code = 'not-needed'
           where enrolment_id = $2 and item_key = $3 and state in ('PLANNED', 'QUEUED')`,
          [workspace, id, item],
        );
        await client.query('commit');
        free.push(client);
      });
      return acts / ((performance.now() - start) / 1000);
    },
  };
}
