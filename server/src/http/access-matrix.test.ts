import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLField } from 'graphql';
import { globalId } from '../access/graphql/global-id.js';
import { MUTATIONS, type MutationName, type Relation, type Rule } from '../access/mutation-rules.js';
import { act, enrol, makeWorld, type PlanWorld, startPlan } from '../enrolments/testing/plan-world.js';
import type { TestPerson } from '../testing/fixture.js';
import { sampleOperation } from '../testing/sample-operation.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { printedSchema } from './printed-schema.js';

const fields = Object.values(buildSchema(printedSchema()).getMutationType()?.getFields() ?? {});
const rules: Record<string, Rule> = MUTATIONS;

const ACTORS = [
  'admin',
  'hr',
  'hrOfSales',
  'designer',
  'mentor',
  'lead',
  'peer',
  'inside',
  'service',
  'stranger',
] as const;
type Actor = (typeof ACTORS)[number];
/** inside: somebody in sales with a mentor, a superior and a partner. outside: somebody in marketing. */
type TargetName = 'inside' | 'outside' | 'own';

/** Roles of each, and how each stands to the two targets: plain facts, in place of what the server derives. */
const ROLES: Record<Actor, readonly string[]> = {
  admin: ['ADMIN'],
  hr: ['HR'],
  hrOfSales: ['HR'],
  designer: ['DESIGNER'],
  mentor: ['MENTOR'],
  lead: ['TEAM_LEAD'],
  peer: [],
  inside: [],
  service: ['SERVICE'],
  stranger: [],
};
const REACHES_ALL: readonly Actor[] = ['admin', 'hr'];
const STANDS: Record<Actor, { inside: readonly Relation[]; outside: readonly Relation[]; own: readonly Relation[] }> = {
  admin: { inside: ['ADMIN'], outside: ['ADMIN'], own: ['SELF', 'ADMIN'] },
  hr: { inside: ['HR'], outside: ['HR'], own: ['SELF', 'HR'] },
  hrOfSales: { inside: ['HR'], outside: [], own: ['SELF', 'HR'] },
  designer: { inside: [], outside: [], own: ['SELF'] },
  mentor: { inside: ['MENTOR'], outside: [], own: ['SELF'] },
  lead: { inside: ['LEAD'], outside: [], own: ['SELF'] },
  peer: { inside: ['PARTNER'], outside: [], own: ['SELF'] },
  inside: { inside: ['SELF'], outside: [], own: ['SELF'] },
  // A service sees no person's file; what it may act on comes to it through the synchronisation.
  service: { inside: [], outside: [], own: ['SELF'] },
  stranger: { inside: [], outside: [], own: ['SELF'] },
};

/** Where a row is narrowed further: only who was asked reviews, and a partner acts on the task that they share. */
const NARROWER: Partial<Record<MutationName, readonly Relation[]>> = {
  reviewSubmission: ['LEAD', 'PARTNER'],
  recordProgress: ['PARTNER'],
};

interface Target {
  person: TestPerson;
  enrolment: string;
  submission: string;
  occurrence: string;
  handOver: string;
}

let server: TestServer;
let world: PlanWorld;
let people: Record<Actor | 'outside' | 'gone', TestPerson>;
let departments: Record<string, string>;
let ids: Record<'cohort' | 'version' | 'second' | 'round' | 'finding' | 'migration' | 'integration', string>;
const targets = new Map<string, Target>();
const experiments = new Map<string, string>();
/** Of each person. */
const sessions = new Map<string, string>();

/** A row by SQL, where only its being there matters. */
const add = async (table: string, values: Record<string, unknown>): Promise<string> => {
  const columns = Object.keys(values).map((column) => `"${column}"`);
  const row = await server.sql.row<{ id: string }>(
    `insert into ${table} (workspace_id, ${columns.join(', ')}) values ($1, ${columns.map((_, i) => `$${i + 2}`).join(', ')}) returning id`,
    [world.workspace.id, ...Object.values(values)],
  );
  if (!row) throw new Error(table);
  return row.id;
};
const AT = '2026-01-05T01:00:00.000Z';
const uuidIn = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';

