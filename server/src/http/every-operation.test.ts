import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLField } from 'graphql';
import { globalId } from '../access/graphql/global-id.js';
import { makePolicyWorld, type PolicyWorld } from '../testing/policy-world.js';
import { type SampleValues, sampleOperation } from '../testing/sample-operation.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { printedSchema } from './printed-schema.js';

const schema = buildSchema(printedSchema());
const operations = [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ['query', field] as const),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ['mutation', field] as const),
].map(([kind, field]) => [field.name, kind, field] as [string, 'query' | 'mutation', GraphQLField<unknown, unknown>]);
const OPEN = [
  'viewer',
  'signInWays',
  'signIn',
  'signOut',
  'surveyForm',
  'answerSurvey',
  'acceptInvitation',
  'requestPasswordReset',
  'resetPassword',
];
const others = operations.filter(([name]) => !OPEN.includes(name));

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

/** Which type an id of that name means. */
const typeOf = (name: string): string => {
  const known: [RegExp, string][] = [
    [/person|mentor/i, 'Person'],
    [/cohort/i, 'Cohort'],
    [/enrolment/i, 'Enrolment'],
    [/version/i, 'PlanVersion'],
    [/submission/i, 'Submission'],
    [/migration/i, 'Migration'],
    [/workspace/i, 'Workspace'],
    [/department/i, 'Department'],
    [/integration/i, 'Integration'],
    [/experiment/i, 'Experiment'],
    [/round/i, 'SurveyRound'],
    [/finding/i, 'Finding'],
    [/schedule/i, 'ReportSchedule'],
  ];
  return known.find(([pattern]) => pattern.test(name))?.[1] ?? 'Enrolment';
};
const TABLES: Record<string, string> = {
  Person: 'person',
  Cohort: 'cohort',
  Enrolment: 'enrolment',
  PlanVersion: 'plan_version',
  Submission: 'submission',
  Migration: 'plan_migration',
  Workspace: 'workspace',
  Department: 'department',
  Integration: 'integration',
  Experiment: 'experiment',
  SurveyRound: 'survey_round',
  ReportSchedule: 'report_schedule',
  Finding: 'finding',
};
const foreign: SampleValues = {
  id: (name) => globalId(typeOf(name), abroad.rows.find(({ table }) => table === TABLES[typeOf(name)])?.id ?? ''),
};
const garbage = [
  '',
  'x',
  'W10',
  '%%%',
  'a'.repeat(3000),
  Buffer.from('Person:1').toString('base64url'),
  Buffer.from('Cohort:00000000-0000-4000-8000-000000000000').toString('base64url'),
];

/** All that a workspace holds, sessions and audit trail aside. */
async function contentOf(world: PolicyWorld): Promise<string> {
  const tables = new Set(world.rows.map(({ table }) => table));
  const parts: string[] = [];
  for (const table of tables) {
    // Patches of boards are trimmed once a minute, whoever asks for what.
    if (['audit_entry', 'session', 'sign_in_failure', 'board_patch'].includes(table)) continue;
    const row = await server.sql.row<{ text: string }>(
      `select coalesce(string_agg(t::text, '|' order by t::text), '') as text from ${table} t where workspace_id = $1`,
      [world.workspace],
    );
    parts.push(row?.text ?? '');
  }
  return parts.join('\n');
}
const person = (key: string) => {
  const found = home.people[key];
  if (!found) throw new Error(key);
  return found;
};
const faults = () => server.log.filter(({ level }) => Number(level) >= 50);

describe('every operation', () => {
  test('there are some, and the open ones among them', () => {
    expect(operations.length).toBeGreaterThan(30);
    expect(operations.map(([name]) => name)).toEqual(expect.arrayContaining(OPEN));
  });

  test.each(others)('%s asks who is there', async (_name, kind, field) => {
    const answer = await server.execute(sampleOperation(kind, field, foreign));
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  test.each(others)('%s with ids that are none is no fault, for anybody', async (_name, kind, field) => {
    for (const [index, id] of garbage.entries()) {
      const as = person(['admin', 'nobody', 'mentor', 'hrOfSales'][index % 4] ?? 'admin');
      const answer = await server.execute(sampleOperation(kind, field, { id: () => id }), {}, { as });
      expect([
        id,
        answer.status,
        answer.errors?.filter(({ extensions }) => extensions.code === 'INTERNAL') ?? [],
      ]).toEqual([id, 200, []]);
    }
    expect(faults()).toEqual([]);
  });

  test.each(others)(
    '%s with ids of another workspace tells and changes nothing there, for an administrator neither',
    async (_name, kind, field) => {
      const before = await contentOf(abroad);
      for (const key of ['admin', 'hr', 'designer', 'mentor', 'eastOne', 'nobody']) {
        const answer = await server.execute(sampleOperation(kind, field, foreign), {}, { as: person(key) });
        expect(JSON.stringify(answer.data ?? null)).not.toContain('Abroad');
        for (const row of abroad.rows)
          expect(JSON.stringify(answer.data ?? null)).not.toContain(globalId(typeOf(row.table), row.id));
      }
      expect(await contentOf(abroad)).toBe(before);
      expect(faults()).toEqual([]);
    },
  );

  test.each(['people', 'plans', 'cohorts', 'reviewQueue', 'auditLog'])(
    '%s with a forged cursor is bad input or empty, never a fault',
    async (name) => {
      const keys = [
        'x',
        '',
        '2026-13-40',
        '0001-01-01',
        'infinity',
        '2026-01-01T00:00:00Z',
        "'; drop table person; --",
        '\0',
        '9'.repeat(400),
        -1,
        1e308,
      ];
      const id = foreign.id(name === 'cohorts' ? 'cohort' : 'person');
      for (const key of keys) {
        for (const forged of [[key], [key, id], [key, key], [id, key]]) {
          const after = Buffer.from(JSON.stringify(forged)).toString('base64url');
          const answer = await server.execute(
            `query ($after: String) { ${name}(first: 2, after: $after) { edges { cursor } } }`,
            { after },
            { as: person('admin') },
          );
          expect([forged, answer.errors?.[0]?.extensions.code ?? 'BAD_USER_INPUT']).toEqual([forged, 'BAD_USER_INPUT']);
        }
      }
      expect(faults()).toEqual([]);
    },
  );
});
