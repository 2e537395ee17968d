import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ask, enrol, startPlan } from '../../enrolments/testing/plan-world.js';
import { makeReminderWorld, outcome, type ReminderWorld } from '../../reminders/testing/reminder-world.js';
import { wilson } from '../../statistics/shares.js';
import type { TestPerson } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const OPEN = `mutation ($input: OpenSurveyInput!) { openSurvey(input: $input) { round { id byCode } userErrors { code path message } } }`;
const CODES = `mutation ($input: PrintSurveyCodesInput!) { printSurveyCodes(input: $input) { codes { code about } userErrors { code } } }`;
const REACH = `query ($cohortId: ID!, $respondents: SurveyRespondents!) { surveyReach(cohortId: $cohortId, respondents: $respondents) {
  asked people byCode about aboutEnough fewest problem } }`;
const FORM =
  'query ($token: String!) { surveyForm(token: $token) { state about questions { key } next { about token } } }';
const ANSWER =
  'mutation ($input: AnswerSurveyInput!) { answerSurvey(input: $input) { next { about token } userErrors { code path message } } }';
const MINE = '{ mySurveys { about cohort respondents closesOn token } }';
const RESULTS =
  'query ($cohortId: ID!) { surveys(cohortId: $cohortId) { results { invited answered respondents means { mean agree { count of low high } } comments } } }';

let server: TestServer;
let world: ReminderWorld;
let cohortId: string;
let learners: TestPerson[];
let boss: TestPerson;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
});
afterAll(() => server?.stop());

/** Two learners under one superior, one each under three others, and the one of the world: five superiors can answer. */
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
  const more: TestPerson[] = [];
  for (const name of ['Cy', 'Di', 'Ed'])
    more.push(await workspace.person({ name, manager: await workspace.person({ name: `Chief of ${name}` }) }));
  ({ cohortId } = await startPlan(world));
  await enrol(world, cohortId, [...learners, ...more]);
  await world.remind();
  world.channel.sent.length = 0;
});

