import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { act, ask, freshKey, personId, REVIEW, startPlan } from '../../enrolments/testing/plan-world.js';
import type { TestPerson } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { makeReminderWorld, type ReminderWorld } from '../testing/reminder-world.js';

const CHOOSE = `mutation ($input: ChoosePartnersInput!) { choosePartners(input: $input) { userErrors { code path } } }`;
const WORK = '{ myWork { shared { learnerName } nextMonth { learnerName item { key } } } viewer { roles } }';

let server: TestServer;
let world: ReminderWorld;
let enrolmentId: string;

beforeAll(async () => {
  server = await startTestServer({
    now: '2026-01-05T01:00:00.000Z',
    environment: { PLANWRIGHT_STUDIO_URL: 'https://hr.example' },
  });
});
afterAll(() => server?.stop());

beforeEach(async () => {
  world = await makeReminderWorld(server);
  await world.route('chat');
  ({ enrolmentId } = await startPlan(world));
  await world.remind();
  world.channel.sent.length = 0;
});

/** What reached somebody by chat since the last look: title and where it leads. */
const told = async (person: TestPerson) => {
  await world.remind();
  const sent = world.channel.sent.filter(({ to }) => to.some(({ address }) => address === person.email));
  return sent.map(({ content, link }) => [content.title, link]);
};
const handIn = async () => {
  await act(world, world.learner, enrolmentId, 'course', 'COMPLETE');
  const { submission } = await act(world, world.learner, enrolmentId, 'report', 'SUBMIT', {
    artefact: 'https://docs.example/report',
  });
  return submission.id as string;
};
const review = (submissionId: string, decision: string, comment: string) =>
  ask(
    server,
    REVIEW,
    {
      input: {
        submissionId,
        decision,
        comment,
        idempotencyKey: freshKey(),
        ...(decision === 'APPROVE'
          ? {
              criteria: [
                { key: 'depth', score: 80 },
                { key: 'form', score: 80 },
              ],
            }
          : {}),
      },
    },
    { as: world.mentor },
  );

describe('people hear at once', () => {
  test('that work came in: the mentor who is to review it, and nobody else', async () => {
    await handIn();
    expect(await told(world.mentor)).toEqual([['Li submitted “Report”', 'https://hr.example/reviews']]);
    for (const other of [world.learner, world.lead, world.hr, world.peer]) expect(await told(other)).toEqual([]);
  });

  test('what a review said, in the reviewer’s words', async () => {
    const submission = await handIn();
    await world.remind();
    expect((await review(submission, 'RETURN', 'More *figures*, please.')).userErrors).toEqual([]);
    expect(await told(world.learner)).toEqual([
      ['“Report” came back: revise it and submit again', 'https://hr.example/my-plan'],
    ]);
    const message = world.channel.sent.find(({ content }) => content.title.startsWith('“Report” came back'));
    expect(message?.content.markdown).toBe('Mo: More \\*figures\\*, please.\n\nSmall plan');
    const second = await act(world, world.learner, enrolmentId, 'report', 'SUBMIT', {
      artefact: 'https://docs.example/second',
    });
    await review(second.submission.id, 'APPROVE', '');
    const learner = await told(world.learner);
    expect(learner.at(-1)).toEqual(['“Report” was approved', 'https://hr.example/my-plan']);
  });

  test('nothing of work that is decided before the message could go out', async () => {
    const submission = await handIn();
    await review(submission, 'RETURN', 'Again.');
    expect(await told(world.mentor)).toEqual([]);
  });

  test('that they share a task: once, and they find it with the name of whose it is', async () => {
    const choose = (people: TestPerson[]) =>
      ask(
        server,
        CHOOSE,
        { input: { enrolmentId, itemKey: 'project', personIds: people.map(personId) } },
        { as: world.hr },
      );
    expect((await choose([world.peer])).userErrors).toEqual([]);
    expect(await told(world.peer)).toEqual([['You share “Project” with Li', 'https://hr.example/my-plan']]);
    await choose([world.peer]);
    expect(await told(world.peer)).toHaveLength(1);
    const { data } = await server.execute(WORK, {}, { as: world.peer });
    expect(data.viewer.roles).toContain('LEARNER');
    expect(data.myWork.nextMonth).toEqual([{ learnerName: 'Li', item: { key: 'project' } }]);
    await choose([world.stranger]);
    expect(await told(world.stranger)).toHaveLength(1);
    const after = await server.execute(WORK, {}, { as: world.peer });
    expect(after.data.myWork).toEqual({ shared: [], nextMonth: [] });
  });

  test('in their inbox, where no channel reaches them', async () => {
    world.channel.reaches = () => null;
    await handIn();
    await world.remind();
    expect((await world.inbox(world.mentor.id)).map(({ title }) => title)).toContain('Li submitted “Report”');
  });
});
