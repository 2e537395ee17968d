import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { uuidOf } from '../access/graphql/global-id.js';
import {
  ask,
  enrol,
  makeCohort,
  makeWorld,
  moveClock,
  type PlanWorld,
  personId,
  startPlan,
} from '../enrolments/testing/plan-world.js';
import { DefinitionCache } from '../plans/definition-cache.js';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { readPersonRows } from './read-person-rows.js';

let server: TestServer;
let world: PlanWorld;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
  world = await makeWorld(server);
});
afterAll(() => server?.stop());

const uuid = (id: string) => uuidOf('Cohort', id) ?? '';

const RECORD = `mutation ($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) { recorded userErrors { code path } } }`;
const IMPORT = `mutation ($input: ImportMeasurementsInput!) { importMeasurements(input: $input) {
  recorded rows { line result person notes cells { column given wrong notes } } userErrors { code path } } }`;
const MINE = '{ mySurveys { about token } }';
const OPEN = `mutation ($input: OpenSurveyInput!) { openSurvey(input: $input) {
  round { id results { invited answered means { key mean } } } userErrors { code path } } }`;
const FORM =
  'query ($token: String!) { surveyForm(token: $token) { state about respondents questions { key text scale } } }';
const ANSWER = 'mutation ($input: AnswerSurveyInput!) { answerSurvey(input: $input) { userErrors { code path } } }';
const RESULTS =
  'query ($cohortId: ID!) { surveys(cohortId: $cohortId) { closesOn results { invited answered means { key mean } } } }';

const row = (person: TestPerson, value: number, measuredOn: string, baseline = false) => ({
  personId: personId(person),
  value,
  measuredOn,
  baseline,
});
const record = (rows: object[], metricKey = 'team-performance', as = world.hr) =>
  ask(server, RECORD, { input: { metricKey, rows } }, { as });
const stored = async (person: TestPerson) =>
  (await server.sql.rows<{ value: number }>('select value from measurement where person_id = $1', [person.id])).map(
    ({ value }) => value,
  );

