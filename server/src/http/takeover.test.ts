import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { globalId } from '../access/graphql/global-id.js';
import { makeWorld, type PlanWorld } from '../enrolments/testing/plan-world.js';
import type { OrganisationActor } from '../organisation/organisation-act.js';
import type { PersonChange } from '../organisation/people/person-change.js';
import { savePeople } from '../organisation/people/save-people.js';
import type { PersonSource } from '../people/index.js';
import { loadReach } from '../people/reach.js';
import type { TestPerson } from '../testing/fixture.js';
import { sampleOperation } from '../testing/sample-operation.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { printedSchema } from './printed-schema.js';

/** Every act of the API, whoever adds one. */
const mutations = Object.values(buildSchema(printedSchema()).getMutationType()?.getFields() ?? {});
const THIEVES = ['hr', 'hrOfSales', 'designer', 'mentor', 'lead', 'stranger', 'nobody'] as const;
type Thief = (typeof THIEVES)[number];

const ADDRESS = 'thief@test.example';

let server: TestServer;
let world: PlanWorld;
let thieves: Record<Exclude<Thief, 'nobody'>, TestPerson>;
let admin: TestPerson;
let designer: TestPerson;
let integration: string;

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  const { workspace, sales } = world;
  // In the department of an HR, so that only their rank protects them.
  admin = await workspace.person({ name: 'Root', roles: ['ADMIN'], department: sales });
  designer = await workspace.person({ name: 'Dee', roles: ['DESIGNER'], department: sales });
  thieves = {
    hr: world.hr,
    hrOfSales: await workspace.person({ name: 'Sal', department: sales, roles: [{ HR: sales }] }),
    designer: world.designer,
    mentor: world.mentor,
    lead: world.lead,
    stranger: world.stranger,
  };
  const row = await server.sql.row<{ id: string }>(
    `insert into integration (workspace_id, plugin_key, name, config, config_version, created_at) values ($1, 'none', 'N', '{}', 1, now()) returning id`,
    [workspace.id],
  );
  integration = row?.id ?? '';
});
afterAll(() => server?.stop());
// What a run of before has opened for the victims, so that each one could end it.
beforeEach(() => Promise.all([admin, designer].map((victim) => server.token(victim))));

/** By what somebody could come in as this person. A link that was sent to their own address lets nobody else in. */
const keysOf = async ({ id, email }: TestPerson) => ({
  person: await server.sql.row('select email, active from person where id = $1', [id]),
  account: await server.sql.rows('select email, password_hash, last_sign_in_at from account where person_id = $1', [
    id,
  ]),
  sessions: await server.sql.rows('select id, revoked_at from session where person_id = $1 order by id', [id]),
  roles: await server.sql.rows('select role, department_id, source from role_grant where person_id = $1 order by 1', [
    id,
  ]),
  identities: await server.sql.rows('select source, external_id from person_identity where person_id = $1', [id]),
  links: await server.sql.rows('select purpose from access_link where person_id = $1 and email <> lower($2)', [
    id,
    email,
  ]),
});
/** Rights that nobody may come to have. */
const ranks = () =>
  server.sql.rows(
    `select g.person_id, g.role from role_grant g where g.workspace_id = $1 and g.role in ('ADMIN', 'HR', 'DESIGNER') order by 1, 2`,
    [world.workspace.id],
  );

describe('nobody comes in as somebody who holds a role that they could not give', () => {
  test.each(mutations.map((field) => [field.name, field] as const))('by %s', async (name, field) => {
    for (const victim of [admin, designer]) {
      const before = [await keysOf(victim), await ranks()];
      for (const thief of THIEVES) {
        for (const all of [false, true]) {
          const document = sampleOperation('mutation', field, {
            id: (argument) =>
              /integration/i.test(argument)
                ? globalId('Integration', integration)
                : /department|parent|fromId|intoId/i.test(argument)
                  ? globalId('Department', world.sales)
                  : globalId('Person', victim.id),
            text: (argument) => (/mail/i.test(argument) ? ADDRESS : undefined),
            all,
          });
          const as = thief === 'nobody' ? undefined : thieves[thief];
          const answer = await server.execute(document, {}, as ? { as } : {});
          expect([thief, answer.errors?.[0]?.extensions.code]).not.toEqual([thief, 'INTERNAL']);
        }
      }
      expect([name, await keysOf(victim), await ranks()]).toEqual([name, ...before]);
    }
  });
});

describe('nor by the one way to change people, whatever comes through it', () => {
  const save = async (actor: OrganisationActor, change: Omit<PersonChange, 'ref'>) =>
    server.database.work((tx) =>
      savePeople(
        { tx, workspaceId: world.workspace.id, now: server.clock.real(), language: 'en', actor, listeners: [] },
        [{ ref: '1', ...change }],
      ),
    );
  const provider: PersonSource = 'OIDC:00000000-0000-4000-8000-000000000001';

  test.each<[string, PersonSource, Omit<PersonChange, 'ref' | 'personId'>]>([
    ['SCIM with another address', 'SCIM', { email: ADDRESS }],
    ['SCIM with another name', 'SCIM', { name: 'Not Root' }],
    ['SCIM with an identity', 'SCIM', { identity: { source: 'SCIM', externalId: 'x', owns: ['email'] } }],
    ['a provider with an identity', provider, { identity: { source: provider, externalId: 'sub', owns: [] } }],
    ['a provider with another address', provider, { email: ADDRESS }],
    ['a connected system with another address', 'INTEGRATION:x', { email: ADDRESS }],
  ])('an administrator is not changed by %s', async (_what, source, change) => {
    const before = await keysOf(admin);
    const saved = await save({ source }, { ...change, personId: admin.id });
    expect(saved).toMatchObject({ created: [], updated: [], rejected: [{ code: 'FORBIDDEN' }] });
    expect(await keysOf(admin)).toEqual(before);
  });

  test('what a directory says again of an administrator is no change, and no fault', async () => {
    expect(await save({ source: 'SCIM' }, { personId: admin.id, name: admin.name })).toMatchObject({
      unchanged: [{ personId: admin.id }],
      rejected: [],
    });
  });

  test('a file that HR imports has the rights of HR', async () => {
    const reach = await server.database.work((tx) => loadReach(tx, world.hr.id));
    if (!reach) throw new Error('HR has no reach');
    const viewer = { personId: world.hr.id, workspace: { id: world.workspace.id }, ...reach } as OrganisationActor;
    for (const victim of [admin, designer]) {
      const before = await keysOf(victim);
      const identity = { source: 'FILE', externalId: victim.name, owns: [] } as const;
      expect(await save(viewer, { personId: victim.id, email: ADDRESS, identity })).toMatchObject({
        updated: [],
        rejected: [{ code: 'FORBIDDEN', path: ['email'] }],
      });
      expect(await keysOf(victim)).toEqual(before);
    }
  });

  test('a second person with the address of an administrator is not made', async () => {
    for (const email of [admin.email, admin.email.toUpperCase()])
      expect(await save({ source: 'SCIM' }, { name: 'Twin', email })).toMatchObject({
        created: [],
        rejected: [{ code: 'TAKEN', path: ['email'] }],
      });
  });
});