async function target(person: TestPerson, enrolment: string): Promise<Target> {
  await act(world, person, enrolment, 'course', 'COMPLETE');
  const handedIn = await act(world, person, enrolment, 'report', 'SUBMIT', { artefact: 'https://docs.example/report' });
  const occurrence = await add('reminder_occurrence', {
    id: crypto.randomUUID(),
    enrolment_id: uuidIn(enrolment),
    rule_key: 'due',
    key: 'report',
    recipient_id: person.id,
    channel: 'chat',
    role: 'LEARNER',
    at: AT,
    hard: true,
    about: '{}',
    why: '{}',
    provisional: false,
    catch_up: 'ALL',
    deliver_at: AT,
    planned_at: AT,
  });
  // Nobody has confirmed that their mentor left: it counts as open while the mentor is who took over.
  const mentor = await server.sql.row<{ id: string | null }>('select mentor_id as id from enrolment where id = $1', [
    uuidIn(enrolment),
  ]);
  const handOver = await add('hand_over', {
    leaver_id: people.gone.id,
    kind: 'MENTEE',
    person_id: person.id,
    enrolment_id: uuidIn(enrolment),
    to_id: mentor?.id ?? null,
    at: AT,
  });
  return {
    person,
    enrolment,
    handOver: globalId('HandOver', handOver),
    submission: handedIn.submission.id,
    occurrence: globalId('ReminderOccurrence', occurrence),
  };
}

/** On its last day but one and with nothing to draw on: each act on it that is allowed says so and changes nothing. */
async function experimentWith(members: readonly TestPerson[]): Promise<string> {
  const plan = (await server.sql.row<{ id: string }>('select id from plan limit 1'))?.id;
  const cohort = await add('cohort', { plan_id: plan, name: 'C', starts_on: '2026-01-05', created_at: AT });
  const id = await add('experiment', {
    plan_id: plan,
    name: 'Split',
    hypothesis: 'Splitting helps',
    metric_key: 'team-performance',
    smallest_effect: 5,
    unit: 'PERSON',
    strata: [],
    status: 'RUNNING',
    seed: 's',
    seed_hash: 'x',
    roster: '[]',
    roster_digest: 'x',
    allocation: '{}',
    registration: '{}',
    registration_hash: 'x',
    cohort_name: 'C',
    starts_on: '2026-01-05',
    analysis_on: '2026-01-06',
    cohort_id: cohort,
    created_at: AT,
  });
  await add('experiment_arm', {
    experiment_id: id,
    position: 0,
    key: 'v1',
    plan_version_id: uuidIn(ids.version),
    weight: 1,
  });
  for (const { id: personId } of members)
    await add('experiment_member', { experiment_id: id, person_id: personId, arm_key: 'v1', assigned_at: AT });
  return globalId('Experiment', id);
}

beforeAll(async () => {
  server = await startTestServer({ now: AT });
  world = await makeWorld(server);
  const { workspace, sales } = world;
  const other = await workspace.department('Other');
  people = {
    admin: world.admin,
    hr: world.hr,
    designer: world.designer,
    mentor: world.mentor,
    lead: world.lead,
    peer: world.peer,
    inside: world.learner,
    stranger: world.stranger,
    hrOfSales: await workspace.person({ name: 'Sal', department: sales, roles: [{ HR: sales }] }),
    service: await workspace.person({ name: 'Robot', roles: ['SERVICE'] }),
    gone: await workspace.person({ name: 'Gone', department: sales, active: false }),
    outside: await workspace.person({ name: 'Ole', department: other }),
  };
  departments = { inside: sales, 'inside own': sales, outside: other };
  const running = await startPlan(world);
  const others = ACTORS.filter((actor) => actor !== 'inside');
  const own = await enrol(
    world,
    running.cohortId,
    others.map((actor) => people[actor]),
  );
  const [outside] = await enrol(world, running.cohortId, [people.outside]);
  await add('enrolment_partner', {
    enrolment_id: uuidIn(running.enrolmentId),
    item_key: 'project',
    person_id: people.peer.id,
  });
  ids = {
    cohort: running.cohortId,
    version: running.versionId,
    second: '',
    round: '',
    finding: '',
    migration: '',
    integration: '',
  };
  const second = await server.sql.row<{ id: string }>(
    `insert into plan_version (workspace_id, plan_id, number, content_hash, definition, published_at)
     select workspace_id, plan_id, 2, 'second', definition, published_at from plan_version returning id`,
  );
  ids.second = globalId('PlanVersion', second?.id ?? '');
  targets.set('inside', await target(people.inside, running.enrolmentId));
  targets.set('outside', await target(people.outside, outside ?? ''));
  for (const [index, actor] of others.entries()) targets.set(actor, await target(people[actor], own[index] ?? ''));
  targets.set('inside own', targets.get('inside') as Target);
  const sales_ = { cohort_id: uuidIn(ids.cohort), plan_version_id: uuidIn(ids.version) };
  const report = await add('report', {
    ...sales_,
    departments: [sales],
    generated_at: AT,
    figures_hash: '0'.repeat(64),
    body: '{}',
    manifest: '{}',
  });
  const words = '{"title":{},"evidence":{},"suggestion":{},"edits":{"zh-CN":[],"en":[]}}';
  const finding = { report_id: report, position: 0, rule: 'R39', grade: 'MODERATE', words, commands: '[]' };
  ids.finding = globalId('Finding', await add('finding', finding));
  ids.integration = globalId(
    'Integration',
    await add('integration', { plugin_key: 'none', name: 'N', config: '{}', config_version: 1, created_at: AT }),
  );
  ids.migration = globalId(
    'Migration',
    await add('plan_migration', {
      plan_id: (await server.sql.row<{ id: string }>('select id from plan limit 1'))?.id,
      from_version_id: uuidIn(ids.version),
      to_version_id: uuidIn(ids.version),
      input: '{}',
      preview_hash: 'x',
      at: AT,
      moved: 0,
    }),
  );
  ids.round = globalId(
    'SurveyRound',
    await add('survey_round', {
      cohort_id: uuidIn(ids.cohort),
      respondents: 'TEAM',
      questions: '[]',
      opens_on: '2026-01-05',
      closes_on: '2026-01-20',
      created_at: AT,
    }),
  );
  for (const [name, { person }] of targets) {
    experiments.set(name, await experimentWith([person]));
    await server.token(person);
    const session = await server.sql.row<{ id: string }>('select id from session where person_id = $1', [person.id]);
    sessions.set(person.id, session?.id ?? '');
  }
});
afterAll(() => server?.stop());

