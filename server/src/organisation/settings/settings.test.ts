import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import { act, ask, makeWorld, type PlanWorld, startPlan } from '../../enrolments/testing/plan-world.js';
import { changesNothing } from '../../enrolments/testing/row-counts.js';
import { smallPlan } from '../../enrolments/testing/small-plan.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

let server: TestServer;
let world: PlanWorld;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server?.stop());

const FIELDS = `name locale timeZone workingFrom workingTo calendar leaverEnrolments maxFileMegabytes
  reportTargets { completion onTime feedback quality }`;
const SAVE = `mutation ($input: WorkspaceSettingsInput!) { saveWorkspaceSettings(input: $input) { settings { ${FIELDS} } userErrors { code path } } }`;
const save = (input: object) => ask(server, SAVE, { input }, { as: world.admin });

describe('the settings of a workspace', () => {
  test('are read by everybody, and changed one by one by an administrator', async () => {
    const before = await ask(server, `{ workspaceSettings { ${FIELDS} } }`, {}, { as: world.learner });
    expect(before).toMatchObject({
      workingFrom: '09:00',
      workingTo: '18:00',
      calendar: 'cn',
      leaverEnrolments: 'PAUSE',
      maxFileMegabytes: 25,
      reportTargets: { completion: 0.9, onTime: 0.85, feedback: 0.95, quality: 80 },
    });
    const { settings, userErrors } = await save({
      name: '  Yuanshan  ',
      leaverEnrolments: 'CANCEL',
      maxFileMegabytes: 40,
      reportTargets: { onTime: 0.7 },
    });
    expect(userErrors).toEqual([]);
    expect(settings).toEqual({
      ...before,
      name: 'Yuanshan',
      leaverEnrolments: 'CANCEL',
      maxFileMegabytes: 40,
      reportTargets: { ...before.reportTargets, onTime: 0.7 },
    });
    const [entry] = await server.sql.rows(`select detail from audit_entry where action = 'saveWorkspaceSettings'`);
    expect(entry).toEqual({
      detail: {
        name: { from: before.name, to: 'Yuanshan' },
        leaverEnrolments: { from: 'PAUSE', to: 'CANCEL' },
        maxFileMegabytes: { from: 25, to: 40 },
        reportTargets: { from: before.reportTargets, to: { ...before.reportTargets, onTime: 0.7 } },
      },
    });
  });

  test.each([
    [{ name: ' ' }, ['INVALID', 'name']],
    [{ locale: 'fr' }, ['INVALID', 'locale']],
    [{ timeZone: 'Mars/Olympus' }, ['INVALID', 'timeZone']],
    [{ workingFrom: '9' }, ['INVALID', 'workingFrom']],
    [{ workingFrom: '18:00' }, ['INVALID', 'workingTo']],
    [{ calendar: 'mars' }, ['INVALID', 'calendar']],
    [{ maxFileMegabytes: 0 }, ['INVALID', 'maxFileMegabytes']],
    [{ maxFileMegabytes: 500 }, ['INVALID', 'maxFileMegabytes']],
    [{ reportTargets: { onTime: 85 } }, ['INVALID', 'reportTargets', 'onTime']],
  ])('%j is refused', async (input, expected) => {
    const { settings, userErrors } = await changesNothing(server.sql, () => save(input));
    expect([settings, userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path])]).toEqual([
      null,
      [expected],
    ]);
  });

  test('the name of another live workspace is taken, whatever its case and spaces', async () => {
    await server.workspace('Other Company');
    const { userErrors } = await save({ name: 'other  company' });
    expect(userErrors).toEqual([{ code: 'TAKEN', path: ['name'] }]);
  });

  test('other working hours move the deadlines of reviews that wait, at once', async () => {
    const whole = smallPlan('hours');
    const [stage] = whole.stages;
    const report = stage?.items.find(({ key }) => key === 'report');
    if (!stage || report?.kind !== 'TASK') throw new Error('the small plan has no report');
    const review = { by: 'MENTOR', within: 'PT4H', clock: 'WORKING_HOURS' } as const;
    const items = [{ ...report, scorer: undefined, task: { deliverable: 'TEXT', review } }];
    const { format, key, title, calendar } = whole;
    const plan = JSON.parse(JSON.stringify({ format, key, title, calendar, stages: [{ ...stage, items }] }));
    const { enrolmentId } = await startPlan(world, plan as PlanDefinition);
    // Monday, 09:00 in Shanghai.
    const { submission } = await act(world, world.learner, enrolmentId, 'report', 'SUBMIT', { artefact: 'Done' });
    expect(submission.feedbackDueAt).toBe('2026-01-05T05:00:00.000Z');
    expect((await save({ workingFrom: '10:00' })).userErrors).toEqual([]);
    const moved = await ask(
      server,
      'query ($id: ID!) { node(id: $id) { ... on Submission { feedbackDueAt } } }',
      { id: submission.id },
      { as: world.mentor },
    );
    expect(moved.feedbackDueAt).toBe('2026-01-05T06:00:00.000Z');
  });

  test('are not for HR to change', async () => {
    const tried = await server.execute(SAVE, { input: { name: 'Mine' } }, { as: world.hr });
    expect(tried.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
