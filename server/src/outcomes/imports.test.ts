import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ask, makeWorld, type PlanWorld } from '../enrolments/testing/plan-world.js';
import { lyingAboutSize, makeWorkbook, numberCell, textCell } from '../tables/testing/make-workbook.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let world: PlanWorld;

let bomb: Buffer;

beforeAll(async () => {
  // Packed before there is a server to stand still for it.
  bomb = makeWorkbook({ rows: row(1, textCell('A1', ' '.repeat(150_000_000))) }, { level: 9 });
  server = await startTestServer({ now: '2026-01-12T01:00:00.000Z' });
  world = await makeWorld(server);
  await world.workspace.person({ name: '买买提·艾力' });
  await world.workspace.person({ name: 'Wu Lei' });
});
afterAll(() => server?.stop());
beforeEach(async () => {
  await server.sql.rows('delete from measurement where workspace_id = $1', [world.workspace.id]);
});

const IMPORT = `mutation ($input: ImportMeasurementsInput!) { importMeasurements(input: $input) {
  recorded notes rows { line result person notes cells { column given wrong notes } }
  questions { column optional candidates { letter name samples } } userErrors { code path message } } }`;
const importing = (input: object) =>
  ask(server, IMPORT, { input: { metricKey: 'team-performance', ...input } }, { as: world.hr, language: 'en' });
const file = (bytes: Buffer) => ({ file: bytes.toString('base64') });
const stored = async () =>
  (
    await server.sql.rows<{ name: string; value: number; day: string }>(
      `select p.name, m.value, m.measured_on::text as day from measurement m join person p on p.id = m.person_id
       where m.workspace_id = $1 order by p.name, m.measured_on`,
      [world.workspace.id],
    )
  ).map(({ name, value, day }) => `${name} ${value} ${day}`);
const row = (line: number, ...cells: string[]) => `<row r="${line}">${cells.join('')}</row>`;
const results = (answer: { rows: { line: number; result: string }[] }) =>
  answer.rows.map(({ line, result }) => `${line} ${result}`);

describe('a workbook', () => {
  test('of 1.6 kB with one cell at the far corner is refused by a sentence; the API answers meanwhile', async () => {
    const far = makeWorkbook({ rows: row(1_048_576, textCell('XFD1048576', 'x')) });
    const [answer, other] = await Promise.all([
      importing(file(far)),
      ask(server, 'query { viewer { person { name } } }', {}, { as: world.hr }),
    ]);
    expect(answer).toMatchObject({ recorded: 0, userErrors: [{ code: 'INVALID', path: ['file'] }] });
    expect(other.person.name).toBe(world.hr.name);
  });

  test('that unpacks to more than a table is refused, whatever size it claims', async () => {
    for (const bytes of [bomb, lyingAboutSize(bomb, 50)]) {
      const { userErrors } = await importing(file(bytes));
      expect(userErrors).toEqual([
        { code: 'INVALID', path: ['file'], message: expect.stringMatching(/too large|too long/) },
      ]);
    }
  });

  test('gives percentages as they are shown, and says where a number is shown rounded', async () => {
    const rows = [
      row(1, textCell('A1', '姓名'), textCell('B1', '得分')),
      row(2, textCell('A2', 'Wu Lei'), numberCell('B2', 0.85, 1)),
      row(3, textCell('A3', '买买提·艾力'), numberCell('B3', 86.46, 2)),
    ].join('');
    const answer = await importing(file(makeWorkbook({ rows, styles: [0, 9, 1] })));
    expect(answer).toMatchObject({ recorded: 2, userErrors: [] });
    expect(await stored()).toEqual(['Wu Lei 85 2026-01-12', '买买提·艾力 86.46 2026-01-12']);
    expect(answer.rows[0].notes).toEqual(['“85%” was read as 85.']);
    expect(answer.rows[1].notes).toEqual(['The file shows 86; the stored value 86.46 is used.']);
  });

  test('with a title above the names, merged names and a second sheet is read, and that is said', async () => {
    const rows = [
      row(1, textCell('A1', '2026 年第一季度成绩')),
      row(3, textCell('A3', '姓名'), textCell('B3', '得分'), textCell('C3', '日期')),
      row(4, textCell('A4', 'Wu Lei'), numberCell('B4', 71), numberCell('C4', 46_027, 1)),
      row(5, numberCell('B5', 72), numberCell('C5', 46_028, 1)),
    ].join('');
    const answer = await importing(
      file(
        makeWorkbook({
          rows,
          after: '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A4:A5"/></mergeCells>',
          styles: [0, 14],
          sheets: '<sheet name="成绩" sheetId="1" r:id="rId1"/><sheet name="备注" sheetId="2" r:id="rId2"/>',
        }),
      ),
    );
    expect(answer.userErrors).toEqual([]);
    expect(await stored()).toEqual(['Wu Lei 71 2026-01-05', 'Wu Lei 72 2026-01-06']);
    expect(answer.notes).toEqual([
      'The workbook has several sheets; only “成绩” was read.',
      'The column names are on line 3; what is above them was left out.',
    ]);
    expect(answer.rows[1]).toMatchObject({ line: 5, notes: ['Merged cell: taken from line 4.'] });
  });

  test.each([
    [
      '.xls',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      /Excel 97–2003 workbook \(\.xls\)/,
    ],
    [
      'with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      /password/,
    ],
    ['web page', Buffer.from('<html><table><tr><td>name</td></tr></table></html>'), /web page/],
    ['PDF', Buffer.from('%PDF-1.7\n'), /PDF/],
    ['empty', Buffer.from('\n\n'), /nothing in this table/],
  ])('that is none (%s) is named', async (_, bytes, sentence) => {
    const { userErrors } = await importing(file(bytes));
    expect(userErrors).toMatchObject([{ code: 'INVALID', path: ['file'] }]);
    expect(userErrors[0].message).toMatch(sentence);
  });
});

