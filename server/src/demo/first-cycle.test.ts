import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask } from '../enrolments/testing/plan-world.js';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let hr: TestPerson;
// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer follows the query
let report: any;

const REPORT = `query ($cohortId: ID!) { evaluationReport(cohortId: $cohortId) { headline people
  process { key share count of low high } outcomes { method estimate low high }
  courses { itemKey completion { count of } quality } tasks { itemKey onTime { count of } }
  mentors { mentor { name } timely { count of } } findings { id rule itemKey mentor { id } grade evidence edits applicable suggestion } } }`;
const COHORTS = 'query { cohorts(first: 20) { edges { node { id name plan { key } } } } }';
const APPLY = `mutation ($input: ApplySuggestionInput!) { applySuggestion(input: $input) {
  plan { draft { revision definition problems { code severity } } } userErrors { code message } } }`;
const PUBLISH = `mutation ($input: PublishPlanInput!) { publishPlan(input: $input) { version { number } userErrors { code message } } }`;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-02-02T01:00:00.000Z', demo: true });
  const person = await server.sql.row<TestPerson>(
    `select p.id, p.name, p.workspace_id as "workspaceId" from person p join account a on a.person_id = p.id
     where a.email = 'hr@demo.planwright.example'`,
  );
  if (!person) throw new Error('the demo company has no HR partner');
  hr = person;
  const { edges } = await ask(server, COHORTS, {}, { as: hr });
  for (const { node } of edges as { node: { id: string } }[]) {
    const made = await ask(server, REPORT, { cohortId: node.id }, { as: hr, language: 'zh-CN' });
    const completion = made?.process.find(({ key }: { key: string }) => key === 'completion');
    if (completion?.count === 184 && completion.of === 200) report = made;
  }
});
afterAll(() => server?.stop());

const found = (rule: string, itemKey?: string) =>
  report.findings.find(
    (one: { rule: string; itemKey: string | null }) => one.rule === rule && (itemKey ?? null) === one.itemKey,
  );

describe('the report of the first cycle', () => {
  test('gives 92, 88 and 100 of 100, each with what it counts', () => {
    const share = (key: string) => report.process.find((line: { key: string }) => line.key === key);
    expect(share('completion')).toMatchObject({ share: 0.92, count: 184, of: 200 });
    expect(share('onTime')).toMatchObject({ share: 0.88, count: 176, of: 200 });
    expect(share('feedbackGiven')).toMatchObject({ share: 1, count: 80, of: 80 });
    expect(share('feedbackInTime')).toMatchObject({ count: 71, of: 80 });
    expect(report.people).toBe(20);
  });

  test('says that performance rose, within which bounds, and that nobody was compared with', () => {
    const [change] = report.outcomes.filter(({ method }: { method: string }) => method.includes('n = 20'));
    expect(change.estimate).toBe(12);
    expect(change.low).toBeGreaterThan(5);
    expect(change.high).toBeLessThan(19);
    expect(report.headline).toContain('没有对照组');
  });

  test('finds the course that is finished and done poorly', () => {
    const coaching = report.courses.find(({ itemKey }: { itemKey: string }) => itemKey === 'performance-coaching');
    expect(coaching).toMatchObject({ completion: { count: 19, of: 20 }, quality: 70 });
    const finding = found('R40', 'performance-coaching');
    expect(finding).toMatchObject({ grade: 'MODERATE', applicable: true });
    expect(finding.edits.join('\n')).toContain('实战演练');
    expect(finding.edits.join('\n')).toContain('案例研讨');
  });

  test('finds the two tasks that are rarely on time: more days for one, steps for the other', () => {
    const goalPlan = report.tasks.find(({ itemKey }: { itemKey: string }) => itemKey === 'goal-plan');
    expect(goalPlan.onTime).toEqual({ count: 12, of: 20 });
    expect(found('R39', 'interviews')).toMatchObject({ grade: 'STRONG', suggestion: '期限由 7 天改为 10 天' });
    expect(found('R39', 'goal-plan')).toMatchObject({ applicable: true });
    expect(found('R39', 'goal-plan').suggestion).toContain('三步');
  });

  test('finds the mentor whose feedback was late in two periods', () => {
    expect(found('R43')).toMatchObject({ applicable: false });
    expect(found('R43').evidence).toContain('14 / 20');
  });

  test('becomes version 2 with exactly those edits', async () => {
    let draft: { revision: number; definition: { stages: { items: { key: string }[] }[] } } | undefined;
    for (const finding of [
      found('R40', 'performance-coaching'),
      found('R39', 'interviews'),
      found('R39', 'goal-plan'),
    ]) {
      const applied = await ask(server, APPLY, { input: { findingId: finding.id } }, { as: hr });
      expect(applied.userErrors).toEqual([]);
      draft = applied.plan.draft;
    }
    expect(draft).toBeDefined();
    // biome-ignore lint/suspicious/noExplicitAny: a definition as JSON
    const items = (draft?.definition.stages.flatMap((stage) => stage.items) ?? []) as any[];
    const item = (key: string) => items.find((one) => one.key === key);
    expect(item('interviews').due.offset).toBe(10);
    expect(item('goal-plan').task.steps.map(({ key }: { key: string }) => key)).toEqual(['draft', 'revision', 'final']);
    expect(items.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['performance-coaching-rehearsal', 'performance-coaching-cases']),
    );
    const before = await server.sql.row<{ items: number }>(
      `select jsonb_array_length(jsonb_path_query_array(v.definition, '$.stages[*].items[*]')) as items
       from plan_version v join plan p on p.id = v.plan_id where p.key = 'retail-new-manager' order by v.number desc limit 1`,
    );
    expect(items).toHaveLength((before?.items ?? 0) + 2);
    const designer = await server.sql.row<TestPerson>(
      `select p.id, p.name, p.workspace_id as "workspaceId" from person p join account a on a.person_id = p.id
       where a.email = 'designer@demo.planwright.example'`,
    );
    if (!designer) throw new Error('the demo company has no designer');
    const published = await ask(
      server,
      PUBLISH,
      { input: { planKey: 'retail-new-manager', expectedRevision: draft?.revision, changeNote: '第一期复盘' } },
      { as: designer },
    );
    expect(published.userErrors).toEqual([]);
    expect(published.version.number).toBeGreaterThan(1);
  });
});
