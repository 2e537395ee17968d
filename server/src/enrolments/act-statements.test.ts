import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import { type Sent, statementsOf } from '../testing/sent-statements.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { ask, freshKey, makeWorld, type PlanWorld, type Running, startPlan } from './testing/plan-world.js';
import { smallPlan } from './testing/small-plan.js';

// On a busy machine a request may take a while; nothing here waits for time to pass.
let server: TestServer;
let world: PlanWorld;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server?.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

const RECORD = (fields: string) =>
  `mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { userErrors { code } ${fields} } }`;

let plans = 0;
async function running(): Promise<Running> {
  plans += 1;
  const whole = smallPlan(`plan-${plans}`);
  const [stage] = whole.stages;
  const [course] = stage?.items ?? [];
  if (!stage || !course) throw new Error('the small plan has no course');
  const items = ['a', 'b', 'c'].map((key) => ({ ...course, key }));
  const { format, key, title, calendar } = whole;
  return startPlan(world, { format, key, title, calendar, stages: [{ ...stage, items }] } as PlanDefinition);
}

async function record({ enrolmentId }: Running, itemKey: string, fields = ''): Promise<Sent[]> {
  // Signing in is not counted.
  const as = await server.token(world.hr);
  const input = { enrolmentId, itemKey, action: 'COMPLETE', idempotencyKey: freshKey() };
  return statementsOf(async () => {
    const answer = await ask(server, RECORD(fields), { input }, { as });
    expect(answer.userErrors).toEqual([]);
  });
}

describe('what an act costs PostgreSQL', () => {
  test('recording progress: three statements to know who asks, eleven for the act, none for what nobody asked for', async () => {
    const plan = await running();
    // The first act reads the definition into memory.
    await record(plan, 'a');
    const sent = await record(plan, 'b');
    expect(sent.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^begin read only/),
      expect.stringMatching(/^select s\.id/),
      'commit',
      expect.stringMatching(/^begin; select set_config/),
      expect.stringMatching(/^select e\.id as "enrolmentId"/),
      expect.stringMatching(/^set local role/),
      expect.stringMatching(/^select id, workspace_id as/),
      expect.stringMatching(/^select to_char\(w\.working_from/),
      expect.stringMatching(/^select \(select json_agg\(json_build_array\(p\.seq/),
      expect.stringMatching(/^insert into progress_event/),
      expect.stringMatching(/^with "states" as .* insert into enrolment_state/),
      expect.stringMatching(/^with bump as/),
      expect.stringMatching(/^with changed as/),
      'commit',
    ]);
  });

  test('in three round trips: who asks, all that is read, all that is written with the commit', async () => {
    const plan = await running();
    await record(plan, 'a');
    const sent = await record(plan, 'b');
    // Whatever is sent while nothing is outstanding begins a trip.
    expect(sent.filter(({ unanswered }) => unanswered === 0)).toHaveLength(3);
    expect(sent.at(-1)).toMatchObject({ text: 'commit' });
    expect(sent.at(-1)?.unanswered).toBeGreaterThanOrEqual(4);
  });

  test('what the client asks for is read after the act', async () => {
    const plan = await running();
    await record(plan, 'a');
    const sent = await record(plan, 'b', 'enrolment { status progress { done } }');
    expect(sent.slice(14).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^begin read only/),
      expect.stringMatching(/^select e\.id, e\.workspace_id/),
      'commit',
    ]);
  });

  test('an act that fails among its last writes leaves nothing, though its commit was sent with them', async () => {
    const plan = await running();
    const count = async () => (await server.sql.rows('select 1 from progress_event')).length;
    const before = await count();
    await server.sql.rows(`alter table board_patch add constraint never check (seq < 0) not valid`);
    const input = { enrolmentId: plan.enrolmentId, itemKey: 'a', action: 'COMPLETE', idempotencyKey: freshKey() };
    const answer = await server.execute(RECORD(''), { input }, { as: world.hr });
    await server.sql.rows('alter table board_patch drop constraint never');
    expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    expect(await count()).toBe(before);
    expect((await ask(server, RECORD(''), { input }, { as: world.hr })).userErrors).toEqual([]);
  });

  test('somebody who may not act is refused as before, and nothing is written', async () => {
    const plan = await running();
    const input = { enrolmentId: plan.enrolmentId, itemKey: 'a', action: 'COMPLETE', idempotencyKey: freshKey() };
    const stranger = await server.token(await world.workspace.person({ name: 'Nobody' }));
    const sent = await statementsOf(async () => {
      const answer = await server.execute(RECORD(''), { input }, { as: stranger });
      expect(answer.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    });
    expect(sent.filter(({ text }) => /^insert|^with/.test(text))).toEqual([]);
    expect(sent.at(-1)?.text).toBe('rollback');
  });
});