describe('a text table', () => {
  const table = '姓名,得分,备注\nWu Lei,71,他说 "不错" 吧\n买买提·艾力,82,"两行\n备注"\n';

  test.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${table}`), []],
    [
      'UTF-16 with a mark',
      Buffer.from(`\uFEFF${table.replaceAll(',', '\t')}`, 'utf16le'),
      ['The text was read as UTF-16.'],
    ],
    ['UTF-16 without a mark', Buffer.from(table, 'utf16le'), ['The text was read as UTF-16.']],
    [
      'GB 18030',
      Buffer.from('d0d5c3fb2cb5c3b7d60a5775204c65692c37310ac2f2c2f2cce1a1a4b0acc1a62c38320a', 'hex'),
      ['The text was read as GB 18030.'],
    ],
  ])('in %s is read, quotation marks inside cells and all', async (_, bytes, notes) => {
    const answer = await importing(file(bytes));
    expect(answer).toMatchObject({ recorded: 2, userErrors: [], notes });
    expect(await stored()).toEqual(['Wu Lei 71 2026-01-12', '买买提·艾力 82 2026-01-12']);
  });

  test('with a quotation mark that nothing closes loses no row below it', async () => {
    const answer = await importing({ csv: '姓名,得分,备注\nWu Lei,71,"未完\n买买提·艾力,82,好\n' });
    expect(answer).toMatchObject({ recorded: 2, notes: [expect.stringContaining('line 2')] });
  });

  test('with null and invisible characters is read without them, and that is said', async () => {
    const answer = await importing(file(Buffer.from('姓名,得分\nWu\u200B Lei\u0000,71\u200E\n')));
    expect(answer).toMatchObject({ recorded: 1, userErrors: [] });
    expect(answer.rows[0].notes).toEqual([
      'Invisible characters in this cell were left out.',
      'Invisible characters in this cell were left out.',
    ]);
  });

  test('asks which column is the value when two could be, and takes the answer', async () => {
    const csv = '姓名,得分,结果\nWu Lei,71,3\n';
    const asked = await importing({ csv });
    expect(asked).toMatchObject({
      recorded: 0,
      rows: [],
      questions: [
        {
          column: 'VALUE',
          optional: false,
          candidates: [
            { letter: '2', name: '得分', samples: ['71'] },
            { letter: '3', name: '结果', samples: ['3'] },
          ],
        },
      ],
      userErrors: [{ code: 'INVALID', path: ['columns'] }],
    });
    expect(await stored()).toEqual([]);
    const answered = await importing({ csv, columns: [{ column: 'VALUE', letter: '3' }] });
    expect(answered).toMatchObject({ recorded: 1, questions: [], userErrors: [] });
    expect(await stored()).toEqual(['Wu Lei 3 2026-01-12']);
  });

  test('asks whether a day of joining is the day of the measurement instead of taking today', async () => {
    const csv = '姓名,得分,入职日期\nWu Lei,71,2025-03-01\n';
    const asked = await importing({ csv });
    expect(asked.questions).toMatchObject([{ column: 'DATE', optional: true, candidates: [{ name: '入职日期' }] }]);
    await importing({ csv, columns: [{ column: 'DATE', letter: null }] });
    expect(await stored()).toEqual(['Wu Lei 71 2026-01-12']);
  });

  test('leaves odd rows out by line and column and records the others; a tick makes it all or nothing', async () => {
    const csv = '姓名,得分\nWu Lei,71\nNobody,72\n买买提·艾力,eighty\n';
    const whole = await importing({ csv, allOrNothing: true });
    expect(whole).toMatchObject({ recorded: 0, userErrors: [{ code: 'INVALID', path: ['allOrNothing'] }] });
    expect(results(whole)).toEqual(['2 RECORDED', '3 REFUSED', '4 REFUSED']);
    expect(await stored()).toEqual([]);
    const answer = await importing({ csv });
    expect(answer).toMatchObject({ recorded: 1, userErrors: [] });
    const wrong = (answer.rows as { cells: { wrong: boolean; column: string }[] }[]).map(({ cells }) =>
      cells.filter((cell) => cell.wrong).map(({ column }) => column),
    );
    expect(wrong).toEqual([[], ['NAME'], ['VALUE']]);
    expect(await stored()).toEqual(['Wu Lei 71 2026-01-12']);
  });

  test.each(['买买提•艾力', '买买提・艾力', '买买提.艾力', '买买提 艾力', 'ＷＵ ＬＥＩ', 'wulei'])(
    'finds the person that %s stands for and says so',
    async (name) => {
      const answer = await importing({ csv: `姓名,得分\n${name},71\n` });
      expect(answer.recorded).toBe(1);
      expect(answer.rows[0].notes[0]).toMatch(/was matched to/);
    },
  );

  test('names nobody where two fit', async () => {
    await world.workspace.person({ name: '阿依·古丽' });
    await world.workspace.person({ name: '阿依•古丽' });
    const answer = await importing({ csv: '姓名,得分\n阿依・古丽,71\n阿依·古丽,72\n' });
    expect(results(answer)).toEqual(['2 REFUSED', '3 RECORDED']);
    expect(answer.rows[0].notes[0]).toContain('Several people');
  });
});
