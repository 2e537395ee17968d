import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import { addDays, mondayOf, type PlainDate } from '@planwright/schema/time';
import { globalId } from '../../access/graphql/global-id.js';
import type { PersonSpec, TestPerson } from '../../testing/fixture.js';
import { operation } from '../../testing/operation.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import {
  ask,
  CREATE_PLAN,
  enrol,
  makeCohort,
  makeWorld,
  moveClock,
  type PlanWorld,
  PUBLISH_PLAN,
} from '../testing/plan-world.js';
import { smallPlan } from '../testing/small-plan.js';

const SAVE = operation(`mutation SaveRule($input: EnrolmentRuleInput!) { saveEnrolmentRule(input: $input) {
  rule { planKey enabled triggers from cohorts startsOn mentorRule leaving againAfterMonths lastRunAt nextRunAt }
  userErrors { code path message } } }`);
const PREVIEW = operation(`query PreviewRule($input: EnrolmentRuleInput!) { previewEnrolmentRule(input: $input) {
  person { name } reason trigger startsOn } }`);
const CREATE_PERSON = `mutation RuleJoins($input: CreatePersonInput!) { createPerson(input: $input) {
  person { id } userErrors { code path } } }`;
const CHANGE_JOB = `mutation RulePromotes($input: UpdatePersonInput!) { updatePerson(input: $input) {
  person { id } userErrors { code path } } }`;
const RULE = operation(`query Rule($planKey: String!) { enrolmentRule(planKey: $planKey) {
  enabled lastRunAt nextRunAt noLongerMatching { person { name } enrolment { status } missedRuns inExperiment } } }`);

let server: TestServer;
let world: PlanWorld;
let plans = 0;
let planKey: string;
/** The clock never goes back: each test begins on a Monday of its own. */
let monday: PlainDate = '2026-01-05';
const day = (after: number): PlainDate => addDays(monday, after);
const morning = (after: number) => `${day(after)}T01:00:00.000Z`;
beforeAll(async () => {
  server = await startTestServer({ now: morning(0) });
});
afterAll(() => server?.stop());
/** Each test in a company of its own, with a plan for store managers. */
beforeEach(async () => {
  monday = addDays(mondayOf(server.clock.real().slice(0, 10)), 7);
  await moveClock(server, morning(0));
  await server.sql.rows('update enrolment_rule set enabled = false');
  world = await makeWorld(server);
  planKey = await publish({ audience: { jobRoles: ['store-manager'] } });
});

async function publish(changes: Partial<PlanDefinition>): Promise<string> {
  plans += 1;
  const definition = smallPlan(`plan-${plans}`, changes);
  await ask(server, CREATE_PLAN, { input: { definition } }, { as: world.admin });
  const input = { planKey: definition.key, expectedRevision: 1 };
  expect((await ask(server, PUBLISH_PLAN, { input }, { as: world.admin })).userErrors).toEqual([]);
  return definition.key;
}

const manager = (name: string, spec: Partial<PersonSpec> = {}) =>
  world.workspace.person({ name, jobRole: 'store-manager', department: world.sales, ...spec });
const terms = (more: object = {}) => ({
  planKey,
  enabled: true,
  triggers: ['WEEKLY' as const],
  from: day(-4),
  ...more,
});
const save = (more: object = {}, as = world.hr) => server.ask(SAVE, { input: terms(more) }, { as });
const preview = async (more: object = {}) =>
  (await server.ask(PREVIEW, { input: terms(more) }, { as: world.hr })).previewEnrolmentRule;
const run = () => server.running.rules.wake();
const runAt = async (after: number) => {
  await moveClock(server, morning(after));
  await run();
};
const change = (person: TestPerson, set: string, ...values: unknown[]) =>
  server.sql.rows(`update person set ${set} where id = $1`, [person.id, ...values]);

const enrolments = (person: TestPerson) =>
  server.sql.rows<{ cohort: string; starts: string; status: string; mentor: string | null }>(
    `select c.name as cohort, to_char(e.starts_on, 'YYYY-MM-DD') as starts, s.status, m.name as mentor
     from enrolment e join cohort c on c.id = e.cohort_id join enrolment_state s on s.enrolment_id = e.id
     left join person m on m.id = e.mentor_id join plan p on p.id = c.plan_id and p.key = $2
     where e.person_id = $1 order by e.created_at`,
    [person.id, planKey],
  );

