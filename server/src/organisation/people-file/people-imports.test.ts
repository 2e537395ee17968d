import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId } from '../../access/graphql/global-id.js';
import { makeWorkbook, textCell } from '../../tables/testing/make-workbook.js';
import type { TestPerson, TestWorkspace } from '../../testing/fixture.js';
import { operation, present } from '../../testing/operation.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const PREPARE = operation(/* GraphQL */ `
  mutation ($input: PeopleImportInput!) {
    preparePeopleImport(input: $input) { import { id state } userErrors { code message path } }
  }
`);
const LOOK = operation(/* GraphQL */ `
  query ($id: ID!, $result: PeopleRowResult) {
    peopleImport(id: $id) {
      id state total read written created updated unchanged missing rejected previewHash blocked outdated notes
      whenMissing allOrNothing createUnits mayCreateUnits asksAboutMissing newDepartments newJobRoles finishedAt
      questions { column optional letters }
      columns { letter name column }
      problems { row column code message }
      rows(first: 100, result: $result) {
        edges { node { line result name cells { column given now changes wrong notes } } }
        pageInfo { hasNextPage }
      }
    }
  }
`);
const IMPORT = operation(/* GraphQL */ `
  mutation ($input: ImportPeopleInput!) {
    importPeople(input: $input) { import { id state } userErrors { code message path } }
  }
