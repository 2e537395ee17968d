import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask } from '../enrolments/testing/plan-world.js';
import { BUILT_IN_METRICS } from '../outcomes/built-in-metrics.js';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
const accounts = new Map<string, TestPerson>();

beforeAll(async () => {
  // A Wednesday in the running cohort's sixth week.
  server = await startTestServer({ now: '2026-02-04T03:00:00.000Z', demo: true, examples: true });
  await server.running.examples?.done;
  const rows = await server.sql.rows<TestPerson & { local: string }>(
    `select p.id, p.name, p.workspace_id as "workspaceId", split_part(a.email, '@', 1) as local
     from person p join account a on a.person_id = p.id`,
  );
  for (const { local, ...person } of rows) accounts.set(local, person);
});
afterAll(() => server?.stop());

const as = (account: string) => {
  const person = accounts.get(account);
  if (!person) throw new Error(`the demo has no ${account}`);
  return { as: person };
};

describe('the demo company, once its examples are made', () => {
  test('has made all of them without a fault', () => {
    expect(server.log.filter(({ what }) => what !== undefined)).toEqual([]);
  });

  test('has a report, an experiment with its verdict, and nothing in a plan that does not exist', async () => {
    const reports = await ask(server, '{ reports(first: 5) { edges { node { headline } } } }', {}, as('hr'));
    expect(reports.edges.length).toBeGreaterThan(0);
    const { edges } = await ask(
      server,
      '{ experiments(first: 5) { edges { node { status arms { allocated measured } results { verdict } integrity { key passed } } } } }',
      {},
      as('hr'),
    );
    expect(edges).toHaveLength(1);
    const [{ node }] = edges;
    expect(node).toMatchObject({ status: 'ANALYSED', results: [{ verdict: 'BETTER_MEANINGFUL' }] });
    expect(node.arms.reduce((sum: number, arm: { measured: number }) => sum + arm.measured, 0)).toBe(38);
    // Who is drawn for which arm differs from company to company, and mentors have people of both: those two are told beside
    // the verdict. What would take it away must hold.
    const failed = node.integrity.filter(({ passed }: { passed: boolean }) => !passed);
    const told = ['balance', 'contamination'];
    expect(failed.map(({ key }: { key: string }) => key).filter((key: string) => !told.includes(key))).toEqual([]);
    const known = new Set(BUILT_IN_METRICS.map(({ key }) => key));
    const named = await server.sql.rows<{ metric: string }>(
      `select distinct jsonb_path_query(definition, '$.outcomes[*].metric') #>> '{}' as metric from plan_draft`,
    );
    expect(named.map(({ metric }) => metric).filter((metric) => !known.has(metric))).toEqual([]);
  });

  test('has sent messages, and mentor and learner find something in their inboxes', async () => {
    const sent = await ask(server, '{ deliveries(first: 5) { edges { node { id } } } }', {}, as('hr'));
    expect(sent.edges.length).toBeGreaterThan(0);
    // At the moments at which they would have come, not at that of the start.
    const moments = await server.sql.rows<{ sentAt: string; dueAt: string; hour: number }>(
      `select d.sent_at as "sentAt", d.due_at as "dueAt", extract(hour from d.sent_at at time zone 'Asia/Shanghai')::int as hour
       from delivery d join workspace w on w.id = d.workspace_id and w.kind = 'LIVE'
       where exists (select 1 from reminder_occurrence o where o.delivery_id = d.id) and d.sent_at < $1::timestamptz - interval '1 day'`,
      ['2026-02-04T03:00:00.000Z'],
    );
    expect(new Set(moments.map(({ sentAt }) => sentAt.slice(0, 10))).size).toBeGreaterThan(2);
    expect(moments.filter(({ sentAt }) => sentAt.endsWith('T03:00:00.000Z'))).toEqual([]);
    for (const { sentAt, dueAt, hour } of moments) expect([sentAt, hour >= 9 && hour < 21]).toEqual([dueAt, true]);
    for (const account of ['learner', 'mentor']) {
      const inbox = await ask(server, '{ inbox(first: 5) { edges { node { title } } } }', {}, as(account));
      expect(inbox.edges.length).toBeGreaterThan(0);
    }
  });

  test('sends HR the running cohort’s report every week: the last one waits in their inbox, and its link opens it', async () => {
    const { edges } = await ask(server, '{ inbox(first: 5) { edges { node { title link } } } }', {}, as('hr'));
    expect(edges).toHaveLength(1);
    expect(edges[0].node.title).toMatch(/的评估报告$/);
    const id = decodeURIComponent(edges[0].node.link.split('/').at(-1));
    const report = await ask(
      server,
      'query ($id: ID!) { node(id: $id) { ... on EvaluationReport { headline } } }',
      { id },
      as('hr'),
    );
    expect(report.headline).not.toBe('');
    const schedules = await ask(server, '{ reportSchedules(first: 5) { edges { node { nextAt } } } }', {}, as('hr'));
    expect(schedules.edges.map(({ node }: { node: { nextAt: string } }) => node.nextAt)).toEqual([
      // The Monday after, at nine in Shanghai.
      '2026-02-09T01:00:00.000Z',
    ]);
  });

  test('has a sandbox in which a cohort has come four weeks further', async () => {
    const state = () =>
      server.sql.row<{ moving: boolean; people: number; done: number; sent: number }>(
        `select clock_target is not null as moving,
           (select count(*)::int from enrolment e where e.workspace_id = w.id) as people,
           (select count(*)::int from item_state i where i.workspace_id = w.id and i.state = 'DONE') as done,
           (select count(*)::int from delivery d where d.workspace_id = w.id) as sent
         from workspace w where kind = 'SANDBOX'`,
      );
    let sandbox = await state();
    while (sandbox?.moving) sandbox = await state();
    expect(sandbox).toMatchObject({ moving: false, people: 12 });
    expect(sandbox?.done).toBeGreaterThan(12);
    expect(sandbox?.sent).toBeGreaterThan(12);
  });
});
