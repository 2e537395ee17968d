import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/node';
import { ask, makeWorld, type PlanWorld } from '../enrolments/testing/plan-world.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let world: PlanWorld;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-12T01:00:00.000Z' });
  world = await makeWorld(server);
});
afterAll(() => server?.stop());

const IMPORT = `mutation ($input: ImportMeasurementsInput!) { importMeasurements(input: $input) {
  recorded rows { line result person notes } userErrors { code path message } } }`;
const importing = (input: object) =>
  ask(server, IMPORT, { input: { metricKey: 'team-performance', ...input } }, { as: world.hr });
const stored = () =>
  server.sql.rows<{ name: string; value: number; day: string; baseline: boolean }>(
    `select p.name, m.value, m.measured_on::text as day, m.baseline from measurement m join person p on p.id = m.person_id
     where m.workspace_id = $1 order by p.name, m.measured_on`,
    [world.workspace.id],
  );

describe('a table of measurements', () => {
  test('is taken from a spreadsheet with its numbers, dates and baselines as they are, once', async () => {
    await world.workspace.person({ name: '陈静', email: 'chen@shops.example' });
    await world.workspace.person({ name: 'Wu Lei' });
    const cell = (value: string) => ({ value, type: String });
    const file = await writeXlsxFile(
      [
        ['姓名', '邮箱', '得分', '日期', '基线'].map(cell),
        [
          null,
          cell('chen@shops.example'),
          { value: 86.5, type: Number },
          { value: new Date('2026-01-02T00:00:00Z'), type: Date, format: 'yyyy/mm/dd' },
          cell('是'),
        ],
        [cell('Wu Lei'), null, { value: 71, type: Number }, cell('2026年1月9日'), null],
        [cell('Wu Lei'), null, { value: 72, type: Number }, cell('2026-01-09'), null],
        [cell('Nobody'), null, { value: 72, type: Number }, cell('2026-01-09'), null],
      ],
      {},
    ).toBuffer();
    const xlsx = file.toString('base64');
    const results = (answer: { rows: { line: number; result: string }[] }) =>
      answer.rows.map(({ line, result }) => `${line} ${result}`);
    const dry = await importing({ xlsx, dryRun: true });
    expect(dry.userErrors).toEqual([]);
    expect(results(dry)).toEqual(['2 RECORDED', '3 RECORDED', '4 REFUSED', '5 REFUSED']);
    expect(await stored()).toEqual([]);
    expect(await importing({ xlsx })).toMatchObject({ recorded: 2 });
    expect(await stored()).toEqual([
      { name: 'Wu Lei', value: 71, day: '2026-01-09', baseline: false },
      { name: '陈静', value: 86.5, day: '2026-01-02', baseline: true },
    ]);
    const again = await importing({ xlsx });
    expect(again.recorded).toBe(0);
    expect(results(again)).toEqual(['2 SAME', '3 SAME', '4 REFUSED', '5 REFUSED']);
  });

  test('of ten thousand rows is taken, of one more it is refused whole with how many there may be', async () => {
    const people = Array.from({ length: 400 }, (_, i) => `Shop ${i}`);
    await server.sql.rows(
      `insert into person (workspace_id, name, email, time_zone, locale) select $1::uuid, n, n || '@many.example', 'Asia/Shanghai', 'en'
       from unnest($2::text[]) n`,
      [world.workspace.id, people],
    );
    const before = (await stored()).length;
    const rows = Array.from({ length: 10_000 }, (_, i) => {
      const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(i / people.length)));
      return `${people[i % people.length]},${i % 100},${day.toISOString().slice(0, 10)}`;
    });
    const table = (of: readonly string[]) => ['name,value,date', ...of].join('\n');
    const refused = await importing({ csv: table([...rows, `${people[0]},1,2024-01-01`]) });
    expect(refused).toMatchObject({ recorded: 0, rows: [], userErrors: [{ code: 'INVALID', path: ['csv'] }] });
    expect(refused.userErrors[0].message).toMatch(/10.?000/);
    expect(await stored()).toHaveLength(before);
    const taken = await importing({ csv: table(rows) });
    expect(taken.userErrors).toEqual([]);
    expect(taken.recorded).toBe(10_000);
    expect(await stored()).toHaveLength(before + 10_000);
  });

  test('of a million rows is refused with a sentence before anything is read of it', async () => {
    const answer = await server.execute(
      IMPORT,
      { input: { metricKey: 'team-performance', csv: `name,value\n${'Wu Lei,1\n'.repeat(1_000_000)}` } },
      { as: world.hr },
    );
    const [error] = answer.errors ?? answer.data?.importMeasurements.userErrors ?? [];
    expect(error?.message).toMatch(/large|big|10.?000|at most/i);
    expect((await stored()).some(({ name, value }) => name === 'Wu Lei' && value === 1)).toBe(false);
  });
});
