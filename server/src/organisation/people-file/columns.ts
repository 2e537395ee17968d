import { visibleText } from '@planwright/schema/tables';
import {
  type ChosenColumn,
  type FoundColumns,
  findColumns,
  type Table,
  type WantedColumn,
} from '../../tables/index.js';

/** What a file may say of a person, in the order in which the template and the export have it. */
export const PEOPLE_COLUMNS = [
  'employeeNumber',
  'name',
  'familyName',
  'givenName',
  'email',
  'department',
  'jobRole',
  'manager',
  'managerNumber',
  'joinedOn',
  'locale',
  'timeZone',
  'mentorCapacity',
  'mentorExperienceYears',
  'status',
] as const;
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];

/** How HR systems and people call them, in small letters. The first two are those of the template, Chinese and English. */
export const COLUMN_NAMES: Record<PeopleColumn, readonly [zh: string, en: string, ...others: string[]]> = {
  employeeNumber: [
    '工号',
    'employee number',
    '员工编号',
    '员工号',
    '员工工号',
    '职工号',
    '人员编号',
    '人员编码',
    'employee no',
    'employee no.',
    'employee id',
    'staff number',
    'staff id',
    'personnel number',
    'emp id',
    'emp no',
  ],
  name: [
    '姓名',
    'name',
    '员工姓名',
    '人员姓名',
    '名字',
    'full name',
    'employee name',
    'display name',
    'employee',
    'person',
  ],
  familyName: ['姓', 'family name', '姓氏', 'last name', 'surname'],
  givenName: ['名', 'given name', 'first name'],
  email: [
    '邮箱',
    'e-mail',
    '电子邮箱',
    '邮箱地址',
    '邮件',
    '电子邮件',
    '公司邮箱',
    '工作邮箱',
    '企业邮箱',
    'email',
    'mail',
    'email address',
    'e-mail address',
    'work email',
    'work e-mail',
    'company email',
  ],
  department: [
    '部门',
    'department',
    '所属部门',
    '所在部门',
    '部门名称',
    '部门全称',
    '部门路径',
    '组织',
    '组织单元',
    'dept',
    'dept.',
    'department name',
    'department path',
    'org unit',
    'organisation unit',
    'organization unit',
  ],
  jobRole: [
    '岗位',
    'job role',
    '岗位名称',
    '职位',
    '职位名称',
    '职务',
    'job title',
    'position',
    'title',
    'job',
    'role',
  ],
  manager: [
    '上级',
    'manager',
    '直属上级',
    '直接上级',
    '上级姓名',
    '直属上级姓名',
    '直接上级姓名',
    '汇报对象',
    '汇报上级',
    '直属主管',
    '主管',
    '部门主管',
    'line manager',
    'direct manager',
    'manager name',
    "manager's name",
    'supervisor',
    'reports to',
    'manager e-mail',
    'manager email',
  ],
  managerNumber: [
    '上级工号',
    'manager employee number',
    '直属上级工号',
    '直接上级工号',
    '主管工号',
    '汇报对象工号',
    '上级员工编号',
    "manager's employee number",
    'manager number',
    'manager id',
    'manager employee id',
    'supervisor id',
  ],
  joinedOn: [
    '入职日期',
    'joined on',
    '入职时间',
    '入职日',
    '到岗日期',
    '到职日期',
    'join date',
    'joining date',
    'date of joining',
    'start date',
    'hire date',
    'date of hire',
    'hired on',
  ],
  locale: ['语言', 'language', '界面语言', '语言偏好', 'locale', 'preferred language'],
  timeZone: ['时区', 'time zone', '所在时区', 'timezone'],
  mentorCapacity: ['可带人数', 'mentor capacity', '带教上限', '导师可带人数', 'mentees at most', 'most mentees'],
  mentorExperienceYears: [
    '带教年限',
    'mentor experience (years)',
    '带教经验（年）',
    '导师年限',
    '带教经验',
    'mentor experience',
    'mentoring years',
    'years of mentoring',
  ],
  status: ['状态', 'status', '在职状态', '员工状态', '人员状态', 'employment status', 'employee status'],
};

/** What few files have: a name that only resembles one of theirs (marital status) is another matter. */
const NEVER_ASKED: ReadonlySet<PeopleColumn> = new Set([
  'locale',
  'timeZone',
  'mentorCapacity',
  'mentorExperienceYears',
  'status',
]);

/** `信息.grade`, `fact.grade`: whatever else is known of people; what follows the dot is the fact's name in conditions. */
const FACT_COLUMN = /^(?:fact|facts|信息|属性)\s*[.:：]\s*([A-Za-z_][A-Za-z0-9_]{0,63})$/iu;
export const factColumnName = (key: string): { 'zh-CN': string; en: string } => ({
  'zh-CN': `信息.${key}`,
  en: `fact.${key}`,
});

export interface PeopleColumns extends FoundColumns<PeopleColumn> {
  /** By the key of the fact: where it stands. */
  facts: Map<string, number>;
  /** Names of columns that are not read. */
  unread: { letter: string; name: string }[];
}

/** Which column of the table is what; null = no row names any of them. */
export function peopleColumns(table: Table, chosen: readonly ChosenColumn<PeopleColumn>[]): PeopleColumns | null {
  const wanted = PEOPLE_COLUMNS.map(
    (key): WantedColumn<PeopleColumn> => ({ key, names: COLUMN_NAMES[key].map(plainHead) }),
  );
  const found = findColumns(table, wanted, chosen, (key, has) => {
    if (key === 'name') return has('familyName') && has('givenName') ? 'superfluous' : 'needed';
    if (key === 'familyName' || key === 'givenName') return has('name') ? 'superfluous' : 'optional';
    return NEVER_ASKED.has(key) ? 'superfluous' : 'optional';
  });
  if (!found) return null;
  const heads = table.rows[found.head]?.cells ?? [];
  const read = new Set<number>(Object.values(found.columns));
  const facts = new Map<string, number>();
  const unread: PeopleColumns['unread'] = [];
  for (const [place, given] of heads.entries()) {
    const name = visibleText(given);
    if (name === '' || read.has(place)) continue;
    const key = FACT_COLUMN.exec(name)?.[1];
    if (key !== undefined && !facts.has(key)) facts.set(key, place);
    else unread.push({ letter: table.letters[place] ?? '', name });
  }
  return { ...found, facts, unread };
}

const plainHead = (name: string): string => name.normalize('NFKC').toLowerCase();