const targetOf = (actor: Actor, name: TargetName): [string, Target] => {
  const key = name === 'own' ? (actor === 'inside' ? 'inside own' : actor) : name;
  const found = targets.get(key);
  if (!found) throw new Error(key);
  return [key, found];
};

/** Which object an argument means, by its name. */
function idFor(field: string, name: string, key: string, of: Target): string {
  if (field === 'handOver' && name === 'ids') return of.handOver;
  if (field === 'setDeputy' && name === 'mentorId') return globalId('Person', of.person.id);
  // Nor their successor or deputy.
  if (/successor|deputy/i.test(name)) return globalId('Person', people.gone.id);
  // Who has left can be nobody's mentor: the act is refused once it was found to be allowed, and relations stay.
  if (/mentor/i.test(name)) return globalId('Person', people.gone.id);
  if (/session/i.test(name)) return globalId('Session', sessions.get(of.person.id) ?? '');
  if (/department/i.test(name) || ['parentId', 'fromId', 'intoId'].includes(name))
    return globalId('Department', departments[key] ?? departments.inside ?? '');
  if (/manager/i.test(name)) return globalId('Person', people.stranger.id);
  if (/person|recipient/i.test(name)) return globalId('Person', of.person.id);
  if (/enrolment|leaveOut/i.test(name)) return of.enrolment;
  if (/submission/i.test(name)) return of.submission;
  if (/experiment/i.test(name)) return experiments.get(key) ?? '';
  if (/version/i.test(name)) return ids.version;
  if (/cohort/i.test(name)) return ids.cohort;
  if (/round/i.test(name)) return ids.round;
  if (/finding/i.test(name)) return ids.finding;
  if (/migration/i.test(name)) return ids.migration;
  if (/integration/i.test(name)) return ids.integration;
  return of.occurrence;
}

const withoutReason = (document: string) => document.replace(/reason: "sample"/, 'reason: ""');