describe('a rule', () => {
  test('enrols exactly the people of its list when it is switched on, once', async () => {
    const [ann, bo] = [await manager('Ann'), await manager('Bo')];
    const gone = await manager('Gone', { active: false });
    const clerk = await world.workspace.person({ name: 'Clerk', jobRole: 'clerk' });
    expect(await preview()).toEqual([
      { person: { name: 'Ann' }, reason: 'Job role: store-manager.', trigger: 'WEEKLY', startsOn: day(0) },
      { person: { name: 'Bo' }, reason: 'Job role: store-manager.', trigger: 'WEEKLY', startsOn: day(0) },
    ]);
    await server.sql.rows(
      `insert into job_role (workspace_id, key, titles) values ($1, 'store-manager', '{"en": "Store manager"}')`,
      [world.workspace.id],
    );
    expect((await preview()).map(({ reason }) => reason)).toEqual(Array(2).fill('Job role: Store manager.'));
    expect(await enrolments(ann)).toEqual([]);
    const { saveEnrolmentRule: saved } = await save();
    expect(saved.userErrors).toEqual([]);
    expect(saved.rule).toMatchObject({ cohorts: 'MONTHLY', startsOn: 'NEXT_MONDAY', leaving: 'KEEP', lastRunAt: null });
    await run();
    for (const person of [ann, bo])
      expect(await enrolments(person)).toEqual([
        { cohort: `Small plan（中文） ${day(0).slice(0, 7)}`, starts: day(0), status: 'ACTIVE', mentor: null },
      ]);
    expect(await enrolments(gone)).toEqual([]);
    expect(await enrolments(clerk)).toEqual([]);
    expect(await preview()).toEqual([]);
    await runAt(7);
    expect(await enrolments(ann)).toHaveLength(1);
    const { enrolmentRule } = await server.ask(RULE, { planKey }, { as: world.hr });
    expect(enrolmentRule).toMatchObject({
      lastRunAt: morning(7),
      nextRunAt: `${day(13)}T22:00:00.000Z`,
    });
  });

  test('leaves people alone who were enrolled by hand', async () => {
    const ann = await manager('Ann');
    await enrol(world, await makeCohort(world, planKey), [ann]);
    expect(await preview()).toEqual([]);
    await save();
    await run();
    expect(await enrolments(ann)).toMatchObject([{ cohort: 'Spring' }]);
  });

  test('asks departments with those below them, and the condition', async () => {
    const east = await world.workspace.department('East', world.sales);
    const [{ key }] = (await server.sql.rows('select key from department where id = $1', [world.sales])) as [
      { key: string },
    ];
    planKey = await publish({ audience: { departments: [key], when: 'person.teamSize >= 1' } });
    const boss = await world.workspace.person({ name: 'Boss', department: east });
    await world.workspace.person({ name: 'Team', department: east, manager: boss });
    const list = await preview();
    expect(list.map(({ person }) => person.name)).toEqual(['Boss', 'Lena']);
    expect(list[0]?.reason).toBe('Department: East. Meets the plan’s condition.');
  });

  test('cannot be switched on for a plan that does not say who it is for', async () => {
    planKey = await publish({});
    const { saveEnrolmentRule: refused } = await save();
    expect(refused).toMatchObject({ rule: null, userErrors: [{ code: 'NOT_NOW', path: ['planKey'] }] });
    expect(await preview()).toEqual([]);
    expect((await save({ enabled: false })).saveEnrolmentRule.userErrors).toEqual([]);
  });

  test('needs an occasion and a number of months that is one', async () => {
    const { saveEnrolmentRule: refused } = await save({ triggers: [], againAfterMonths: 0 });
    expect(refused.userErrors.map(({ path }) => path)).toEqual([['triggers'], ['againAfterMonths']]);
  });

  test('is for HR of everybody: HR of a department reads it and changes nothing', async () => {
    const hrOfSales = await world.workspace.person({ name: 'Sal', roles: [{ HR: world.sales }] });
    await save();
    const refused = await server.send(SAVE, { input: terms({ enabled: false }) }, { as: hrOfSales });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const list = await server.send(PREVIEW, { input: terms() }, { as: hrOfSales });
    expect(list.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await server.ask(RULE, { planKey }, { as: hrOfSales })).enrolmentRule).toMatchObject({ enabled: true });
  });

  test('gives each a mentor of their department, by turns', async () => {
    await world.workspace.person({ name: 'Mentor A', department: world.sales, roles: ['MENTOR'] });
    await world.workspace.person({ name: 'Mentor B', department: world.sales, roles: ['MENTOR'] });
    await world.workspace.person({ name: 'Elsewhere', roles: ['MENTOR'] });
    const people = [await manager('Ann'), await manager('Bo'), await manager('Cy'), await manager('Di')];
    const lone = await manager('Lone', { department: await world.workspace.department('Lone') });
    await save({ mentorRule: 'SAME_DEPARTMENT' });
    await run();
    const mentors = (await Promise.all(people.map(enrolments))).map(([one]) => one?.mentor).sort();
    expect(mentors).toEqual(['Mentor A', 'Mentor A', 'Mentor B', 'Mentor B']);
    expect(await enrolments(lone)).toMatchObject([{ mentor: null }]);
  });

  test('pauses after two weekly runs in which somebody did not match, and resumes when they do', async () => {
    const [ann, hand] = [await manager('Ann'), await manager('Hand')];
    await enrol(world, await makeCohort(world, planKey), [hand]);
    await save({ leaving: 'PAUSE' });
    await run();
    for (const person of [ann, hand]) await change(person, `job_role = 'clerk'`);
    await runAt(7);
    expect(await enrolments(ann)).toMatchObject([{ status: 'ACTIVE' }]);
    expect((await server.ask(RULE, { planKey }, { as: world.hr })).enrolmentRule?.noLongerMatching).toEqual([
      { person: { name: 'Ann' }, enrolment: { status: 'ACTIVE' }, missedRuns: 1, inExperiment: false },
    ]);
    await runAt(14);
    expect(await enrolments(ann)).toMatchObject([{ status: 'PAUSED' }]);
    expect(await enrolments(hand)).toMatchObject([{ status: 'ACTIVE' }]);
    await change(ann, `job_role = 'store-manager'`);
    await runAt(21);
    expect(await enrolments(ann)).toMatchObject([{ status: 'ACTIVE' }]);
  });

  test('enrols in the version that is published now, a second time in a cohort of its own', async () => {
    const ann = await manager('Ann');
    await save({ cohorts: 'ONE', againAfterMonths: 1 });
    await run();
    await server.sql.rows(
      `update enrolment_state s set status = 'COMPLETED', completed_at = $2, next_change_at = null
       from enrolment e where e.id = s.enrolment_id and e.person_id = $1`,
      [ann.id, morning(1)],
    );
    await runAt(28);
    expect(await enrolments(ann)).toHaveLength(1);
    await runAt(35);
    expect(await enrolments(ann)).toMatchObject([
      { cohort: 'Small plan（中文）', status: 'COMPLETED' },
      { cohort: 'Small plan（中文）（第 2 次）', starts: day(35) },
    ]);
  });
});