`);

let server: TestServer;
let workspace: TestWorkspace;
let hr: TestPerson;
let admin: TestPerson;
let sales: string;
let marketing: string;
let hrOfSales: TestPerson;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-30T02:00:00.000Z' });
  workspace = await server.workspace('Acme');
  sales = await workspace.department('Sales');
  marketing = await workspace.department('Marketing');
  admin = await workspace.person({ name: 'Ada', roles: ['ADMIN'], email: 'ada@acme.example' });
  hr = await workspace.person({ name: 'Hu', roles: ['HR'], email: 'hu@acme.example' });
  hrOfSales = await workspace.person({ name: 'Song', department: sales, roles: [{ HR: sales }] });
  await workspace.person({ name: 'Mark', department: marketing, email: 'mark@acme.example' });
});
afterAll(() => server?.stop());

const cells = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.trim()));

async function prepare(input: Record<string, unknown>, as: TestPerson = hr) {
  const defaults = { missing: 'KEEP' as const, allOrNothing: false, createUnits: false };
  const answer = await server.ask(PREPARE, { input: { ...defaults, ...input } }, { as });
  expect(answer.preparePeopleImport.userErrors).toEqual([]);
  const id = present(answer.preparePeopleImport.import).id;
  await server.running.peopleImports.wake();
  return look(id, undefined, as);
}
const look = async (
  id: string,
  result?: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'MISSING' | 'REJECTED',
  as: TestPerson = hr,
) => present((await server.ask(LOOK, { id, result }, { as })).peopleImport);

async function carryOut(
  shown: { id: string; previewHash?: string | null },
  more: { confirmMissing?: number } = {},
  as: TestPerson = hr,
) {
  const input = { importId: shown.id, previewHash: shown.previewHash ?? '', ...more };
  const answer = await server.ask(IMPORT, { input }, { as });
  await server.running.peopleImports.wake();
  return answer.importPeople;
}

const people = () =>
  server.sql.rows<{
    name: string;
    number: string | null;
    manager: string | null;
    department: string | null;
    job: string | null;
    joined: string | null;
  }>(
    `select p.name, p.employee_number as number, m.name as manager, d.name as department, p.job_role as job, p.joined_on as joined
     from person p left join person m on m.id = p.manager_id left join department d on d.id = p.department_id
     where p.workspace_id = $1 and p.employee_number is not null order by p.employee_number`,
    [workspace.id],
  );

const LIST = `
工号,姓名,邮箱,部门,岗位,上级,入职日期,信息.grade
A1,李敏,li.min@acme.example,Sales,店员,王芳,2026/3/1,3
A2,王芳,wang.fang@acme.example,Sales,店长,,2020年1月6日,7
A3,赵强,,Sales / East,店员,A1,2026-03-31,2
`;

describe('a file of people', () => {
  test('is looked at before anything is written, then written, and the same file again changes nothing', async () => {
    const before = await people();
    const asked = await prepare({ rows: cells(LIST) });
    expect(asked).toMatchObject({
      state: 'READY',
      total: 3,
      created: 0,
      rejected: 3,
      mayCreateUnits: true,
      previewHash: null,
    });
    expect(asked.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'UNKNOWN_JOB_ROLE'],
      [3, 'UNKNOWN_JOB_ROLE'],
      [4, 'UNKNOWN_DEPARTMENT'],
      [4, 'UNKNOWN_JOB_ROLE'],
    ]);
    const shown = await prepare({ again: asked.id, createUnits: true });
    expect(shown).toMatchObject({
      state: 'READY',
      created: 3,
      updated: 0,
      rejected: 0,
      newDepartments: ['Sales / East'],
      newJobRoles: ['店员', '店长'],
    });
    expect((await server.ask(LOOK, { id: asked.id }, { as: hr })).peopleImport).toBeNull();
    expect(await people()).toEqual(before);

    expect((await carryOut(shown)).userErrors).toEqual([]);
    expect(await look(shown.id)).toMatchObject({
      state: 'DONE',
      created: 3,
      written: 3,
      finishedAt: '2026-11-30T02:00:00.000Z',
    });
    expect(await people()).toEqual([
      { name: '李敏', number: 'A1', manager: '王芳', department: 'Sales', job: 'dianyuan', joined: '2026-03-01' },
      { name: '王芳', number: 'A2', manager: null, department: 'Sales', job: 'dianchang', joined: '2020-01-06' },
      { name: '赵强', number: 'A3', manager: '李敏', department: 'East', job: 'dianyuan', joined: '2026-03-31' },
    ]);
    const [parent] = await server.sql.rows<{ name: string }>(
      `select p.name from department d join department p on p.id = d.parent_id where d.name = 'East'`,
    );
    expect(parent?.name).toBe('Sales');

    const again = await prepare({ rows: cells(LIST), createUnits: true });
    expect(again).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 3,
      rejected: 0,
      newDepartments: [],
      newJobRoles: [],
      previewHash: null,
    });
    expect(again.blocked).toBe('There is nothing to write.');
    expect((await carryOut(again)).userErrors).toMatchObject([{ code: 'BLOCKED' }]);
  });

  test('changes what it names, shows before and after, and leaves what it does not say', async () => {
    const shown = await prepare({
      rows: cells('employee number,name,manager,joined on\nA1,李敏敏,-,\na3,赵强,wang.fang@acme.example,46112'),
    });
    expect(shown).toMatchObject({ updated: 2, created: 0, rejected: 0 });
    const [first, second] = shown.rows.edges.map(({ node }) => node.cells);
    expect(first).toMatchObject([
      { column: 'employeeNumber', given: 'A1', now: 'A1', changes: false },
      { column: 'name', given: '李敏敏', now: '李敏', changes: true },
      { column: 'manager', given: '-', now: '王芳', changes: true },
      { column: 'joinedOn', given: '', now: '2026-03-01', changes: false },
    ]);
    expect(second?.at(-1)).toMatchObject({ now: '2026-03-31', changes: false, notes: ['Read as 2026-03-31.'] });
    expect((await carryOut(shown)).userErrors).toEqual([]);
    expect((await people()).map(({ name, manager, joined }) => [name, manager, joined])).toEqual([
      ['李敏敏', null, '2026-03-01'],
      ['王芳', null, '2020-01-06'],
      ['赵强', '王芳', '2026-03-31'],
    ]);
  });

  test('bad rows and those below them are left out, each with its cell, code and sentence; the good ones are written', async () => {
    const shown = await prepare({
      rows: cells(`
