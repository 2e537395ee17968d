import { globalId, uuidOf } from '../dist/access/graphql/global-id.js';
import { startChild } from './child.mjs';
import { plan } from './load-data.mjs';
import { answerTimes, quantile } from './meanwhile.mjs';
import { held, median } from './measure.mjs';
import { multiplyEnrolment } from './multiply-enrolment.mjs';

const PEOPLE = Number(process.env.MOVERS ?? 10_000);
/** The move itself writes every item of everybody. */
const MOVED = Math.min(PEOPLE, 500);
const ITEMS = 60;
const ROUNDS = 3;
const SECONDS = 5;
const DAY_MS = 86_400_000;
const ERRORS = 'userErrors { code message }';

/**
 * Everybody of a plan of 60 items is to move to its next version: what HR is shown before, and the move itself. No two
 * people have the same history. Measured for a plan whose stages have dates, and for one in which every item has its own.
 */
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
  try {
    for (const [key, dated] of [
      ['moving', false],
      ['moving-dated', true],
    ]) {
      await benchMove({ call, owner, cpuOf: server.cpuOf, readyz: new URL('/readyz', server.ready) }, key, dated);
    }
  } finally {
    await server.stop();
  }
}

async function benchMove({ call, owner, cpuOf, readyz }, key, dated) {
  const definition = () => (dated ? withDates(plan(ITEMS, key)) : plan(ITEMS, key));
  await call(`mutation($input: CreatePlanInput!) { createPlan(input: $input) { ${ERRORS} } }`, {
    input: { definition: definition() },
  });
  const publish = async (expectedRevision) => {
    const { version } = await call(
      `mutation($input: PublishPlanInput!) { publishPlan(input: $input) { version { id } ${ERRORS} } }`,
      { input: { planKey: key, expectedRevision } },
    );
    return version.id;
  };
  const fromVersionId = await publish(1);
  const startsOn = new Date(Date.now() - 42 * DAY_MS).toISOString().slice(0, 10);
  const { cohort } = await call(
    `mutation($input: CreateCohortInput!) { createCohort(input: $input) { cohort { id } ${ERRORS} } }`,
    { input: { name: key, planKey: key, startsOn } },
  );
  const { rows: people } = await owner.query(`select id from person where job_role = 'store-manager' order by email`);
  const { enrolments } = await call(
    `mutation($input: EnrolPeopleInput!) { enrolPeople(input: $input) { enrolments { id } ${ERRORS} } }`,
    { input: { cohortId: cohort.id, personIds: [globalId('Person', people[0].id)], again: true } },
  );
  await multiplyEnrolment(owner, uuidOf('Enrolment', enrolments[0].id), people.slice(1, PEOPLE));

  const next = definition();
  next.stages[2].items.push({ ...next.stages[2].items[0], key: 'added' });
  next.stages[0].items.splice(3, 1);
  await call(`mutation($input: SaveDraftInput!) { saveDraft(input: $input) { ${ERRORS} } }`, {
    input: { planKey: key, expectedRevision: 1, definition: next },
  });
  const preview = (to, enrolmentIds) =>
    call(
      `query($input: MigrationInput!) { previewMigration(input: $input) {
         moves previewHash totals { count sentence } people(first: 50) { edges { node { reason changes { sentence } } } } } }`,
      { input: { fromVersionId, to, enrolmentIds } },
    );
  // The first starts the threads.
  await preview({ draft: { planKey: key, revision: 2 } }, await someOf(owner, cohort, 1_000));
  const times = [];
  const cpu = [];
  const answers = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let meanwhile = [];
    const start = performance.now();
    const used = await cpuOf(async () => {
      const previewing = preview({ draft: { planKey: key, revision: 2 } });
      meanwhile = await answerTimes(readyz, previewing);
      const { moves } = await previewing;
      if (moves !== PEOPLE) throw new Error(`${moves} of ${PEOPLE} would move`);
    });
    times.push((performance.now() - start) / 1000);
    cpu.push(used / 1e6);
    answers.push(...meanwhile);
  }
  const middle = median(times);
  console.log(
    `\nMoving ${PEOPLE.toLocaleString('en')} people of ${ITEMS} items, ${dated ? 'each with a date' : 'dated by stage'}, to the next version`,
  );
  console.log(
    `  preview   ${middle.toFixed(1)} s   [${Math.min(...times).toFixed(1)} … ${Math.max(...times).toFixed(1)}]  ${held(middle, SECONDS)} (at most ${SECONDS} s), ${median(cpu).toFixed(1)} s of CPU in two threads and the server's own`,
  );
  console.log(`  /readyz meanwhile, 99 % within ${quantile(answers, 0.99).toFixed(0)} ms of ${answers.length}`);

  const toVersionId = await publish(2);
  const enrolmentIds = await someOf(owner, cohort, MOVED);
  const to = { versionId: toVersionId };
  const { previewHash } = await preview(to, enrolmentIds);
  const start = performance.now();
  const moving = call(`mutation($input: MoveEnrolmentsInput!) { moveEnrolments(input: $input) { moved ${ERRORS} } }`, {
    input: { migration: { fromVersionId, to, enrolmentIds }, previewHash },
  });
  const meanwhile = await answerTimes(readyz, moving);
  const { moved } = await moving;
  if (moved !== MOVED) throw new Error(`${moved} of ${MOVED} were moved`);
  console.log(
    `  moving ${moved} of them  ${((performance.now() - start) / 1000).toFixed(1)} s   /readyz meanwhile, 99 % within ${quantile(meanwhile, 0.99).toFixed(0)} ms of ${meanwhile.length}`,
  );
}

async function someOf(owner, cohort, count) {
  const { rows } = await owner.query('select id from enrolment where cohort_id = $1 order by id limit $2', [
    uuidOf('Cohort', cohort.id),
    count,
  ]);
  return rows.map(({ id }) => globalId('Enrolment', id));
}

function withDates(definition) {
  for (const stage of definition.stages) {
    stage.items.forEach((item, index) => {
      item.due = { week: 2 + (index % 11), weekday: 'THU', at: '18:00' };
    });
  }
  return definition;
}
