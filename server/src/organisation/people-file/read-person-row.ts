import { nameKey, readNumber, visibleText } from '@planwright/schema/tables';
import type { Language } from '@planwright/schema/text';
import { isValidZone, type PlainDate, type Zone } from '@planwright/schema/time';
import type { ReadColumn } from './decided-row.js';
import { say } from './generated/messages.js';
import { readJoinedOn } from './read-joined-on.js';
import type { RowBeingRead } from './row-being-read.js';

export type FactValue = string | number | boolean | null;

/** What a row says of a person. Absent = it says nothing: what is known stays; null = it says that there is none. */
export interface SaidOfPerson {
  employeeNumber?: string | null;
  name?: string;
  familyName?: string | null;
  givenName?: string | null;
  email?: string | null;
  department?: string | null;
  jobRole?: string | null;
  /** As the cell names them. */
  manager?: { by: 'number' | 'anything'; text: string } | null;
  joinedOn?: PlainDate | null;
  locale?: Language;
  timeZone?: Zone;
  mentorCapacity?: number | null;
  mentorExperienceYears?: number | null;
  facts: Record<string, FactValue>;
}

/** Written where there is nothing on purpose. An empty cell says less: it leaves what is known. */
const NOTHING = new Set(['-', '–', '—', '--', '——', '/', '无', '暂无', '没有', 'none', 'n/a', 'na', 'null']);
const STARTS_FORMULA = /^[\s'’]*[=+\-@＝＋－＠]/u;
/** What is left of letters that were read in the wrong encoding. */
const WRONGLY_DECODED = /\uFFFD|锟斤拷|烫烫烫|ï»¿|Ã[\u0080-\u00BF]/u;
const EMAIL = /^[^\s@,;<>()"]{1,64}@[^\s@,;<>()"]+\.[^\s@,;<>()".]+$/u;
const MOST = { employeeNumber: 50, email: 254, name: 200 };

/** Reads every cell of a row but for what it refers to: departments, job roles and managers stay names. */
export function readPersonRow(row: RowBeingRead, facts: Iterable<string>, today: PlainDate): SaidOfPerson {
  const said: SaidOfPerson = { facts: {} };
  const number = optionalText(row, 'employeeNumber', MOST.employeeNumber);
  if (number !== undefined) said.employeeNumber = number;
  const familyName = optionalText(row, 'familyName', MOST.name);
  if (familyName !== undefined) said.familyName = familyName;
  const givenName = optionalText(row, 'givenName', MOST.name);
  if (givenName !== undefined) said.givenName = givenName;
  const name = nameOf(row, familyName, givenName);
  if (name !== undefined) said.name = name;
  const email = emailOf(row);
  if (email !== undefined) said.email = email;
  const department = optionalText(row, 'department', MOST.name * 4);
  if (department !== undefined) said.department = department;
  const jobRole = optionalText(row, 'jobRole', MOST.name);
  if (jobRole !== undefined) said.jobRole = jobRole;
  const manager = managerOf(row);
  if (manager !== undefined) said.manager = manager;
  const joinedOn = joinedOnOf(row, today);
  if (joinedOn !== undefined) said.joinedOn = joinedOn;
  const locale = localeOf(row);
  if (locale !== undefined) said.locale = locale;
  const timeZone = timeZoneOf(row);
  if (timeZone !== undefined) said.timeZone = timeZone;
  const capacity = numberOf(row, 'mentorCapacity', (value) => Number.isInteger(value) && value >= 0 && value <= 1000);
  if (capacity !== undefined) said.mentorCapacity = capacity;
  const years = numberOf(row, 'mentorExperienceYears', (value) => value >= 0 && value <= 80);
  if (years !== undefined) said.mentorExperienceYears = years;
  for (const key of facts) {
    const value = factOf(row, `fact.${key}`);
    if (value !== undefined) said.facts[key] = value;
  }
  readStatus(row);
  return said;
}

const isNothing = (text: string): boolean => NOTHING.has(text.normalize('NFKC').toLowerCase());

/** A text that goes into the database and out again into tables: nothing that a spreadsheet would run. */
function plainText(row: RowBeingRead, column: ReadColumn, most: number): string | undefined {
  const text = row.text(column).replace(/\s+/gu, ' ');
  if (text === '') return undefined;
  if (WRONGLY_DECODED.test(text)) row.refuse(column, 'ENCODING', say('wronglyDecoded'));
  else if (STARTS_FORMULA.test(text)) row.refuse(column, 'FORMULA', say('formula', { sign: signOf(text) }));
  else if ([...text].length > most) row.refuse(column, 'TOO_LONG', say('tooLong', { most }));
  else return text;
  return undefined;
}

const signOf = (text: string): string =>
  visibleText(text)
    .replace(/^['’]+\s*/u, '')
    .slice(0, 1);

function optionalText(row: RowBeingRead, column: ReadColumn, most: number): string | null | undefined {
  return isNothing(row.text(column)) ? null : plainText(row, column, most);
}

const HAN = /^\p{Script=Han}/u;

function nameOf(
  row: RowBeingRead,
  familyName: string | null | undefined,
  givenName: string | null | undefined,
): string | undefined {
  if (row.cell('name')) {
    if (!isNothing(row.text('name'))) return plainText(row, 'name', MOST.name);
    row.refuse('name', 'NO_NAME', say('noName'));
    return undefined;
  }
  if (!familyName || !givenName) return familyName || givenName || undefined;
  return HAN.test(familyName) ? `${familyName}${givenName}` : `${givenName} ${familyName}`;
}

function emailOf(row: RowBeingRead): string | null | undefined {
  const given = row.text('email');
  if (given === '') return undefined;
  if (isNothing(given)) return null;
  const email = given
    .normalize('NFKC')
    .replace(/^mailto:/i, '')
    .trim();
  if (WRONGLY_DECODED.test(email)) row.refuse('email', 'ENCODING', say('wronglyDecoded'));
  else if (STARTS_FORMULA.test(email)) row.refuse('email', 'FORMULA', say('formula', { sign: signOf(email) }));
  else if (email.length > MOST.email || !EMAIL.test(email)) row.refuse('email', 'BAD_EMAIL', say('badEmail'));
  else {
    if (email !== given) row.note('email', say('readAs', { text: email }));
    return email;
  }
  return undefined;
}

/** The number says more than the name, and is taken where a file has both. */
function managerOf(row: RowBeingRead): SaidOfPerson['manager'] {
  const number = optionalText(row, 'managerNumber', MOST.employeeNumber);
  if (number) return { by: 'number', text: number };
  const text = optionalText(row, 'manager', MOST.email);
  if (text) return { by: 'anything', text };
  return number === null || text === null ? null : undefined;
}

function joinedOnOf(row: RowBeingRead, today: PlainDate): PlainDate | null | undefined {
  const given = row.text('joinedOn');
  if (given === '') return undefined;
  if (isNothing(given)) return null;
  const read = readJoinedOn(given, today);
  if ('fault' in read) {
    row.refuse('joinedOn', 'BAD_DATE', say(`date.${read.fault}`, { given }));
    return undefined;
  }
  if (read.day !== given) row.note('joinedOn', say('readAs', { text: read.day }));
  return read.day;
}

const CHINESE = new Set([
  'zh',
  'zh-cn',
  'zh-hans',
  'zh-hans-cn',
  'cn',
  '中文',
  '汉语',
  '简体中文',
  '中文(简体)',
  'chinese',
]);
const ENGLISH = new Set(['en', 'en-us', 'en-gb', '英文', '英语', 'english']);

function localeOf(row: RowBeingRead): Language | undefined {
  const given = row.text('locale');
  if (given === '' || isNothing(given)) return undefined;
  const word = given.normalize('NFKC').toLowerCase().replaceAll('_', '-');
  if (CHINESE.has(word)) return 'zh-CN';
  if (ENGLISH.has(word)) return 'en';
  row.refuse('locale', 'BAD_LANGUAGE', say('badLanguage'));
  return undefined;
}

function timeZoneOf(row: RowBeingRead): Zone | undefined {
  const given = row.text('timeZone');
  if (given === '' || isNothing(given)) return undefined;
  if (isValidZone(given)) return given;
  row.refuse('timeZone', 'BAD_TIME_ZONE', say('badTimeZone'));
  return undefined;
}

function numberOf(
  row: RowBeingRead,
  column: 'mentorCapacity' | 'mentorExperienceYears',
  fits: (value: number) => boolean,
): number | null | undefined {
  const given = row.text(column);
  if (given === '') return undefined;
  if (isNothing(given)) return null;
  const value = readNumber(given.replace(/[人名位年个]$/u, ''));
  if (value !== null && fits(value)) return value;
  row.refuse(column, 'BAD_NUMBER', say(column === 'mentorCapacity' ? 'badCapacity' : 'badYears'));
  return undefined;
}

/** Numbers and yes or no are kept as what they are, so that conditions can compare them; `007` is no number. */
function factOf(row: RowBeingRead, column: `fact.${string}`): FactValue | undefined {
  const given = row.text(column);
  if (given === '') return undefined;
  if (isNothing(given)) return null;
  if (WRONGLY_DECODED.test(given)) {
    row.refuse(column, 'ENCODING', say('wronglyDecoded'));
    return undefined;
  }
  if (/^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(given)) return Number(given);
  if (/^(true|false)$/i.test(given)) return given.toLowerCase() === 'true';
  // Our own export writes an apostrophe before what a spreadsheet would run.
  const text = given.replace(/^'(?=[=+\-@＝＋－＠])/u, '');
  if (text.length <= 1000) return text;
  row.refuse(column, 'TOO_LONG', say('tooLong', { most: 1000 }));
  return undefined;
}

const WORKING = new Set(
  ['在职', '在岗', '正式', '试用', '试用期', '实习', '正常', 'active', 'employed', 'current', 'yes', 'true', '1'].map(
    nameKey,
  ),
);
const GONE = new Set(
  [
    '离职',
    '已离职',
    '退休',
    '已退休',
    '停用',
    '辞退',
    'left',
    'inactive',
    'terminated',
    'resigned',
    'retired',
    'no',
    'false',
    '0',
  ].map(nameKey),
);

/** An export of everybody who was ever there must not bring those back who have left. */
function readStatus(row: RowBeingRead): void {
  const given = row.text('status');
  if (given === '' || isNothing(given)) return;
  const word = nameKey(given);
  if (GONE.has(word)) row.refuse('status', 'LEFT', say('rowSaysLeft'));
  else if (!WORKING.has(word)) row.refuse('status', 'BAD_STATUS', say('badStatus'));
}