describe('a run finds members of an experiment', () => {
  test('and neither enrols nor pauses them', async () => {
    const [ann, bo] = [await manager('Ann'), await manager('Bo')];
    await save({ leaving: 'CANCEL' });
    await draw(bo, 'DESIGNED');
    expect((await preview()).map(({ person }) => person.name)).toEqual(['Ann']);
    await run();
    expect(await enrolments(bo)).toEqual([]);
    await draw(ann, 'RUNNING');
    await change(ann, `job_role = 'clerk'`);
    for (const after of [7, 14, 21]) await runAt(after);
    expect(await enrolments(ann)).toMatchObject([{ status: 'ACTIVE' }]);
    expect((await server.ask(RULE, { planKey }, { as: world.hr })).enrolmentRule?.noLongerMatching).toMatchObject([
      { person: { name: 'Ann' }, missedRuns: 0, inExperiment: true },
    ]);
  });
});

describe('what happens to people', () => {
  const happened = (person: TestPerson, type: string, at: string, more: { jobRole?: string; lead?: boolean } = {}) =>
    server.sql.rows(
      `insert into career_event (workspace_id, person_id, type, at, job_role, became_lead) values ($1, $2, $3, $4, $5, $6)`,
      [person.workspaceId, person.id, type, at, more.jobRole ?? null, more.lead ?? false],
    );
  const personEvents = (person: TestPerson) =>
    server.sql.rows(
      `select v.data ->> 'event' as event, v.actor from progress_event v join enrolment e on e.id = v.enrolment_id
       where e.person_id = $1 and v.type = 'personEvent' order by v.seq`,
      [person.id],
    );

  test('enrols whoever joins, and whoever is promoted into a job role of the plan, between two Mondays', async () => {
    await save({ triggers: ['JOINING', 'PROMOTION'], startsOn: 'EVENT_DAY' });
    await run();
    await moveClock(server, morning(2));
    const [joins, promoted, old] = [await manager('Joins'), await manager('Promoted'), await manager('Old')];
    await change(joins, 'joined_on = $2', day(10));
    await happened(joins, 'JOINED', morning(2));
    await happened(promoted, 'PROMOTED', morning(2), { jobRole: 'store-manager' });
    await run();
    expect(await enrolments(joins)).toMatchObject([{ starts: day(10), status: 'SCHEDULED' }]);
    expect(await enrolments(promoted)).toMatchObject([{ starts: day(2), status: 'ACTIVE' }]);
    expect(await enrolments(old)).toEqual([]);
  });

  test('is what HR does with their records', async () => {
    const clerk = await world.workspace.person({ name: 'Clerk', jobRole: 'clerk' });
    await enrol(world, await makeCohort(world, await publish({ audience: { jobRoles: ['store-manager'] } })), [clerk]);
    // Job roles are records by now.
    await server.sql.rows(
      `insert into job_role (workspace_id, key, titles) values ($1, 'store-manager', '{}'), ($1, 'clerk', '{}') on conflict do nothing`,
      [world.workspace.id],
    );
    await save({ triggers: ['JOINING', 'PROMOTION'] });
    await run();
    const createPerson = await ask(
      server,
      CREATE_PERSON,
      { input: { name: 'New', jobRoleKey: 'store-manager' } },
      { as: world.hr },
    );
    expect(createPerson.userErrors).toEqual([]);
    const updatePerson = await ask(
      server,
      CHANGE_JOB,
      { input: { personId: globalId('Person', clerk.id), jobRoleKey: 'store-manager' } },
      { as: world.hr },
    );
    expect(updatePerson.userErrors).toEqual([]);
    await run();
    expect(await personEvents(clerk)).toEqual([
      { event: 'PROMOTED', actor: 'system' },
      { event: 'PROMOTED', actor: 'system' },
    ]);
    const byRule = await server.sql.rows(
      `select p.name, r.caused_by as cause from rule_enrolment r join enrolment e on e.id = r.enrolment_id
       join person p on p.id = e.person_id where r.workspace_id = $1 order by p.name`,
      [world.workspace.id],
    );
    expect(byRule).toEqual([
      { name: 'Clerk', cause: 'PROMOTION' },
      { name: 'New', cause: 'JOINING' },
    ]);
  });

  test('reaches the plans they run, so that dates can count from it', async () => {
    const ann = await manager('Ann');
    await enrol(world, await makeCohort(world, planKey), [ann]);
    await happened(ann, 'PROMOTED', morning(0), { jobRole: 'clerk' });
    await happened(ann, 'FIRST_SIGN_IN', morning(0));
    await run();
    expect(await personEvents(ann)).toEqual([{ event: 'FIRST_SIGN_IN', actor: 'system' }]);
    await happened(ann, 'PROMOTED', morning(0), { lead: true });
    await run();
    expect(await personEvents(ann)).toEqual([
      { event: 'FIRST_SIGN_IN', actor: 'system' },
      { event: 'PROMOTED', actor: 'system' },
    ]);
  });
});

