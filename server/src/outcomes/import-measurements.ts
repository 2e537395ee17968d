import { type Language, plainDateIn } from '@planwright/schema';
import { mayActOn, personParties } from '../access/actions.js';
import { userError } from '../access/graphql/user-error.js';
import { type Act, done, type Outcome, refused } from '../access/outcome.js';
import { checkValue } from './check-value.js';
import { findMeasurements } from './insert-measurements.js';
import { type Columns, columnsOf, readDay, readFlag, readNumber } from './measurement-cells.js';
import { messages } from './messages.js';
import { findMetric } from './read-metrics.js';
import { readCsv, readXlsx } from './read-table.js';
import { dayOf, type GivenMeasurement, MOST_ROWS, recordMeasurements } from './record-measurements.js';

export interface ImportMeasurements {
  metricKey: string;
  csv?: string;
  xlsxBase64?: string;
  dryRun: boolean;
}

export type RowResult = 'RECORDED' | 'SAME' | 'REFUSED';

export type ImportedColumn = keyof Columns;

/** What stood in one cell that is read, and what is to be said of it. */
export interface ImportedCell {
  column: ImportedColumn;
  given: string;
  /** The row is refused because of it. */
  wrong: boolean;
  notes: string[];
}

/** What was done to one row of the table; `line` counts from 1, the row of names included. */
export interface ImportedRow {
  line: number;
  result: RowResult;
  person: string;
  /** In the order of the table. */
  cells: ImportedCell[];
  /** Those of the cells. */
  notes: string[];
}

interface KnownPerson {
  id: string;
  name: string;
  email: string;
  departmentId: string | null;
}

/**
 * Takes a pasted or saved table: what can be read is recorded, and of every row it is told what was done to it and why.
 * `dryRun` tells the same and records nothing.
 */
export async function importMeasurements(
  act: Act,
  input: ImportMeasurements,
): Promise<Outcome<{ recorded: number; rows: ImportedRow[] }>> {
  const { tx, viewer, language, now } = act;
  const bad = (sentence: ReturnType<typeof messages.noTable>, path: string) =>
    refused(userError('INVALID', sentence, language, [path]));
  const metric = await findMetric(tx, viewer.workspace.id, input.metricKey);
  if (!metric) return bad(messages.noSuchMetric(input.metricKey), 'metricKey');
  if (metric.source === 'PROCESS') return bad(messages.computed(), 'metricKey');
  const given = input.csv === undefined ? 'xlsx' : 'csv';
  if ((input.csv === undefined) === (input.xlsxBase64 === undefined)) return bad(messages.oneTable(), given);
  const table = input.csv === undefined ? await readXlsx(input.xlsxBase64 ?? '') : readCsv(input.csv);
  if (!table || table.length < 2) return bad(messages.noTable(), given);
  if (table.length > MOST_ROWS + 1) return bad(messages.tooManyRows(MOST_ROWS), given);
  const columns = columnsOf(table[0] ?? []);
  if (!columns) return bad(messages.noColumn(), given);

  const matching = finder(await peopleToMeasure(act));
  const today = plainDateIn(now, viewer.workspace.timeZone);
  const seen = new Map<string, GivenMeasurement>();
  const accepted: { row: ImportedRow; measurement: GivenMeasurement }[] = [];
  const read = readColumns(columns);
  const rows = table.slice(1).map((cells, i): ImportedRow => {
    const cell = (column: number | undefined) => (column === undefined ? '' : (cells[column] ?? ''));
    const who = cell(columns.email) || cell(columns.name);
    const row: ImportedRow = {
      line: i + 2,
      result: 'REFUSED',
      person: who,
      cells: read.map((column) => ({ column, given: cell(columns[column]), wrong: false, notes: [] })),
      notes: [],
    };
    const note = (column: ImportedColumn, sentence: ReturnType<typeof messages.noTable>) =>
      addNote(row, column, sentence[language]);
    const refuse = (column: ImportedColumn, sentence: ReturnType<typeof messages.noTable>) =>
      addNote(row, column, sentence[language], true);
    const naming = cell(columns.email) !== '' || columns.name === undefined ? 'email' : 'name';
    const found = matching(cell(columns.email), cell(columns.name));
    const [person] = found;
    if (found.length > 1) refuse(naming, messages.severalPeople(who));
    else if (!person) refuse(naming, messages.unknownPerson(who));
    else row.person = person.name;
    const value = readNumber(cell(columns.value));
    const wrong = checkValue(metric, value ?? Number.NaN);
    if (wrong) refuse('value', wrong);
    else if (value !== null && String(value) !== cell(columns.value))
      note('value', messages.readAs(cell(columns.value), value));
    const day = columns.date === undefined ? today : readDay(cell(columns.date));
    if (day === null) refuse('date', messages.badDate());
    else if (day > today) refuse('date', messages.inFuture());
    else if (columns.date !== undefined && day !== cell(columns.date))
      note('date', messages.readAsDate(cell(columns.date), day));
    if (found.length !== 1 || !person || wrong || value === null || day === null || day > today) return row;

    const measurement = { personId: person.id, value, measuredOn: day, baseline: readFlag(cell(columns.baseline)) };
    const before = seen.get(dayOf(measurement));
    if (before && before.value !== value) {
      refuse('value', messages.measuredTwice());
      return row;
    }
    row.result = before ? 'SAME' : 'RECORDED';
    if (before) note('value', messages.sameTwice());
    else accepted.push({ row, measurement });
    seen.set(dayOf(measurement), measurement);
    return row;
  });
  const fresh = await leaveOutKnown(act, input.metricKey, accepted, language);
  if (input.dryRun || fresh.length === 0) return done({ recorded: fresh.length, rows });
  const recorded = await recordMeasurements(act, input.metricKey, fresh, 'IMPORT');
  return recorded.ok ? done({ recorded: recorded.value.recorded, rows }) : recorded;
}

