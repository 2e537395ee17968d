import { globalId, uuidOf } from '../dist/access/graphql/global-id.js';
import { startChild } from './child.mjs';
import { plan } from './load-data.mjs';
import { median } from './measure.mjs';

const PEOPLE = Number(process.env.MOVERS ?? 10_000);
const ITEMS = 60;
const ROUNDS = 3;
const SECONDS = 5;

/** Everybody of a plan of 60 items is to move to its next version: what HR is shown before. */
export async function benchMigrationPreview({ appUrl, owner, data }) {
  const server = await startChild('./planwright-server.mjs', { appUrl });
  const call = async (query, variables) => {
    const response = await fetch(server.ready, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-app-csrf': '1', authorization: `Bearer ${data.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data: answered, errors } = await response.json();
    const refused = errors ?? Object.values(answered)[0].userErrors ?? [];
    if (refused.length > 0) throw new Error(JSON.stringify(refused[0]));
    return Object.values(answered)[0];
  };
  const ERRORS = 'userErrors { code message }';
  try {
    await call(`mutation($input: CreatePlanInput!) { createPlan(input: $input) { ${ERRORS} } }`, {
      input: { definition: plan(ITEMS, 'moving') },
    });
    const { version } = await call(
      `mutation($input: PublishPlanInput!) { publishPlan(input: $input) { version { id } ${ERRORS} } }`,
      { input: { planKey: 'moving', expectedRevision: 1 } },
    );
    const { cohort } = await call(
      `mutation($input: CreateCohortInput!) { createCohort(input: $input) { cohort { id } ${ERRORS} } }`,
      { input: { name: 'Moving', planKey: 'moving', startsOn: new Date().toISOString().slice(0, 10) } },
    );
    const { rows: people } = await owner.query(`select id from person where job_role = 'store-manager' order by email`);
    const { enrolments } = await call(
      `mutation($input: EnrolPeopleInput!) { enrolPeople(input: $input) { enrolments { id } ${ERRORS} } }`,
      { input: { cohortId: cohort.id, personIds: [globalId('Person', people[0].id)] } },
    );
    await multiply(owner, uuidOf('Enrolment', enrolments[0].id), people.slice(1, PEOPLE));
    const next = plan(ITEMS, 'moving');
    next.stages[2].items.push({ ...next.stages[2].items[0], key: 'added' });
    next.stages[0].items.splice(3, 1);
    await call(`mutation($input: SaveDraftInput!) { saveDraft(input: $input) { ${ERRORS} } }`, {
      input: { planKey: 'moving', expectedRevision: 1, definition: next },
    });
    const times = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const start = performance.now();
      const preview = await call(
        `query($input: MigrationInput!) { previewMigration(input: $input) { moves totals { count sentence } people(first: 50) { edges { node { reason } } } } }`,
        { input: { fromVersionId: version.id, to: { draft: { planKey: 'moving', revision: 2 } } } },
      );
      if (preview.moves !== PEOPLE) throw new Error(`${preview.moves} of ${PEOPLE} would move`);
      if (round > 0) times.push((performance.now() - start) / 1000);
    }
    const middle = median(times);
    console.log(`\nPreview of moving ${PEOPLE.toLocaleString('en')} people of ${ITEMS} items to the next version`);
    console.log(
      `  ${middle.toFixed(1)} s   [${Math.min(...times).toFixed(1)} … ${Math.max(...times).toFixed(1)}]  ${middle <= SECONDS ? 'holds' : 'DOES NOT HOLD'} (at most ${SECONDS} s)`,
    );
  } finally {
    await server.stop();
  }
}

/** The one that the server enrolled, once for each of the others: every table as it left them, and a dozen courses done. */
async function multiply(owner, enrolmentId, people) {
  const copy = async (table, key, changed) => {
    const { rows } = await owner.query(
      `select column_name as name from information_schema.columns where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER' and column_name <> all($2)`,
      [table, Object.keys(changed)],
    );
    const names = rows.map(({ name }) => `"${name}"`);
    await owner.query(
      `insert into ${table} (${[...names, ...Object.keys(changed)].join(', ')})
       select ${[...names.map((name) => `o.${name}`), ...Object.values(changed)].join(', ')}
       from ${table} o cross join bench_mover m where o.${key} = $1`,
      [enrolmentId],
    );
  };
  await owner.query('create temporary table bench_mover (id uuid default gen_random_uuid(), person_id uuid)');
  await owner.query('insert into bench_mover (person_id) select unnest($1::uuid[])', [people.map(({ id }) => id)]);
  await copy('enrolment', 'id', { id: 'm.id', person_id: 'm.person_id' });
  await copy('enrolment_state', 'enrolment_id', { enrolment_id: 'm.id', id: 'gen_random_uuid()' });
  await copy('item_state', 'enrolment_id', { enrolment_id: 'm.id', id: 'gen_random_uuid()' });
  await copy('progress_event', 'enrolment_id', {
    enrolment_id: 'm.id',
    id: 'gen_random_uuid()',
    idempotency_key: 'null',
  });
  await owner.query(
    `insert into progress_event (workspace_id, enrolment_id, seq, recorded_at, occurred_at, actor, type, data)
     select e.workspace_id, e.enrolment_id, e.last + n, e.at, e.at, 'bench', 'completed', jsonb_build_object('itemKey', 'item-' || n, 'source', 'MARKED')
     from (select workspace_id, enrolment_id, max(seq) as last, max(recorded_at) as at from progress_event
           where enrolment_id in (select id from bench_mover) group by 1, 2) e cross join generate_series(4, 15) n`,
  );
  await owner.query('drop table bench_mover');
  await owner.query('vacuum analyze progress_event, enrolment');
}
