import { describe, expect, test } from '@jest/globals';
import { readBytes } from '../../tables/read-bytes.js';
import { TABLE_LIMITS } from '../../tables/table.js';
import { peopleColumns } from './columns.js';
import { type DraftOptions, draftPeople } from './draft-people.js';
import type { DraftRow } from './draft-row.js';
import type { KnownWorkspace, WorkspacePerson } from './known-workspace.js';
import { NewUnits } from './new-units.js';

const person = (id: string, name: string, more: Partial<WorkspacePerson> = {}): WorkspacePerson => ({
  id,
  name,
  familyName: null,
  givenName: null,
  email: null,
  employeeNumber: null,
  departmentId: null,
  jobRole: null,
  managerId: null,
  joinedOn: null,
  locale: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  mentorCapacity: null,
  mentorExperienceYears: null,
  facts: {},
  active: true,
  roles: [],
  ...more,
});

const known: KnownWorkspace = {
  people: [
    person('p1', '王芳', { employeeNumber: 'E001', email: 'wang.fang@acme.example' }),
    person('p2', '张伟', { employeeNumber: 'E002' }),
    person('p3', '张伟', { employeeNumber: '00310' }),
    person('p4', '陈静'),
    person('p5', '刘洋', { employeeNumber: 'E900', active: false }),
    person('p6', '买买提·艾力', { email: 'maimaiti@acme.example' }),
  ],
  departments: [
    { id: 'head', key: 'head', name: '总部', parentId: null, closed: false },
    { id: 'sales', key: 'sales', name: '销售部', parentId: 'head', closed: false },
    { id: 'east', key: 'east', name: '一组', parentId: 'sales', closed: false },
    { id: 'hr', key: 'hr', name: '人力资源部', parentId: 'head', closed: false },
    { id: 'hr1', key: 'hr1', name: '一组', parentId: 'hr', closed: false },
    { id: 'old', key: 'old', name: '门店部', parentId: 'head', closed: true },
    { id: 'rd', key: 'rd', name: '研发/测试部', parentId: 'head', closed: false },
  ],
  aliases: [{ key: 'shops', departmentId: 'sales' }],
  jobRoles: [{ key: 'sales-assistant', titles: { 'zh-CN': '店员', en: 'Sales assistant' } }],
};

function draft(csv: string, options: Partial<DraftOptions> = {}): DraftRow[] {
  const read = readBytes(Buffer.from(csv), TABLE_LIMITS);
  if (!('table' in read)) throw new Error(read.fault);
  const columns = peopleColumns(read.table, []);
  if (!columns) throw new Error('no columns');
  expect(columns.questions).toEqual([]);
  return draftPeople(read.table, columns, known, { today: '2026-11-30', units: 'ASK', ...options });
}
const problems = (rows: readonly DraftRow[]) =>
  rows.flatMap(({ row }) => row.problems.map(({ column, code }) => [row.line, column, code]));
const english = (rows: readonly DraftRow[]) => rows.flatMap(({ row }) => row.problems.map(({ text }) => text.en));

describe('the columns of a file of people', () => {
  test('are found in both languages, under titles and beside columns that are not read', () => {
    const read = readBytes(
      Buffer.from('花名册,,,\n工号,姓名,部门,手机,信息.grade,直属上级,入职日期\n1,李敏,总部,139,3,,\n'),
      TABLE_LIMITS,
    );
    if (!('table' in read)) throw new Error(read.fault);
    const columns = peopleColumns(read.table, []);
    expect(columns).toMatchObject({
      head: 1,
      columns: { employeeNumber: 0, name: 1, department: 2, manager: 5, joinedOn: 6 },
      questions: [],
      unread: [{ letter: '4', name: '手机' }],
    });
    expect([...(columns?.facts ?? [])]).toEqual([['grade', 4]]);
    const english = readBytes(
      Buffer.from('Employee ID;Full name;Work email;Line Manager;Hire date\n1;A;;;\n'),
      TABLE_LIMITS,
    );
    if (!('table' in english)) throw new Error(english.fault);
    expect(peopleColumns(english.table, [])).toMatchObject({
      columns: { employeeNumber: 0, name: 1, email: 2, manager: 3, joinedOn: 4 },
      questions: [],
    });
  });

  test('that only resemble one are asked about, and a table of something else is none', () => {
    const read = readBytes(Buffer.from('工号,员工信息姓名栏,部门负责人\n1,李敏,王芳\n'), TABLE_LIMITS);
    if (!('table' in read)) throw new Error(read.fault);
    expect(peopleColumns(read.table, [])?.questions.map(({ key }) => key)).toEqual(['name', 'department']);
    const answered = peopleColumns(read.table, [
      { key: 'name', letter: '2' },
      { key: 'department', letter: null },
      { key: 'manager', letter: '3' },
    ]);
    expect(answered).toMatchObject({ columns: { name: 1, manager: 2 }, questions: [] });
    const other = readBytes(Buffer.from('a,b\n1,2\n'), TABLE_LIMITS);
    if (!('table' in other)) throw new Error(other.fault);
    expect(peopleColumns(other.table, [])).toBeNull();
  });
});

