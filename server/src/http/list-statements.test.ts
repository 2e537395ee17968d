import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { globalId } from '../access/graphql/global-id.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import { completeWorld } from '../testing/complete-world.js';
import { type Counted, countStatements } from '../testing/count-statements.js';
import { type ListOperation, listOperations } from '../testing/list-operations.js';
import { multiplyRows } from '../testing/more-rows.js';
import { makePolicyWorld, type PolicyWorld } from '../testing/policy-world.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { printedSchema } from './printed-schema.js';

/** How many rows stand beside each one the second time. */
const COPIES = 6;
/** A list that was short may take another turn of the loaders when it is long; a statement for each row takes more. */
const MORE = 3;

/** What comes from no table: it is computed from what was sent. */
const COMPUTED = ['comparePlanVersions', 'previewMigration', 'simulatePlan'];

/** Each of these rows is an analysis of its own, which reads what its people did: one after the other, never at once. */
const READS_FOR_EACH = new Set(['experiments']);

const operations = listOperations(buildSchema(printedSchema()), {
  id: (name) => (name === 'personId' ? '<person>' : '<cohort>'),
  number: (name) => (name === 'first' ? 100 : undefined),
}).filter(({ name }) => !COMPUTED.some((computed) => name.startsWith(computed)));

let server: TestServer;
let world: PolicyWorld;
const before = new Map<ListOperation, Counted>();

async function ask({ query }: ListOperation): Promise<Counted> {
  const as = world.people.admin;
  if (!as) throw new Error('nobody asks');
  const id = (type: string, table: string) => globalId(type, world.rows.find((row) => row.table === table)?.id ?? '');
  const text = query.replaceAll('<person>', id('Person', 'person')).replaceAll('<cohort>', id('Cohort', 'cohort'));
  let errors: unknown;
  const counted = await countStatements(async () => {
    ({ errors } = await server.execute(text, {}, { as }));
  });
  expect(errors).toBeUndefined();
  return counted;
}

/** What is kept in memory once it has been read does not count. */
async function askTwice(operation: ListOperation): Promise<Counted> {
  await ask(operation);
  return ask(operation);
}

beforeAll(async () => {
  server = await startTestServer({ limits: { budget: 1e9, signedIn: { burst: 1e12, perSecond: 0 } } });
  world = await makePolicyWorld(server.sql, 'Home', smallPlan());
  await completeWorld(server, world);
  const inWorld = (statement: string) => server.sql.rows(statement, [world.workspace]);
  for (const operation of operations) before.set(operation, await askTwice(operation));
  const tables = new Set(world.rows.map(({ table }) => table));
  for (const alone of ['workspace', 'role_grant', 'account']) tables.delete(alone);
  const grown = await multiplyRows(server.sql, world.workspace, [...tables], COPIES);
  expect(grown).toEqual(expect.arrayContaining(['delivery', 'integration', 'cohort', 'plan', 'experiment', 'report']));
  await inWorld(
    `insert into experiment_arm (workspace_id, experiment_id, position, key, plan_version_id, weight)
     select x.workspace_id, x.id, a.position, a.key, a.plan_version_id, a.weight from experiment x cross join experiment_arm a
     where x.workspace_id = $1 on conflict do nothing`,
  );
  await server.sql.rows(
    `insert into plugin_release (plugin_key, version, sha256, manifest, bundle, found_at)
     select e.plugin_key, e.version, e.sha256, r.manifest, r.bundle, r.found_at
     from plugin_enablement e join plugin_release r on r.plugin_key = 'sample' on conflict do nothing`,
  );
});
afterAll(() => server?.stop());

describe('what a list asks of the database does not grow with its rows', () => {
  test('there are such lists, and messages with their integrations among them', () => {
    expect(operations.length).toBeGreaterThan(50);
    expect(operations.find(({ name }) => name === 'deliveries')?.query).toContain('integration {');
  });

  test.each(operations.map((operation) => [operation.name, operation] as const))('%s', async (name, operation) => {
    const counted = await askTwice(operation);
    const old = before.get(operation);
    if (!old) throw new Error('was not counted before');
    if (READS_FOR_EACH.has(name)) return;
    expect(counted.connections).toBeLessThanOrEqual(old.connections + MORE);
    const grown = [...counted.statements].filter(
      ([text, count]) => !/^(begin|commit)/.test(text) && count > (old.statements.get(text) ?? 0) + MORE,
    );
    expect(grown).toEqual([]);
  });
});
