import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ask, enrol, startPlan } from '../../enrolments/testing/plan-world.js';
import { makeReminderWorld, outcome, type ReminderWorld } from '../../reminders/testing/reminder-world.js';
import type { TestPerson } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

jest.setTimeout(30_000);

const OPEN = `mutation ($input: OpenSurveyInput!) { openSurvey(input: $input) { round { id } links { respondent token } userErrors { code path } } }`;
const RENEW = `mutation ($input: RenewSurveyLinksInput!) { renewSurveyLinks(input: $input) { links { respondent token } userErrors { code } } }`;
const FORM =
  'query ($token: String!) { surveyForm(token: $token) { state about questions { key } next { about token } } }';
const ANSWER =
  'mutation ($input: AnswerSurveyInput!) { answerSurvey(input: $input) { next { about token } userErrors { code path message } } }';
const MINE = '{ mySurveys { about cohort respondents closesOn token } }';
const RESULTS =
  'query ($cohortId: ID!) { surveys(cohortId: $cohortId) { results { invited answered means { mean } comments } } }';

let server: TestServer;
let world: ReminderWorld;
let cohortId: string;
let learners: TestPerson[];
let boss: TestPerson;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
}, 60_000);
afterAll(() => server?.stop());

/** Two learners under one superior, each with a team of five; chat reaches everybody who has an address. */
beforeEach(async () => {
  await server.stop();
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
  world = await makeReminderWorld(server);
  await world.route('chat');
  const { workspace } = world;
  boss = await workspace.person({ name: 'Boss' });
  learners = [
    await workspace.person({ name: 'An', manager: boss }),
    await workspace.person({ name: 'Bo', manager: boss }),
  ];
  ({ cohortId } = await startPlan(world));
  await enrol(world, cohortId, learners);
  await world.remind();
  world.channel.sent.length = 0;
}, 60_000);

const open = async (respondents: string, closesOn = '2026-01-14') => {
  const opened = await ask(server, OPEN, { input: { cohortId, respondents, closesOn } }, { as: world.hr });
  expect(opened.userErrors).toEqual([]);
  await world.remind();
  return opened as { round: { id: string }; links: { respondent: string; token: string }[] };
};
const tokenIn = (link: string | null | undefined) => /\/survey\/([\w-]{43})$/.exec(link ?? '')?.[1];
const form = (token: string | undefined) => ask(server, FORM, { token }, {});
const answer = async (token: string | undefined, value = 4, comment?: string) => {
  const { questions } = await form(token);
  const answers = questions.map(({ key }: { key: string }) => ({ key, value }));
  return ask(server, ANSWER, { input: { token, answers, ...(comment ? { comment } : {}) } }, {});
};
const sentTo = (person: TestPerson) => {
  const email = `${person.email}`;
  return world.channel.sent.filter(({ to }) => to.some(({ address }) => address === email));
};

