import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { globalId } from '../access/graphql/global-id.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import { completeWorld } from '../testing/complete-world.js';
import { makePolicyWorld, type PolicyWorld } from '../testing/policy-world.js';
import { sampleOperation } from '../testing/sample-operation.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { printedSchema } from './printed-schema.js';

const READERS = ['admin', 'hr', 'hrOfSales', 'designer', 'lead', 'mentor', 'eastOne', 'nobody'] as const;

const queries = Object.values(buildSchema(printedSchema()).getQueryType()?.getFields() ?? {});

let server: TestServer;
let world: PolicyWorld;
beforeAll(async () => {
  server = await startTestServer();
  world = await makePolicyWorld(server.sql, 'Home', smallPlan());
  await completeWorld(server, world);
});
afterAll(() => server?.stop());

const KINDS: [pattern: RegExp, type: string, table: string][] = [
  [/person|mentor/i, 'Person', 'person'],
  [/cohort/i, 'Cohort', 'cohort'],
  [/experiment/i, 'Experiment', 'experiment'],
  [/version|^from$|^to$/i, 'PlanVersion', 'plan_version'],
];
function idFor(query: string, name: string): string {
  const found = KINDS.find(([pattern]) => pattern.test(name)) ?? KINDS.find(([pattern]) => pattern.test(query));
  const [, type, table] = found ?? [/./, 'Enrolment', 'enrolment'];
  return globalId(type, world.rows.find((row) => row.table === table)?.id ?? '');
}
const everybody = READERS;
const hr = ['admin', 'hr', 'hrOfSales'] as const;
const designers = [...hr, 'designer'] as const;

/** Who may ask: what they are answered is decided row by row, and tested in `visible-nodes.test.ts`. */
const MAY_ASK: Record<string, readonly (typeof READERS)[number][]> = {
  auditLog: ['admin'],
  board: everybody,
  calendarYears: everybody,
  channelRoutes: hr,
  checkDefinition: everybody,
  cohort: everybody,
  cohorts: everybody,
  comparePlanVersions: everybody,
  compareVersionOutcomes: hr,
  deliveries: hr,
  departments: everybody,
  detectableEffect: hr,
  enrolment: everybody,
  enrolmentRule: hr,
  evaluationReport: hr,
  experiment: everybody,
  experiments: everybody,
  handOvers: hr,
  identityProviders: ['admin'],
  inbox: everybody,
  integrations: hr,
  jobRoles: everybody,
  leftBehind: hr,
  measurements: everybody,
  metrics: everybody,
  myAccount: everybody,
  mySurveys: everybody,
  myWork: everybody,
  node: everybody,
  people: everybody,
  person: everybody,
  peopleImport: everybody,
  previewCalendarYear: ['admin', 'hr'],
  plan: everybody,
  planTemplates: everybody,
  planVersion: everybody,
  plans: everybody,
  pluginCatalogue: designers,
  plugins: hr,
  previewEnrolmentRule: ['admin', 'hr'],
  possibleDeputies: everybody,
  previewMigration: hr,
  reminderSettings: hr,
  reminders: everybody,
  reportSchedules: hr,
  reports: hr,
  reviewQueue: everybody,
  simulatePlan: designers,
  // One's own; those of somebody else are for ADMIN (`accounts.test.ts`).
  sessions: everybody,
  signInWays: everybody,
  surveyForm: everybody,
  surveyReach: ['admin', 'hr'],
  surveys: everybody,
  systemMail: hr,
  versionFigures: hr,
  viewer: everybody,
  workspaces: everybody,
  workspaceSettings: everybody,
};
/** Here whoever may not is answered as if there were nothing. */
const SILENT = new Set(['auditLog', 'surveyReach']);

describe('the table of who may ask what', () => {
  test('has a row for every query, and none for what is no query', () => {
    expect(Object.keys(MAY_ASK).sort()).toEqual(queries.map(({ name }) => name).sort());
  });

  test.each(queries.map((field) => [field.name, field] as const))('%s', async (name, field) => {
    for (const key of READERS) {
      const as = world.people[key];
      if (!as) throw new Error(key);
      const query = sampleOperation('query', field, { id: (argument) => idFor(name, argument) });
      const { data, errors } = await server.execute(query, {}, { as });
      const code = errors?.[0]?.extensions.code;
      if (MAY_ASK[name]?.includes(key))
        expect([key, ['FORBIDDEN', 'INTERNAL'].includes(code ?? ''), code]).toEqual([key, false, code]);
      else if (SILENT.has(name)) expect([key, data, errors]).toEqual([key, { [name]: null }, undefined]);
      else expect([key, code]).toEqual([key, 'FORBIDDEN']);
    }
    expect(server.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});
