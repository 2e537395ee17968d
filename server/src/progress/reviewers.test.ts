import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import {
  act,
  ask,
  freshKey,
  makeWorld,
  type PlanWorld,
  personId,
  REVIEW,
  startPlan,
} from '../enrolments/testing/plan-world.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { untilWaiting } from '../testing/waiting-transactions.js';

// On a busy machine a request may take a while; nothing here waits for time to pass.
let server: TestServer;
let world: PlanWorld;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server?.stop());

type Item = PlanDefinition['stages'][number]['items'][number];

const title = { en: 'Item', 'zh-CN': '项目' };
const planOf = (key: string, item: Item): PlanDefinition => {
  const plan = smallPlan(key, { links: [] });
  const [first] = plan.stages;
  if (!first) throw new Error('the plan has stages');
  return { ...plan, stages: [{ ...first, items: [item] }] };
};

const uuidOf = (id: string): string => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';
const approve = (as: TestPerson, submissionId: string) =>
  server.execute(REVIEW, { input: { submissionId, decision: 'APPROVE', idempotencyKey: freshKey() } }, { as });

describe('who may review', () => {
  test('a mentor who approves twice at once does not approve for the superior, whose turn comes next', async () => {
    const promotion: Item = {
      key: 'promotion',
      kind: 'APPROVAL',
      title,
      requirement: 'REQUIRED',
      approval: { levels: [{ by: 'MENTOR' }, { by: 'SUPERIOR' }] },
    };
    const { enrolmentId } = await startPlan(world, planOf('two-levels', promotion));
    const { submission } = await act(world, world.learner, enrolmentId, 'promotion', 'SUBMIT');

    await server.sql.rows('begin');
    await server.sql.rows('select id from enrolment where id = $1 for update', [uuidOf(enrolmentId)]);
    const both = Promise.all([approve(world.mentor, submission.id), approve(world.mentor, submission.id)]);
    await untilWaiting(server.sql, 2);
    await server.sql.rows('rollback');

    const answers = (await both).map(({ data }) => data.reviewSubmission);
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(codes).toEqual(['ALREADY_REVIEWED']);
    const items = answers.flatMap(({ enrolment }) => enrolment?.items ?? []);
    expect(items).toMatchObject([{ key: 'promotion', state: 'SUBMITTED' }]);
    const last = await approve(world.lead, submission.id);
    expect(last.data.reviewSubmission.enrolment.items).toMatchObject([{ state: 'DONE', outcome: 'APPROVED' }]);
  });

  test('a partner who hands in a shared task does not review it', async () => {
    const essay: Item = {
      key: 'essay',
      kind: 'TASK',
      title,
      requirement: 'REQUIRED',
      task: { deliverable: 'TEXT', review: { by: 'PEER' } },
    };
    const { enrolmentId } = await startPlan(world, planOf('peer', essay));
    const choose =
      'mutation ($input: ChoosePartnersInput!) { choosePartners(input: $input) { userErrors { code path } } }';
    const input = { enrolmentId, itemKey: 'essay', personIds: [personId(world.peer)] };
    expect((await ask(server, choose, { input }, { as: world.hr })).userErrors).toEqual([]);

    const own = await act(world, world.peer, enrolmentId, 'essay', 'SUBMIT', { artefact: 'Ours' });
    const tried = await approve(world.peer, own.submission.id);
    expect(tried.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const returned = await ask(
      server,
      REVIEW,
      { input: { submissionId: own.submission.id, decision: 'RETURN', idempotencyKey: freshKey() } },
      { as: world.hr },
    );
    expect(returned.userErrors).toEqual([]);

    const theirs = await act(world, world.learner, enrolmentId, 'essay', 'SUBMIT', { artefact: 'Mine' });
    const reviewed = await approve(world.peer, theirs.submission.id);
    expect(reviewed.errors).toBeUndefined();
    expect(reviewed.data.reviewSubmission.userErrors).toEqual([]);
  });
});