describe('a survey goes out', () => {
  test('as one message to a superior of two, whose link leads from one to the other, and works once', async () => {
    await open('SUPERIOR');
    const messages = sentTo(boss);
    expect(messages).toHaveLength(1);
    const token = tokenIn(messages[0]?.link);
    expect(await form(token)).toMatchObject({ state: 'OPEN', about: 'An', next: null });
    const first = await answer(token);
    expect(first).toMatchObject({ userErrors: [], next: { about: 'Bo' } });
    expect(await form(token)).toMatchObject({ state: 'USED', questions: [], next: { about: 'Bo' } });
    expect((await ask(server, ANSWER, { input: { token, answers: [] } }, {})).userErrors).toMatchObject([
      { code: 'INVALID', path: ['token'] },
    ]);
    expect(await answer(first.next.token)).toMatchObject({ userErrors: [], next: null });
  });

  test('three days and one day before the end to whoever has not answered, and to nobody else', async () => {
    await open('LEARNER');
    const [an, bo] = learners as [TestPerson, TestPerson];
    expect([sentTo(an).length, sentTo(bo).length, sentTo(boss).length]).toEqual([1, 1, 0]);
    await answer(tokenIn(sentTo(an)[0]?.link));
    await world.moveTo('2026-01-12T01:30:00.000Z');
    await world.moveTo('2026-01-12T02:30:00.000Z');
    expect([sentTo(an).length, sentTo(bo).length]).toEqual([1, 2]);
    await world.moveTo('2026-01-13T01:30:00.000Z');
    await world.moveTo('2026-01-15T01:30:00.000Z');
    expect([sentTo(an).length, sentTo(bo).length]).toEqual([1, 3]);
    const links = sentTo(bo).map(({ link }) => tokenIn(link));
    // Each message holds a link of its own; whichever is used, all are used up.
    expect(new Set(links).size).toBe(3);
    expect(await form(links[0])).toMatchObject({ state: 'CLOSED', questions: [] });
  });

  test('again with the same link, when the channel put it off', async () => {
    // The superior of the learner whom the world has is asked too.
    world.channel.script = Array.from({ length: 2 }, () => outcome('retry', { retryAfterMs: 60_000 }));
    await open('SUPERIOR');
    await world.moveTo('2026-01-05T01:05:00.000Z');
    const messages = sentTo(boss);
    expect(messages).toHaveLength(2);
    expect(new Set(messages.map(({ key, link }) => `${key} ${link}`)).size).toBe(1);
    expect(await form(tokenIn(messages[0]?.link))).toMatchObject({ state: 'OPEN' });
  });

  test('into the inbox of whom no channel reaches, where he finds his surveys', async () => {
    world.channel.reaches = () => null;
    await open('SUPERIOR');
    expect(world.channel.sent).toEqual([]);
    expect(await world.inbox(boss.id)).toHaveLength(1);
    const mine = await ask(server, MINE, {}, { as: boss });
    expect(mine).toMatchObject([
      { about: 'An', respondents: 'SUPERIOR', closesOn: '2026-01-14' },
      { about: 'Bo', respondents: 'SUPERIOR' },
    ]);
    expect(await answer(mine[1].token)).toMatchObject({ userErrors: [], next: { about: 'An' } });
    expect(await ask(server, MINE, {}, { as: boss })).toHaveLength(1);
    expect(await ask(server, MINE, {}, { as: world.hr })).toEqual([]);
  });

  test('with links that end when HR renews them; the next reminder holds one that works', async () => {
    const { round, links } = await open('SUPERIOR');
    const renewed = await ask(server, RENEW, { input: { roundId: round.id } }, { as: world.hr });
    expect(renewed.userErrors).toEqual([]);
    const before = [...links.map(({ token }) => token), tokenIn(sentTo(boss)[0]?.link)];
    for (const token of before) expect(await form(token)).toBeNull();
    expect(await form(renewed.links[0].token)).toMatchObject({ state: 'OPEN' });
    await world.moveTo('2026-01-12T01:30:00.000Z');
    expect(await form(tokenIn(sentTo(boss)[1]?.link))).toMatchObject({ state: 'OPEN' });
  });

  test('and what is written besides is shown with the means: when it is over, from five answers', async () => {
    for (const name of ['C', 'D']) learners.push(await world.workspace.person({ name, manager: boss }));
    await enrol(world, cohortId, learners.slice(2));
    const { links } = await open('LEARNER');
    const results = async () => (await ask(server, RESULTS, { cohortId }, { as: world.hr }))[0].results;
    for (const [index, { token }] of links.entries()) {
      expect((await results()).comments).toEqual([]);
      expect((await answer(token, 5, index === 0 ? 'x'.repeat(1001) : `said ${index}`)).userErrors).toHaveLength(
        index === 0 ? 1 : 0,
      );
      if (index === 0) expect((await answer(token, 5, 'said 0')).userErrors).toEqual([]);
    }
    const { comments, answered } = await results();
    expect(answered).toBe(5);
    expect(comments.toSorted()).toEqual(['said 0', 'said 1', 'said 2', 'said 3', 'said 4']);
  });
});
