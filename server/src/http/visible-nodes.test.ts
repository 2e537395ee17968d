import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId, uuidOf } from '../access/graphql/global-id.js';
import { oracleSees } from '../testing/policy-oracle.js';
import { makePolicyWorld, type PolicyWorld } from '../testing/policy-world.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

// Some hundred requests a test: many at once share two cores.
let server: TestServer;
let home: PolicyWorld;
let abroad: PolicyWorld;

beforeAll(async () => {
  server = await startTestServer();
  home = await makePolicyWorld(server.sql, 'Home');
  abroad = await makePolicyWorld(server.sql, 'Abroad');
});
afterAll(() => server?.stop());

const READERS = [
  'admin',
  'hr',
  'hrOfSales',
  'hrOfMarketing',
  'designer',
  'lead',
  'managerWithoutRole',
  'mentor',
  'partner',
  'standIn',
  'nobody',
  'eastOne',
  'eastTwo',
  'salesOne',
  'market',
];
const NODES: Record<string, string> = {
  Plan: 'plan',
  PlanVersion: 'plan_version',
  Cohort: 'cohort',
  Enrolment: 'enrolment',
  Submission: 'submission',
  File: 'file',
  Migration: 'plan_migration',
  AuditEntry: 'audit_entry',
  InboxMessage: 'inbox_message',
  Person: 'person',
  HandOver: 'hand_over',
  Department: 'department',
  JobRole: 'job_role',
  Workspace: 'workspace',
  Integration: 'integration',
  EvaluationReport: 'report',
  Finding: 'finding',
};
const ask = async (key: string, query: string, variables: Record<string, unknown> = {}) => {
  const as = home.people[key];
  if (!as) throw new Error(key);
  const answer = await server.execute(query, variables, { as });
  expect(answer.errors).toBeUndefined();
  return answer.data;
};
const allowed = (key: string, table: string) =>
  home.rows
    .filter((row) => row.table === table && oracleSees(home, key, row))
    .map(({ id }) => id)
    .sort();

describe('the API shows what the oracle allows', () => {
  test.each(READERS)('%s: node(id) of every type, of their workspace and of another', async (key) => {
    for (const [type, table] of Object.entries(NODES)) {
      for (const row of [...home.rows, ...abroad.rows].filter((one) => one.table === table)) {
        const data = await ask(key, 'query ($id: ID!) { node(id: $id) { __typename id } }', {
          id: globalId(type, row.id),
        });
        const expected = oracleSees(home, key, row) ? { __typename: type, id: globalId(type, row.id) } : null;
        expect([type, row.id, data.node]).toEqual([type, row.id, expected]);
      }
    }
  });

  test.each(READERS)('%s: plans, cohorts and their enrolments, listed and counted', async (key) => {
    const data = await ask(
      key,
      `{
      plans(first: 20) { totalCount edges { node { id } } }
      cohorts(first: 10) { edges { node { id enrolments(first: 10) { totalCount edges { node { id } } } } } }
    }`,
    );
    const ids = (type: string, edges: { node: { id: string } }[]) =>
      edges.map(({ node }) => uuidOf(type, node.id)).sort();
    const plans = allowed(key, 'plan');
    expect([data.plans.totalCount, ids('Plan', data.plans.edges)]).toEqual([plans.length, plans]);
    const cohorts = allowed(key, 'cohort');
    expect(ids('Cohort', data.cohorts.edges)).toEqual(cohorts);
    const enrolments = data.cohorts.edges.flatMap(
      ({ node }: { node: { enrolments: { edges: { node: { id: string } }[] } } }) => node.enrolments.edges,
    );
    expect(ids('Enrolment', enrolments)).toEqual(allowed(key, 'enrolment'));
    for (const { node } of data.cohorts.edges) expect(node.enrolments.totalCount).toBe(node.enrolments.edges.length);
  });
});