describe('the person that a row means', () => {
  test('by number, by e-mail, or by a name that one person has', () => {
    const rows = draft('工号,姓名,邮箱\ne001,王芳,\n,王芳二,WANG.FANG2@acme.example\n,陈静,\n,买买提•艾力,\n,赵新,\n');
    expect(problems(rows)).toEqual([]);
    expect(rows.map(({ person }) => person?.id)).toEqual(['p1', undefined, 'p4', 'p6', undefined]);
  });

  test('is refused where it cannot be told, or is somebody who has left', () => {
    const rows = draft(
      [
        '工号,姓名,邮箱,状态',
        ',张伟,,',
        'E900,刘洋,,',
        'E777,王芳,wang.fang@acme.example,',
        '310,张伟,,',
        ',,nobody@acme.example,',
        ',孙悦,,离职',
      ].join('\n'),
    );
    expect(problems(rows)).toEqual([
      [2, 'name', 'AMBIGUOUS'],
      [3, 'employeeNumber', 'LEFT'],
      [4, 'email', 'TAKEN'],
      [5, 'employeeNumber', 'LEADING_ZEROS'],
      [6, 'name', 'NO_NAME'],
      [7, 'status', 'LEFT'],
    ]);
    expect(english(rows)[2]).toContain('belongs to 王芳 (E001), not to E777');
    expect(english(rows)[3]).toContain('00310');
  });

  test('two rows about one person: the same is said once, different things by neither', () => {
    const rows = draft(
      [
        '工号,姓名,邮箱',
        'N1,李敏,li.min@acme.example',
        'N1,李敏,li.min@acme.example',
        'N2,周杰,zhou@acme.example',
        'N3,周洁,ZHOU@acme.example',
        'E001,王芳,',
        ',王芳,wang.fang@acme.example',
        ',郑爽,',
        'N9,郑爽,',
      ].join('\n'),
    );
    expect(problems(rows)).toEqual([
      [3, null, 'DUPLICATE'],
      [4, 'email', 'DUPLICATE'],
      [5, 'email', 'DUPLICATE'],
      [6, 'name', 'DUPLICATE'],
      [7, 'name', 'DUPLICATE'],
      [8, 'name', 'AMBIGUOUS'],
    ]);
    expect(english(rows)[1]).toBe('Rows 4, 5 are about one person and say different things. Keep the right one.');
  });
});

describe('what stands in a cell', () => {
  test('is told with what is wrong and how to repair it', () => {
    const rows = draft(
      [
        '工号,姓名,邮箱,入职日期,语言,时区,可带人数,上级',
        'N1,=1+1,not an address,3月1日,法语,北京,许多,',
        'N2,李敏,li@acme.example,2026-02-31,中文,Asia/Shanghai,3人,-',
        'N3,李�,,46082,en,,2.5,',
        `N4,${'很'.repeat(300)},,2026年3月1日,,,,`,
      ].join('\n'),
    );
    expect(problems(rows)).toEqual([
      [2, 'name', 'FORMULA'],
      [2, 'email', 'BAD_EMAIL'],
      [2, 'joinedOn', 'BAD_DATE'],
      [2, 'locale', 'BAD_LANGUAGE'],
      [2, 'timeZone', 'BAD_TIME_ZONE'],
      [2, 'mentorCapacity', 'BAD_NUMBER'],
      [3, 'joinedOn', 'BAD_DATE'],
      [4, 'name', 'ENCODING'],
      [4, 'mentorCapacity', 'BAD_NUMBER'],
      [5, 'name', 'TOO_LONG'],
    ]);
    for (const { row } of rows)
      for (const { text } of row.problems)
        for (const sentence of Object.values(text)) expect(sentence).toMatch(/[.。]$/);
    expect(rows[1]?.said).toMatchObject({ mentorCapacity: 3, manager: null, locale: 'zh-CN' });
    expect(rows[2]?.row.cell('joinedOn')?.notes.map((note) => (note as { en: string }).en)).toEqual([
      'Read as 2026-03-01.',
    ]);
  });

  test('an empty cell says nothing, “-” and 无 say that there is none; facts keep what they are', () => {
    const [first, second] = draft(
      '工号,姓名,邮箱,岗位,fact.grade,fact.code,fact.remote\nN1,李敏,,无,3,007,true\nN2,赵云,-,店员,,-,\n',
    );
    expect(first?.said).toEqual({
      employeeNumber: 'N1',
      name: '李敏',
      jobRole: null,
      facts: { grade: 3, code: '007', remote: true },
    });
    expect(first?.jobRole).toBeNull();
    expect(second?.said).toEqual({
      employeeNumber: 'N2',
      name: '赵云',
      email: null,
      jobRole: '店员',
      facts: { code: null },
    });
    expect(second?.jobRole).toEqual({ key: 'sales-assistant' });
  });

  test('family and given name make a name as each language writes it', () => {
    expect(draft('工号,姓,名\n1,欧阳,娜娜\n').map(({ said }) => said.name)).toEqual(['欧阳娜娜']);
    expect(draft('employee id,first name,last name\n1,Anna,Berg\n').map(({ said }) => said.name)).toEqual([
      'Anna Berg',
    ]);
  });
});

