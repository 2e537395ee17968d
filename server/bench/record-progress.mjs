import { globalId } from '../dist/access/graphql/global-id.js';
import { connect } from '../dist/database/connect.js';
import { startChild } from './child.mjs';
import { ITEMS, plan } from './load-data.mjs';
import { inParallel, median, report } from './measure.mjs';

const PEOPLE = 20;
const ROUNDS = 5;
const ACTS = 80;
const WIDTH = 8;

/** Marking a course done through GraphQL, against the same writes in a loop of the driver: event, states, counter, patch. */
export async function benchRecordProgress({ appUrl, owner, data }) {
  const server = await startChild('./planwright-server.mjs', { appUrl });
  const call = async (query, variables) => {
    const response = await fetch(server.ready, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-app-csrf': '1', authorization: `Bearer ${data.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data: answered, errors } = await response.json();
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
    const work = enrolments.flatMap(({ id }) =>
      Array.from({ length: ITEMS }, (_, n) => ({ enrolmentId: id, itemKey: `item-${n}` })),
    );

    let next = 0;
    const ours = async () => {
      const start = performance.now();
      await inParallel(ACTS, WIDTH, async () => {
        const act = work[next++];
        await call(
          'mutation($input: RecordProgressInput!) { recordProgress(input: $input) { userErrors { code message } } }',
          { input: { ...act, action: 'COMPLETE', idempotencyKey: crypto.randomUUID() } },
        );
      });
      return ACTS / ((performance.now() - start) / 1000);
    };
    const floor = await driverLoop(owner, appUrl, data);
    const values = { 'the same writes in a loop of the driver': [], 'recordProgress through GraphQL': [] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      const measured = [await floor.run(), await ours()];
      if (round > 0) for (const [index, list] of Object.values(values).entries()) list.push(measured[index]);
    }
    await floor.end();
    const results = new Map(
      Object.entries(values).map(([name, list]) => [
        name,
        { median: median(list), low: Math.min(...list), high: Math.max(...list) },
      ]),
    );
    report(`Recording progress, ${WIDTH} at a time`, 'a second', results, [
      { ours: 'recordProgress through GraphQL', against: 'the same writes in a loop of the driver' },
    ]);
  } finally {
    await server.stop();
  }
}

async function driverLoop(owner, appUrl, { workspace, boards }) {
  const clients = await Promise.all(Array.from({ length: WIDTH }, () => connect(appUrl)));
  const { rows } = await owner.query('select id, cohort_id from enrolment where cohort_id = any($1) limit 500', [
    boards.slice(1, 6),
  ]);
  let next = 0;
  return {
    end: () => Promise.all(clients.map((client) => client.end())),
    run: async () => {
      const start = performance.now();
      const free = [...clients];
      await inParallel(ACTS, WIDTH, async () => {
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
        await client.query('commit');
        free.push(client);
      });
      return ACTS / ((performance.now() - start) / 1000);
    },
  };
}