describe('measurements', () => {
  test('are recorded once: the same again changes nothing, another value of the day is refused', async () => {
    const person = await world.workspace.person({ name: 'Once' });
    const given = [row(person, 81.5, '2026-01-02', true), row(person, 81.5, '2026-01-02', true)];
    expect(await record(given)).toEqual({ recorded: 1, userErrors: [] });
    expect(await record(given)).toEqual({ recorded: 0, userErrors: [] });
    expect(await record([row(person, 90, '2026-01-02', true)])).toEqual({
      recorded: 0,
      userErrors: [{ code: 'INVALID', path: ['rows', '0', 'value'] }],
    });
    const twice = await record([row(person, 70, '2026-01-03'), row(person, 71, '2026-01-03')]);
    expect(twice.userErrors).toEqual([{ code: 'INVALID', path: ['rows', '1', 'value'] }]);
    expect(await stored(person)).toEqual([81.5]);
  });

  test('two who record the same at once record it once', async () => {
    const person = await world.workspace.person({ name: 'Race' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => record([row(person, 60, '2026-01-04')])));
    expect(answers.map(({ recorded }) => recorded).sort()).toEqual([0, 0, 0, 0, 0, 1]);
  });

  test('outside their bounds, in the future, of unknown or computed metrics they are refused, and nothing of the rest is kept', async () => {
    const person = await world.workspace.person({ name: 'Bounds' });
    const bad = await record(
      [row(person, 50, '2026-01-01'), row(person, 101, '2026-01-02'), row(person, 5, '2027-01-01')],
      'team-turnover',
    );
    expect(bad.userErrors.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'rows.1.value',
      'rows.2.measuredOn',
    ]);
    for (const key of ['completion', 'none'])
      expect((await record([row(person, 5, '2026-01-01')], key)).userErrors).toEqual([
        { code: 'INVALID', path: ['metricKey'] },
      ]);
    expect(await stored(person)).toEqual([]);
    const infinite = await server.execute(
      `mutation { recordMeasurements(input: { metricKey: "team-performance", rows: [{ personId: "${personId(person)}", value: 1e999, measuredOn: "2026-01-01" }] }) { recorded userErrors { code } } }`,
      {},
      { as: world.hr },
    );
    expect(infinite.data.recordMeasurements).toEqual({ recorded: 0, userErrors: [{ code: 'INVALID' }] });
  });

  test('are recorded and read by HR of the person alone', async () => {
    const hrOfSales = await world.workspace.person({ name: 'Sal', roles: [{ HR: world.sales }] });
    const { learner, peer, mentor, designer } = world;
    expect((await record([row(learner, 77, '2026-01-01')], 'team-performance', hrOfSales)).recorded).toBe(1);
    const foreign = { metricKey: 'team-performance', rows: [row(peer, 77, '2026-01-01')] };
    const refusal = async (as: TestPerson) =>
      (await server.execute(RECORD, { input: foreign }, { as })).errors?.[0]?.extensions.code;
    expect(await refusal(hrOfSales)).toBe('NOT_FOUND');
    expect(await refusal(mentor)).toBe('FORBIDDEN');
    await record([row(peer, 66, '2026-01-01')]);
    const seen = async (as: TestPerson) =>
      (
        await ask(
          server,
          'query { measurements(metricKey: "team-performance", first: 100) { edges { node { value person { name } } } } }',
          {},
          { as },
        )
      ).edges.map(({ node }: { node: { value: number } }) => node.value);
    expect(await seen(hrOfSales)).toEqual([77]);
    expect(await seen(world.hr)).toEqual(expect.arrayContaining([77, 66]));
    for (const as of [learner, mentor, designer]) expect(await seen(as)).toEqual([]);
  });

  test('a pasted table tells what was done to every row, and a dry run does nothing', async () => {
    const [ann, bob] = [
      await world.workspace.person({ name: 'Ann Table', email: 'ann@table.example' }),
      await world.workspace.person({ name: 'Bob Table' }),
    ];
    await world.workspace.person({ name: 'Twin' });
    await world.workspace.person({ name: 'Twin' });
    const csv = [
      '\uFEFF邮箱;姓名;数值;日期',
      'ANN@table.example;;８６,5;2026年1月2日',
      ';Bob  Table;1,204.5;2026/1/3',
      ';Bob Table;1204.5;2026-01-03',
      ';Bob Table;9;2026-01-03',
      ';Twin;5;2026-01-03',
      ';Nobody;5;2026-01-03',
      ';Bob Table;NaN;2026-01-01',
      ';Bob Table;Infinity;03/02/2026',
    ].join('\r\n');
    const input = { metricKey: 'team-performance', csv };
    const dry = await ask(server, IMPORT, { input: { ...input, dryRun: true } }, { as: world.hr });
    const results = dry.rows.map(({ line, result }: { line: number; result: string }) => `${line} ${result}`);
    expect(results).toEqual([
      '2 RECORDED',
      '3 RECORDED',
      '4 SAME',
      '5 REFUSED',
      '6 REFUSED',
      '7 REFUSED',
      '8 REFUSED',
      '9 REFUSED',
    ]);
    expect(dry.rows.every(({ notes }: { notes: string[] }) => notes.length > 0)).toBe(true);
    interface Cell {
      column: string;
      given: string;
      wrong: boolean;
      notes: string[];
    }
    const remarked = (dry.rows as { cells: Cell[] }[]).map(({ cells }) =>
      cells
        .filter(({ notes }) => notes.length > 0)
        .map(({ column, given, wrong }) => `${column} ${given}${wrong ? ' wrong' : ''}`),
    );
    expect(remarked).toEqual([
      ['VALUE ８６,5', 'DATE 2026年1月2日'],
      ['VALUE 1,204.5', 'DATE 2026/1/3'],
      ['VALUE 1204.5'],
      ['VALUE 9 wrong'],
      ['NAME Twin wrong'],
      ['NAME Nobody wrong'],
      ['VALUE NaN wrong'],
      ['VALUE Infinity wrong', 'DATE 03/02/2026 wrong'],
    ]);
    expect(await stored(bob)).toEqual([]);
    expect((await ask(server, IMPORT, { input }, { as: world.hr })).recorded).toBe(2);
    expect([await stored(ann), await stored(bob)]).toEqual([[86.5], [1204.5]]);
    const again = await ask(server, IMPORT, { input }, { as: world.hr });
    expect(again.recorded).toBe(0);
    const broken = await ask(
      server,
      IMPORT,
      { input: { metricKey: 'team-performance', xlsx: 'UEsDBA==' } },
      { as: world.hr },
    );
    expect(broken.userErrors).toEqual([{ code: 'INVALID', path: ['xlsx'] }]);
  });
});