/** Where a sample of each argument is not enough to come to the question of reach. */
const WORDS: Partial<Record<MutationName, (document: string) => string>> = {
  createExperiment: (document) =>
    document
      .replace(/planKey: "sample"/, 'planKey: "small"')
      .replace(/metricKey: "sample"/, 'metricKey: "team-performance"')
      .replace(/analysisOn: "[^"]*"/, 'analysisOn: "2026-09-01"')
      .replace(/personIds: \[("[^"]*")\]/, (_, id) => `personIds: [${id}, "${globalId('Person', people.lead.id)}"]`)
      .replace(/versionIds: \[("[^"]*")\]/, (_, id) => `versionIds: [${id}, ${JSON.stringify(ids.second)}]`),
  // Without a reason none of these is done, once it was found to be allowed.
  cancelExperiment: withoutReason,
  stopExperiment: withoutReason,
  decideExperiment: withoutReason,
  saveEnrolmentRule: (document) => document.replace(/planKey: "sample"/, 'planKey: "small"'),
  moveEnrolments: (document) =>
    document.replace(/to: \{ draft: \{[^}]*\} \}/, `to: { versionId: ${JSON.stringify(ids.second)} }`),
  recordMeasurements: (document) =>
    document.replace(/metricKey: "sample"/, 'metricKey: "team-performance"').replace(/2026-03-02/g, '2026-01-04'),
};

async function run(actor: Actor, field: GraphQLField<unknown, unknown>, name: TargetName): Promise<string> {
  const [key, of] = targetOf(actor, name);
  const sample = sampleOperation('mutation', field, { id: (argument) => idFor(field.name, argument, key, of) });
  const document = WORDS[field.name as MutationName]?.(sample) ?? sample;
  const answer = await server.execute(document, {}, { as: people[actor] });
  // Who was signed out comes back for the next question.
  if (field.name.startsWith('endSession')) await server.sql.rows('update session set revoked_at = null');
  return answer.errors?.[0]?.extensions.code ?? 'ANSWERED';
}

const refusal = expect.stringMatching(/^(FORBIDDEN|NOT_FOUND)$/);
const of = (on: Rule['on']) =>
  fields.filter(({ name }) => rules[name]?.on === on).map((field) => [field.name, field] as const);

describe('the table of who may do what', () => {
  test('has a row for every mutation, and none for what is no mutation', () => {
    expect(Object.keys(rules).toSorted()).toEqual(fields.map(({ name }) => name).toSorted());
  });

  test.each(of('WORKSPACE'))('%s opens to its roles and to nobody else', async (name, field) => {
    const rule = rules[name];
    if (rule?.on !== 'WORKSPACE') throw new Error(name);
    for (const actor of ACTORS) {
      const allowed = rule.roles.some((role) => ROLES[actor].includes(role));
      const code = await run(actor, field, 'inside');
      expect([actor, code === 'FORBIDDEN', code === 'INTERNAL']).toEqual([actor, !allowed, false]);
    }
  });

  test.each(of('EVERYBODY'))('%s is for whoever reaches everybody', async (_name, field) => {
    for (const actor of ACTORS)
      expect([actor, await run(actor, field, 'inside')]).toEqual([
        actor,
        REACHES_ALL.includes(actor) ? 'ANSWERED' : refusal,
      ]);
  });

  test.each(of('OBJECT'))('%s is for who set it up, and for whoever reaches everybody', async (_name, field) => {
    for (const actor of ACTORS) {
      for (const owner of [people.hr, people[actor]]) {
        const schedule = await add('report_schedule', {
          cohort_id: uuidIn(ids.cohort),
          every_weeks: 2,
          weekday: 1,
          recipient_ids: [people.hr.id],
          next_at: '2026-02-01T00:00:00Z',
          created_at: AT,
          created_by: owner.id,
        });
        const document = sampleOperation('mutation', field, { id: () => globalId('ReportSchedule', schedule) });
        const answer = await server.execute(document, {}, { as: people[actor] });
        const mine = owner === people[actor] && ROLES[actor].some((role) => role === 'HR' || role === 'ADMIN');
        expect([actor, owner.name, answer.errors?.[0]?.extensions.code ?? 'ANSWERED']).toEqual([
          actor,
          owner.name,
          mine || REACHES_ALL.includes(actor) ? 'ANSWERED' : refusal,
        ]);
      }
    }
  });

  test.each(of('PERSON'))('%s reaches exactly the people its row says', async (name, field) => {
    const rule = rules[name];
    if (rule?.on !== 'PERSON') throw new Error(name);
    for (const actor of ACTORS) {
      for (const which of ['inside', 'outside', 'own'] as const) {
        const stands = STANDS[actor][actor === 'inside' && which === 'own' ? 'inside' : which];
        const usable = stands.filter((relation) => !NARROWER[name as MutationName]?.includes(relation));
        const isOwn = stands.includes('SELF');
        const allowed = rule.by.some((relation) => usable.includes(relation)) && !(isOwn && rule.own === 'REFUSED');
        const code = await run(actor, field, which);
        if (rule.others === 'LEFT_OUT') {
          const opens = rule.by.some((relation) => ROLES[actor].includes(relation));
          expect([actor, which, code === 'FORBIDDEN', code === 'INTERNAL']).toEqual([actor, which, !opens, false]);
        } else expect([actor, which, code]).toEqual([actor, which, allowed ? 'ANSWERED' : refusal]);
      }
    }
  });

  test.each(of('ONESELF'))('%s changes nothing of anybody else', async (_name, field) => {
    const message = await add('inbox_message', {
      person_id: people.inside.id,
      delivery_key: crypto.randomUUID(),
      title: 'Due on Friday',
      markdown: 'A report.',
      at: AT,
    });
    const stateOf = () =>
      server.sql.rows(
        `select p.name, p.locale, p.time_zone, m.read_at from person p join inbox_message m on m.person_id = p.id and m.id = $1`,
        [message],
      );
    const before = await stateOf();
    for (const actor of ACTORS.filter((one) => one !== 'inside')) {
      const document = sampleOperation('mutation', field, { id: () => globalId('InboxMessage', message) });
      const answer = await server.execute(document, {}, { as: people[actor] });
      expect(answer.errors?.[0]?.extensions.code).not.toBe('INTERNAL');
    }
    expect(await stateOf()).toEqual(before);
  });
});
