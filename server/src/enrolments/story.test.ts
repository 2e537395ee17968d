import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
}, 60_000);
afterAll(() => server?.stop());

const definition = {
  format: 'planwright/1',
  key: 'thin',
  title: { en: 'Thin', 'zh-CN': '细' },
  stages: [
    {
      key: 'one',
      title: { en: 'One', 'zh-CN': '一' },
      due: { week: 2, weekday: 'FRI', at: '18:00' },
      items: [
        {
          key: 'course',
          kind: 'COURSE',
          title: { en: 'Course', 'zh-CN': '课' },
          requirement: 'REQUIRED',
          due: { week: 1, weekday: 'FRI', at: '18:00' },
        },
        {
          key: 'report',
          kind: 'TASK',
          title: { en: 'Report', 'zh-CN': '报告' },
          requirement: 'REQUIRED',
          task: { deliverable: 'DOCUMENT', review: { by: 'MENTOR', within: 'PT24H' } },
        },
      ],
    },
  ],
  links: [{ from: 'course', to: 'report', on: 'COMPLETED' }],
};

test('a plan is drawn, published and run', async () => {
  const workspace = await server.workspace();
  const sales = await workspace.department('Sales');
  const hr = await workspace.person({ name: 'Hana', roles: ['HR'] });
  const mentor = await workspace.person({ name: 'Mo', department: sales });
  const li = await workspace.person({ name: 'Li', department: sales });
  const id = (type: string, uuid: string) => Buffer.from(`${type}:${uuid}`).toString('base64url');
  const created = await server.execute(
    'mutation ($d: PlanDefinition!) { createPlan(input: {definition: $d}) { plan { key title draft { revision problems { code severity message path } } } userErrors { code message } } }',
    { d: definition },
    { as: hr },
  );
  expect(created.errors).toBeUndefined();
  expect(
    created.data.createPlan.plan.draft.problems.filter((p: { severity: string }) => p.severity === 'ERROR'),
  ).toEqual([]);
  const published = await server.execute(
    'mutation { publishPlan(input: {planKey: "thin", expectedRevision: 1}) { version { id number contentHash } problems { code } userErrors { code message } } }',
    {},
    { as: hr },
  );
  expect(published.errors).toBeUndefined();
  expect(published.data.publishPlan.userErrors).toEqual([]);
  const cohort = await server.execute(
    'mutation { createCohort(input: {planKey: "thin", name: "Spring", startsOn: "2026-01-05"}) { cohort { id name weeks weekNow } userErrors { code message } } }',
    {},
    { as: hr },
  );
  expect(cohort.errors).toBeUndefined();
  expect(cohort.data.createCohort.cohort.weeks).toBe(2);
  const enrolled = await server.execute(
    `mutation ($i: EnrolPeopleInput!) { enrolPeople(input: $i) { enrolments { id status person { name } mentor { name } progress { done needed completion } items { key state lockedBecause { text itemKey } dueAt } } userErrors { code message path } } }`,
    {
      i: {
        cohortId: cohort.data.createCohort.cohort.id,
        personIds: [id('Person', li.id)],
        mentorId: id('Person', mentor.id),
      },
    },
    { as: hr },
  );
  expect(enrolled.errors).toBeUndefined();
  const [enrolment] = enrolled.data.enrolPeople.enrolments;
  expect(enrolment).toMatchObject({ status: 'ACTIVE', progress: { done: 0, needed: 2, completion: 0 } });
  const done = await server.execute(
    `mutation ($i: RecordProgressInput!) { recordProgress(input: $i) { event { seq type } enrolment { progress { done } items { key state } } userErrors { code message path } } }`,
    { i: { enrolmentId: enrolment.id, itemKey: 'course', action: 'COMPLETE', idempotencyKey: 'k1' } },
    { as: li },
  );
  expect(done.errors).toBeUndefined();
  expect(done.data.recordProgress).toMatchObject({
    userErrors: [],
    enrolment: { progress: { done: 1 }, items: [{ state: 'DONE' }, { state: 'AVAILABLE' }] },
  });
});