/** The columns that the table has, from left to right. */
const readColumns = (columns: Columns): ImportedColumn[] =>
  (['email', 'name', 'value', 'date', 'baseline'] as const)
    .filter((column) => columns[column] !== undefined)
    .sort((one, other) => (columns[one] ?? 0) - (columns[other] ?? 0));

function addNote(row: ImportedRow, column: ImportedColumn, sentence: string, wrong = false): void {
  row.notes.push(sentence);
  const cell = row.cells.find((one) => one.column === column);
  cell?.notes.push(sentence);
  if (cell && wrong) cell.wrong = true;
}

/** Everybody of whom the viewer is HR. */
async function peopleToMeasure({ tx, viewer }: Act): Promise<KnownPerson[]> {
  const people = await tx.rows<KnownPerson>(
    'select id, name, email, department_id as "departmentId" from person where workspace_id = $1::uuid',
    [viewer.workspace.id],
  );
  return people.filter(({ id, departmentId }) =>
    mayActOn(viewer, 'importMeasurements', personParties(id, departmentId)),
  );
}

/** Finds whom a row names: by e-mail where there is one, which is one person's; else by the whole name. */
function finder(people: readonly KnownPerson[]): (email: string, name: string) => KnownPerson[] {
  const key = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  const byEmail = Map.groupBy(people, (person) => key(person.email ?? ''));
  const byName = Map.groupBy(people, (person) => key(person.name));
  return (email, name) => {
    if (email !== '') return byEmail.get(key(email)) ?? [];
    return name === '' ? [] : (byName.get(key(name)) ?? []);
  };
}

/** Rows whose day holds a value already are told so; the same value is no error, another one is not taken. */
async function leaveOutKnown(
  { tx, viewer }: Act,
  metricKey: string,
  accepted: readonly { row: ImportedRow; measurement: GivenMeasurement }[],
  language: Language,
): Promise<GivenMeasurement[]> {
  const ids = [...new Set(accepted.map(({ measurement }) => measurement.personId))];
  const known = await findMeasurements(tx, viewer.workspace.id, metricKey, ids);
  const stored = new Map<string, number>(known.map((one) => [dayOf(one), one.value]));
  return accepted.flatMap(({ row, measurement }) => {
    const before = stored.get(dayOf(measurement));
    if (before === undefined) return [measurement];
    const same = before === measurement.value;
    row.result = same ? 'SAME' : 'REFUSED';
    addNote(row, 'value', (same ? messages.knownAlready() : messages.measuredBefore(before))[language], !same);
    return [];
  });
}