describe('surveys', () => {
  test('a link works once, a forged one never, and nothing is shown before five have answered and it is over', async () => {
    const { hr, workspace } = world;
    const boss = await workspace.person({ name: 'Boss' });
    const team = await Promise.all(
      Array.from({ length: 6 }, (_, i) => workspace.person({ name: `Member ${i}`, manager: boss })),
    );
    const { cohortId, versionId } = await startPlan(world);
    await enrol(world, cohortId, [boss]);
    const input = { cohortId, respondents: 'TEAM', closesOn: '2026-01-09' };
    const opened = await ask(server, OPEN, { input }, { as: hr });
    expect(opened.userErrors).toEqual([]);
    // HR is told how many are asked, and never a link: each respondent finds their own.
    expect(await ask(server, MINE, {}, { as: hr })).toEqual([]);
    const links: { about: string; token: string }[] = [];
    for (const member of team) links.push(...(await ask(server, MINE, {}, { as: member })));
    expect(links.map(({ about }) => about)).toEqual(team.map(() => 'Boss'));
    const kept = await server.sql.rows<{ text: string }>(
      'select t::text as text from survey_invitation t union all select t::text from survey_answer t union all select t::text from audit_entry t',
    );
    expect(kept.some(({ text }) => links.some(({ token }) => text.includes(token)))).toBe(false);
    expect((await ask(server, OPEN, { input }, { as: hr })).userErrors[0].code).toBe('NOT_NOW');

    const form = await ask(server, FORM, { token: links[0]?.token }, {});
    expect(form.about).toBe('Boss');
    const answers = (value: number) => form.questions.map(({ key }: { key: string }) => ({ key, value }));
    const answer = (token: string | undefined, value: number) =>
      ask(server, ANSWER, { input: { token, answers: answers(value) } }, {});
    expect((await answer(links[0]?.token, 9)).userErrors[0].path[0]).toBe('answers');
    for (const { token } of links.slice(0, 4)) expect((await answer(token, 4)).userErrors).toEqual([]);
    const dead = { userErrors: [{ code: 'INVALID', path: ['token'] }] };
    const over = { userErrors: [{ code: 'NOT_NOW', path: ['token'] }] };
    expect(await answer(links[0]?.token, 5)).toEqual(dead);
    expect(await answer('A'.repeat(43), 5)).toEqual(dead);
    expect(await answer("' or 1=1 --", 5)).toEqual(dead);
    expect(await ask(server, FORM, { token: links[0]?.token }, {})).toMatchObject({ state: 'USED', questions: [] });
    expect(await ask(server, FORM, { token: 'A'.repeat(43) }, {})).toBeNull();
    const results = async () => (await ask(server, RESULTS, { cohortId }, { as: hr }))[0].results;
    expect(await results()).toMatchObject({ answered: 4, means: [] });
    const both = await Promise.all([answer(links[4]?.token, 5), answer(links[4]?.token, 5)]);
    expect(both.map(({ userErrors }) => userErrors.length).sort()).toEqual([0, 1]);
    expect(await results()).toMatchObject({ answered: 5, means: [] });

    await moveClock(server, '2026-01-12T01:00:00.000Z');
    expect((await results()).means[0].mean).toBeCloseTo(4.2);
    expect(await answer(links[5]?.token, 5)).toEqual(over);
    expect(await ask(server, RESULTS, { cohortId }, { as: world.learner })).toEqual([]);

    const rows = await server.database.look((tx) =>
      readPersonRows(tx, new DefinitionCache(), {
        workspaceId: workspace.id,
        cohortId: uuid(cohortId),
        until: '2026-01-12',
      }),
    );
    const own = rows.find(({ personId: id }) => id === boss.id);
    expect(own?.versionId).toBeDefined();
    expect(versionId).not.toBe('');
    expect(own?.outcome['satisfaction-team']).toEqual({ value: 80, measuredOn: '2026-01-09' });
    const before = await server.database.look((tx) =>
      readPersonRows(tx, new DefinitionCache(), {
        workspaceId: workspace.id,
        cohortId: uuid(cohortId),
        until: '2026-01-09',
      }),
    );
    expect(before.every(({ outcome }) => outcome['satisfaction-team'] === undefined)).toBe(true);
  });

  test('rows hold the last value before the start and the last one since, and nothing from after the day that is asked', async () => {
    const person = await world.workspace.person({ name: 'Rows' });
    const cohortId = await makeCohort(world, 'small', '2026-01-12');
    await enrol(world, cohortId, [person]);
    await record([row(person, 60, '2026-01-01'), row(person, 62, '2026-01-10')]);
    await moveClock(server, '2026-03-31T01:00:00.000Z');
    await record([row(person, 64, '2026-01-15', true), row(person, 70, '2026-02-01'), row(person, 80, '2026-03-01')]);
    const read = async (until: string) => {
      const [found] = await server.database.look((tx) =>
        readPersonRows(tx, new DefinitionCache(), { workspaceId: world.workspace.id, cohortId: uuid(cohortId), until }),
      );
      return { baseline: found?.baseline['team-performance'], outcome: found?.outcome['team-performance']?.value };
    };
    expect(await read('2026-02-28')).toEqual({ baseline: 64, outcome: 70 });
    expect(await read('2026-03-31')).toEqual({ baseline: 64, outcome: 80 });
    expect(await read('2026-01-11')).toEqual({ baseline: 62, outcome: undefined });
  });
});