describe('many people', () => {
  test('enrols many in parts, and each only once', async () => {
    await server.sql.rows(
      `insert into person (workspace_id, name, job_role) select $1, 'Many ' || n, 'store-manager' from generate_series(1, 210) n`,
      [world.workspace.id],
    );
    await save();
    await run();
    const counts = await server.sql.rows(
      `select count(*)::int as enrolments, count(distinct e.person_id)::int as people, count(distinct e.cohort_id)::int as cohorts
       from enrolment e join cohort c on c.id = e.cohort_id join plan p on p.id = c.plan_id and p.key = $1`,
      [planKey],
    );
    expect(counts).toEqual([{ enrolments: 210, people: 210, cohorts: 1 }]);
  });
});

async function draw(person: TestPerson, status: 'DESIGNED' | 'RUNNING'): Promise<void> {
  await server.sql.rows(
    `with x as (insert into experiment (workspace_id, plan_id, name, hypothesis, metric_key, smallest_effect, unit, strata, status, seed,
       seed_hash, roster, roster_digest, allocation, registration, registration_hash, cohort_name, starts_on, analysis_on, created_at)
       select p.workspace_id, p.id, 'Split ' || $3, 'Helps', 'team-performance', 5, 'PERSON', '{}', $3, 's', 'x', '[]', 'x', '{}', '{}', 'x', 'C',
         '2026-01-05', '2026-06-30', now() from plan p where p.key = $2 returning id, workspace_id)
     insert into experiment_member (workspace_id, experiment_id, person_id, arm_key, assigned_at)
     select workspace_id, id, $1, 'v1', now() from x`,
    [person.id, planKey, status],
  );
}