describe('departments and job roles', () => {
  test('are meant by name, path or key; what is not there is refused or made', () => {
    const csv = [
      '工号,姓名,部门,岗位',
      '1,甲,销售部,店员',
      '2,乙,一组,Sales Assistant',
      '3,丙,总部/销售部/一组,',
      '4,丁,shops,',
      '5,戊,门店部,',
      '6,己,研发/测试部,',
      '7,庚,总部 > 市场部 > 品牌组,督导',
      '8,辛,总部/市场部,督导',
      '9,壬,新公司,',
    ].join('\n');
    const asked = draft(csv);
    expect(asked.map(({ department }) => department)).toEqual([
      { id: 'sales' },
      undefined,
      { id: 'east' },
      { id: 'sales' },
      undefined,
      { id: 'rd' },
      undefined,
      undefined,
      undefined,
    ]);
    expect(problems(asked)).toEqual([
      [3, 'department', 'AMBIGUOUS_DEPARTMENT'],
      [6, 'department', 'CLOSED_DEPARTMENT'],
      [8, 'department', 'UNKNOWN_DEPARTMENT'],
      [8, 'jobRole', 'UNKNOWN_JOB_ROLE'],
      [9, 'department', 'UNKNOWN_DEPARTMENT'],
      [9, 'jobRole', 'UNKNOWN_JOB_ROLE'],
      [10, 'department', 'UNKNOWN_DEPARTMENT'],
    ]);
    expect(english(asked)[0]).toContain('总部 / 销售部 / 一组; 总部 / 人力资源部 / 一组');
    const made = new NewUnits(draft(csv, { units: 'CREATE' }).filter(({ row }) => row.isGood));
    expect(made.departments.map(({ path, parent }) => [path, parent])).toEqual([
      ['总部 / 市场部', { id: 'head' }],
      ['总部 / 市场部 / 品牌组', { key: 'head/市场部' }],
      ['新公司', null],
    ]);
    expect(made.jobRoles).toEqual(['督导']);
  });
});

describe('managers', () => {
  test('by name, number or e-mail, wherever they stand', () => {
    const rows = draft(
      [
        '工号,姓名,上级,上级工号',
        '1,甲,丙,',
        '2,乙,,E001',
        '3,丙,wang.fang@acme.example,',
        '4,丁,张伟 (E002),',
        '5,戊,丙/3,',
        '6,己,无,',
      ].join('\n'),
    );
    expect(problems(rows)).toEqual([]);
    expect(
      rows.map(({ manager }) => (manager ? ('row' in manager ? manager.row.row.line : manager.person.id) : manager)),
    ).toEqual([4, 'p1', 'p1', 'p2', 4, null]);
  });

  test('who cannot be told, is not there, has left or is oneself is refused', () => {
    const rows = draft(['工号,姓名,上级', '1,甲,张伟', '2,乙,某人', '3,丙,刘洋', '4,丁,丁', '5,戊,E900'].join('\n'));
    expect(problems(rows)).toEqual([
      [2, 'manager', 'AMBIGUOUS_MANAGER'],
      [3, 'manager', 'UNKNOWN_MANAGER'],
      [4, 'manager', 'UNKNOWN_MANAGER'],
      [5, 'manager', 'CYCLE'],
      [6, 'manager', 'UNKNOWN_MANAGER'],
    ]);
    expect(english(rows)[0]).toBe('2 people are called “张伟” (E002, 00310). Write the manager’s employee number.');
  });

  test('rows below a row that is left out are left out too, all the way down; below somebody known they are not', () => {
    const rows = draft(
      ['工号,姓名,上级,入职日期', '1,甲,乙,', '2,乙,丙,', '3,丙,,2026-02-31', '4,丁,王芳,', 'E001,王芳,,3月1日'].join(
        '\n',
      ),
    );
    expect(problems(rows)).toEqual([
      [2, 'manager', 'MANAGER_LEFT_OUT'],
      [3, 'manager', 'MANAGER_LEFT_OUT'],
      [4, 'joinedOn', 'BAD_DATE'],
      [6, 'joinedOn', 'BAD_DATE'],
    ]);
    expect(english(rows)[0]).toBe('Their manager 乙 is in row 3, which is left out. Correct row 3 first.');
    expect(rows[3]?.manager).toMatchObject({ row: { person: { id: 'p1' } } });
  });
});