工号,姓名,邮箱,上级,入职日期
B1,甲,hu@acme.example,,
B2,乙,,B1,
B3,丙,,B2,
B4,丁,,B5,
B5,戊,,B4,
B6,己,,,2026-02-31
B7,庚,mark@acme.example,,
B8,辛,,,`),
    });
    expect(shown.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [5, 'manager', 'CYCLE'],
      [6, 'manager', 'CYCLE'],
      [7, 'joinedOn', 'BAD_DATE'],
    ]);
    expect(shown.problems[0]?.message).toBe(
      'They would be above themselves: 丁 → 戊 → 丁. Correct the manager of one of them.',
    );
    // Hu and Mark have no number yet: their rows give them one, and another name.
    expect(shown).toMatchObject({ created: 3, updated: 2, rejected: 3 });
    const all = await prepare({ again: shown.id, allOrNothing: true });
    expect(all).toMatchObject({ allOrNothing: true, previewHash: null, created: 3 });
    expect(all.blocked).toBe(
      '3 rows cannot be imported, and “all or nothing” is ticked. Correct them, or remove the tick.',
    );
  });

  test('who has more rights keeps their address, and nobody gets one that is taken', async () => {
    const shown = await prepare({
      rows: cells('工号,姓名,邮箱\nC1,Ada,ada@acme.example\nC2,Someone,ADA@acme.example'),
    });
    expect(shown.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'DUPLICATE'],
      [3, 'DUPLICATE'],
    ]);
    const numbered = await prepare({ rows: cells('工号,姓名,邮箱\nC1,Ada,ada@acme.example') });
    expect(numbered).toMatchObject({ updated: 1 });
    expect((await carryOut(numbered)).userErrors).toEqual([]);
    const taken = await prepare({ rows: cells('工号,姓名,邮箱\nC1,Ada,evil@elsewhere.example') });
    expect(taken.problems).toMatchObject([{ row: 2, column: 'email', code: 'FORBIDDEN' }]);
    expect(taken.previewHash).toBeNull();
  });

  test('HR of a department brings people of it alone, and sees nothing of others', async () => {
    const shown = await prepare(
      {
        rows: cells('工号,姓名,部门\nD1,甲,Sales\nD2,乙,Marketing\nD3,丙,\nA9,Mark,Sales\nD4,丁,Nowhere'),
        createUnits: true,
      },
      hrOfSales,
    );
    expect(shown.mayCreateUnits).toBe(false);
    expect(shown.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'department', 'FORBIDDEN'],
      [4, 'department', 'FORBIDDEN'],
      [6, 'department', 'UNKNOWN_DEPARTMENT'],
    ]);
    const foreign = await prepare({ rows: cells('邮箱,姓名,入职日期\nmark@acme.example,Mark,3月1日') }, hrOfSales);
    expect(foreign.rows.edges[0]?.node.cells.map(({ now }) => now)).toEqual([null, null, null]);
    expect((await server.send(LOOK, { id: foreign.id }, { as: hr })).data?.peopleImport).toBeNull();
  });

  test('what has changed since the preview is looked at again, and nothing is written', async () => {
    const shown = await prepare({ rows: cells('工号,姓名\nA1,李小敏') });
    await server.sql.rows(`update person set name = '李敏' where employee_number = 'A1'`);
    expect((await carryOut(shown)).userErrors).toEqual([]);
    const renewed = await look(shown.id);
    expect(renewed).toMatchObject({ state: 'READY', outdated: true, updated: 1 });
    expect(renewed.previewHash).not.toBe(shown.previewHash);
    expect((await carryOut(shown)).userErrors).toMatchObject([{ code: 'PREVIEW_OUTDATED' }]);
    expect((await carryOut(renewed)).userErrors).toEqual([]);
    expect((await people()).find(({ number }) => number === 'A1')?.name).toBe('李小敏');
    expect((await carryOut(renewed)).userErrors).toMatchObject([{ code: 'NOT_NOW' }]);
  });

  test('people missing in the file leave by it only where that is asked for, and many only once their number is said', async () => {
    const east = await workspace.department('Closing');
    const hrOfEast = await workspace.person({ name: 'Enid', department: east, roles: [{ HR: east }] });
    const boss = await workspace.person({
      name: 'Boss',
      department: east,
      email: 'boss@acme.example',
      roles: ['MENTOR'],
    });
    const stays = await workspace.person({
      name: 'Stays',
      department: east,
      email: 'stays@acme.example',
      manager: boss,
    });
    await workspace.person({ name: 'Designer', department: east, roles: ['DESIGNER'] });
    await workspace.person({ name: 'Quit', department: east, email: 'quit@acme.example' });
    const rows = cells('姓名,邮箱,状态\nStays,stays@acme.example,在职\nQuit,quit@acme.example,离职');
    const kept = await prepare({ rows }, hrOfEast);
    // Oneself, and who has more rights, is never missing; whoever the file says has left is.
    expect((await look(kept.id, 'MISSING', hrOfEast)).rows.edges.map(({ node }) => node.name)).toEqual([
      'Boss',
      'Quit',
    ]);
    expect(kept).toMatchObject({ missing: 2, unchanged: 1, rejected: 1, asksAboutMissing: false, previewHash: null });

    const shown = await prepare({ again: kept.id, missing: 'DEACTIVATE', leaverEnrolments: 'CANCEL' }, hrOfEast);
    expect(shown).toMatchObject({ whenMissing: 'DEACTIVATE', missing: 2, asksAboutMissing: true });
    expect((await carryOut(shown, {}, hrOfEast)).userErrors).toMatchObject([
      { code: 'TOO_MANY_MISSING', path: ['confirmMissing'] },
    ]);
    expect((await carryOut(shown, { confirmMissing: 3 }, hrOfEast)).userErrors).toMatchObject([
      { code: 'TOO_MANY_MISSING' },
    ]);
    expect((await carryOut(shown, { confirmMissing: 2 }, hrOfEast)).userErrors).toEqual([]);
    expect(await look(shown.id, undefined, hrOfEast)).toMatchObject({ state: 'DONE' });
    const active = await server.sql.rows<{ name: string }>(
      'select name from person where department_id = $1 and active order by name',
      [east],
    );
    expect(active.map(({ name }) => name)).toEqual(['Designer', 'Enid', 'Stays']);
    const noted = await server.sql.rows<{ source: string; enrolments: string }>(
      'select source, enrolments from leaving where by_id = $1',
      [hrOfEast.id],
    );
    expect(noted).toEqual([
      { source: 'FILE', enrolments: 'CANCEL' },
      { source: 'FILE', enrolments: 'CANCEL' },
    ]);
    const handed = await server.sql.rows<{ confirmed: string | null }>(
      'select confirmed_at as confirmed from hand_over where person_id = $1',
      [stays.id],
    );
    expect(handed).toEqual([{ confirmed: null }]);
  });

  test('columns that cannot be told are asked for, and answered over the same table', async () => {
    const shown = await prepare({ rows: cells('工号,员工姓名栏,手机\nE1,钱七,139') });
    expect(shown).toMatchObject({ state: 'READY', previewHash: null, questions: [{ column: 'name', letters: ['2'] }] });
    const answered = await prepare({ again: shown.id, columns: [{ column: 'name', letter: '2' }] });
    expect(answered).toMatchObject({ created: 1, questions: [] });
    expect(answered.notes).toEqual(['Columns that are not read: 手机.']);
    expect(answered.columns.map(({ name, column }) => [name, column])).toEqual([
      ['工号', 'employeeNumber'],
      ['员工姓名栏', 'name'],
      ['手机', null],
    ]);
  });

  test('a workbook, and text in the encodings that Excel saves, are read alike', async () => {
    const text = '工号,姓名,部门\nF1,陈晓,Sales\n';
    const row = (line: number, values: string[]) =>
      `<row r="${line}">${values.map((value, index) => textCell(`${'ABC'[index]}${line}`, value)).join('')}</row>`;
    const gb = Buffer.from('b9a4bac52cd0d5c3fb2cb2bfc3c50a46312cb3c2cffe2c53616c65730a', 'hex');
    const files = [
      makeWorkbook({ rows: row(1, ['工号', '姓名', '部门']) + row(2, ['F1', '陈晓', 'Sales']) }),
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le'),
      gb,
    ];
    for (const file of files) {
      const shown = await prepare({ file: Buffer.from(file).toString('base64') });
      expect(shown).toMatchObject({ state: 'READY', created: 1, rejected: 0 });
      expect(shown.rows.edges[0]?.node).toMatchObject({ name: '陈晓' });
    }
  });

  test('a file that is none says what it is and what to do', async () => {
    for (const [file, code] of [
      ['%PDF-1.7', 'PDF'],
      ['a,b\n1,2\n', 'NO_COLUMNS'],
      ['工号,姓名\n', 'EMPTY'],
    ] as const) {
      const shown = await prepare({ file: Buffer.from(file).toString('base64') });
      expect(shown).toMatchObject({ state: 'FAILED', previewHash: null });
      expect(shown.problems).toMatchObject([{ row: 0, column: null, code }]);
      expect(shown.problems[0]?.message).toMatch(/\.$/);
    }
    const both = await server.ask(
      PREPARE,
      { input: { rows: [['name']], file: 'eA==', missing: 'KEEP', allOrNothing: false, createUnits: false } },
      { as: hr },
    );
    expect(both.preparePeopleImport.userErrors).toMatchObject([{ code: 'INVALID', path: ['rows'] }]);
  });

  test('who may not import is refused, and whoever lost the right meanwhile writes nothing', async () => {
    const learner = await workspace.person({ name: 'Lee', department: sales });
    const refused = await server.send(
      PREPARE,
      { input: { rows: cells('姓名\nX'), missing: 'KEEP', allOrNothing: false, createUnits: false } },
      { as: learner },
    );
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const second = await workspace.person({ name: 'Hanna', roles: ['HR'] });
    const shown = await prepare({ rows: cells('工号,姓名\nG1,临时') }, second);
    const input = { importId: shown.id, previewHash: present(shown.previewHash) };
    await server.running.peopleImports.stop();
    expect((await server.ask(IMPORT, { input }, { as: second })).importPeople.userErrors).toEqual([]);
    await server.sql.rows('delete from role_grant where person_id = $1', [second.id]);
    server.running.peopleImports.start();
    await server.running.peopleImports.wake();
    const [row] = await server.sql.rows<{ state: string; failure: { code: string } }>(
      'select state, failure from people_import where created_by = $1',
      [second.id],
    );
    expect(row).toMatchObject({ state: 'FAILED', failure: { code: 'FORBIDDEN' } });
    expect((await people()).some(({ number }) => number === 'G1')).toBe(false);
  });
});

describe('files of people', () => {
  const fetchFile = async (name: string, as: TestPerson, language = 'en') =>
    fetch(new URL(`/people/files/${name}?language=${language}`, server.url), {
      headers: { authorization: `Bearer ${await server.token(as)}` },
    });

  test('the export, imported as it stands, changes nothing; whoever is no HR finds nothing', async () => {
    for (const kind of ['csv', 'xlsx']) {
      const answer = await fetchFile(`people.${kind}`, hr, 'zh-CN');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toContain('attachment');
      const file = Buffer.from(await answer.arrayBuffer()).toString('base64');
      const shown = await prepare({ file });
      expect([shown.problems, shown.created, shown.updated]).toEqual([[], 0, 0]);
      expect(shown.unchanged).toBeGreaterThan(5);
    }
    expect((await fetchFile('people.csv', await workspace.person({ name: 'Nobody' }))).status).toBe(404);
    expect((await fetchFile('people.pdf', hr)).status).toBe(404);
    const audit = await server.sql.rows(`select 1 from audit_entry where action = 'exportPeople' and actor_id = $1`, [
      hr.id,
    ]);
    expect(audit).toHaveLength(2);
  });

  test('the template names the columns in the language that was asked for, and is itself nobody', async () => {
    const answer = await fetchFile('template.xlsx', hr, 'en');
    const file = Buffer.from(await answer.arrayBuffer()).toString('base64');
    const shown = await prepare({ file });
    expect(shown).toMatchObject({ state: 'FAILED' });
    expect(shown.problems).toMatchObject([{ code: 'EMPTY' }]);
  });

  test('what is left out comes as a table with its reasons, to its importer alone', async () => {
    const shown = await prepare({ rows: cells('工号,姓名,入职日期\nH1,好,2026-01-01\nH2,=1+1,3月1日') });
    const answer = await fetchFile(`left-out-${shown.id}.csv`, hr, 'zh-CN');
    const text = await answer.text();
    expect(text).toContain('工号,姓名,入职日期,需要更正,原行号');
    expect(text).toContain("H2,'=1+1,3月1日");
    expect(text).toContain('没有年份');
    expect(text).not.toContain('H1');
    expect((await fetchFile(`left-out-${shown.id}.csv`, admin)).status).toBe(404);
    expect((await fetchFile(`left-out-${globalId('Person', hr.id)}.csv`, hr)).status).toBe(404);
  });
});