const open = async (respondents: string, closesOn = '2026-01-14') => {
  const opened = await ask(server, OPEN, { input: { cohortId, respondents, closesOn } }, { as: world.hr });
  expect(opened.userErrors).toEqual([]);
  await world.remind();
  return opened as { round: { id: string; byCode: number } };
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
    // Outside there is no page that a path could belong to.
    expect(messages[0]?.link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/survey\//);
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
    // Five superiors are asked, in whatever order.
    world.channel.script = Array.from({ length: 5 }, () => outcome('retry', { retryAfterMs: 60_000 }));
    await open('SUPERIOR');
    await world.moveTo('2026-01-05T01:05:00.000Z');
    const messages = sentTo(boss);
    expect(messages).toHaveLength(2);
    expect(new Set(messages.map(({ key, link }) => `${key} ${link}`)).size).toBe(1);
    expect(await form(tokenIn(messages[0]?.link))).toMatchObject({ state: 'OPEN' });
  });

  test('into the inbox of a person that no channel reaches, where they find their surveys', async () => {
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

  test('to respondents alone: whoever is HR gets counts, and a round that could never be shown is not opened', async () => {
    const reach = (respondents: string) => ask(server, REACH, { cohortId, respondents }, { as: world.hr });
    expect(await reach('SUPERIOR')).toEqual({
      asked: 6,
      people: 5,
      byCode: 0,
      about: 6,
      aboutEnough: 0,
      fewest: 5,
      problem: null,
    });
    expect(await reach('TEAM')).toMatchObject({ asked: 0, problem: expect.stringContaining('Nobody can be asked') });
    const [an] = learners as [TestPerson];
    for (const name of ['E', 'F', 'G', 'H']) await world.workspace.person({ name, manager: an });
    expect(await reach('TEAM')).toMatchObject({ asked: 4, problem: expect.stringContaining('Only 4 people') });
    const input = { cohortId, respondents: 'TEAM', closesOn: '2026-01-14' };
    const refused = await ask(server, OPEN, { input }, { as: world.hr });
    expect(refused).toMatchObject({ round: null, userErrors: [{ code: 'INVALID', path: ['respondents'] }] });
    await world.workspace.person({ name: 'I', manager: an });
    expect(await reach('TEAM')).toMatchObject({ asked: 5, about: 1, aboutEnough: 1, problem: null });
    expect((await open('TEAM')).round.byCode).toBe(0);
    expect(await ask(server, REACH, { cohortId, respondents: 'TEAM' }, { as: world.learner })).toBeNull();
  });

  test('on paper to whoever has neither account nor address: codes without names, the same ones printed again', async () => {
    const [an, bo] = learners as [TestPerson, TestPerson];
    const without = [
      await world.workspace.person({ name: 'Paper 1', manager: an }),
      await world.workspace.person({ name: 'Paper 2', manager: an }),
      await world.workspace.person({ name: 'Paper 3', manager: bo }),
    ];
    const ids = without.map(({ id }) => id);
    await server.sql.rows('delete from account where person_id = any($1::uuid[])', [ids]);
    await server.sql.rows('update person set email = null where id = any($1::uuid[])', [ids]);
    await world.workspace.person({ name: 'E-mail', manager: an });
    await world.workspace.person({ name: 'Other', manager: bo });
    const { round } = await open('TEAM');
    expect(round.byCode).toBe(3);
    const print = async () => {
      const printed = await ask(server, CODES, { input: { roundId: round.id } }, { as: world.hr });
      expect(printed.userErrors).toEqual([]);
      return printed.codes as { code: string; about: string }[];
    };
    const codes = await print();
    expect(codes.map(({ about }) => about)).toEqual(['An', 'An', 'Bo']);
    for (const { code } of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(new Set(codes.map(({ code }) => code)).size).toBe(3);
    // As it is printed, in small letters, without the hyphens: people type.
    const [first] = codes;
    for (const typed of [first?.code, first?.code.toLowerCase(), first?.code.replaceAll('-', ' ')])
      expect(await form(typed)).toMatchObject({ state: 'OPEN', about: 'An' });
    expect(await answer(first?.code.toLowerCase())).toMatchObject({ userErrors: [] });
    expect(await form(first?.code)).toMatchObject({ state: 'USED' });
    // Who has answered is not told by what is printed.
    expect(await print()).toEqual(codes);
    expect(await form('0000-0000-0000')).toBeNull();
    const paper = await world.inbox(without[0]?.id ?? '');
    expect(paper.every(({ markdown }) => !markdown.includes(codes[0]?.code ?? '-'))).toBe(true);
  });

  test('and what learners write is kept without their names', async () => {
    await open('LEARNER');
    const [an] = learners as [TestPerson];
    await answer(tokenIn(sentTo(an)[0]?.link), 5, 'said');
    expect(await server.sql.rows('select about_id as "aboutId" from survey_answer')).toEqual([{ aboutId: null }]);
  });

  test('and what is written besides is shown with the means: when its last day is over, from five answers', async () => {
    await open('LEARNER');
    const results = async () => (await ask(server, RESULTS, { cohortId }, { as: world.hr }))[0].results;
    const tokens = [...new Set(world.channel.sent.map(({ link }) => tokenIn(link)))];
    expect(tokens).toHaveLength(6);
    for (const [index, token] of tokens.entries()) {
      expect((await answer(token, 5, index === 0 ? 'x'.repeat(1001) : `said ${index}`)).userErrors).toHaveLength(
        index === 0 ? 1 : 0,
      );
      if (index === 0) expect((await answer(token, 5, 'said 0')).userErrors).toEqual([]);
    }
    // All have answered; the round goes on to its date, and until then there are counts.
    expect(await results()).toEqual({ invited: 6, answered: 6, respondents: 6, means: [], comments: [] });
    await world.moveTo('2026-01-14T12:00:00.000Z');
    expect((await results()).comments).toEqual([]);
    await world.moveTo('2026-01-15T01:30:00.000Z');
    const { comments, answered } = await results();
    expect(answered).toBe(6);
    expect(comments.toSorted()).toEqual(['said 0', 'said 1', 'said 2', 'said 3', 'said 4', 'said 5']);
  });

  /** Three more people that the boss rates, so five in all; then everybody's links, by address. */
  async function openWithMoreOfBoss(): Promise<[address: string, token: string | undefined][]> {
    const extra: TestPerson[] = [];
    for (const name of ['Fa', 'Gu', 'Hu']) extra.push(await world.workspace.person({ name, manager: boss }));
    await enrol(world, cohortId, extra);
    await world.remind();
    world.channel.sent.length = 0;
    await open('SUPERIOR');
    return world.channel.sent.map(({ to, link }) => [to[0]?.address ?? '', tokenIn(link)]);
  }
  const answerAll = async (first: string | undefined, value: number) => {
    for (let token = first; token !== undefined; ) token = (await answer(token, value)).next?.token;
  };
  const results = async () => (await ask(server, RESULTS, { cohortId }, { as: world.hr }))[0].results;

  test('and a superior who rates several of their own is one of the five who must answer', async () => {
    const links = await openWithMoreOfBoss();
    expect(links).toHaveLength(5);
    // All five about the boss's own, and three superiors about one each: eight answers of four people.
    const [first, ...others] = links.toSorted(([a]) => (a === boss.email ? -1 : 1));
    for (const [, token] of [first, ...others.slice(0, 3)].filter((one) => one !== undefined))
      await answerAll(token, 4);
    await world.moveTo('2026-01-15T01:30:00.000Z');
    expect(await results()).toEqual({ invited: 9, answered: 8, respondents: 4, means: [], comments: [] });
  });

  test('and answers of one superior are alike, which makes the interval wider', async () => {
    for (const [address, token] of await openWithMoreOfBoss()) await answerAll(token, address === boss.email ? 2 : 5);
    await world.moveTo('2026-01-15T01:30:00.000Z');
    const { answered, respondents, means } = await results();
    expect([answered, respondents]).toEqual([9, 5]);
    const { count, of, low, high } = means[0].agree;
    expect([count, of]).toEqual([4, 9]);
    const alone = wilson(4, 9);
    expect(high - low).toBeGreaterThan(1.2 * (alone.high - alone.low));
  });
});
