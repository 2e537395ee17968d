import { readDay, readFlag, readNumber } from '@planwright/schema/tables';
import { textIn } from '@planwright/schema/text';
import { plainDateIn } from '@planwright/schema/time';
import type { Text } from '@planwright/schema/words';
import { type UserErrorData, userError } from '../access/graphql/index.js';
import { type Act, done, mayActOn, type Outcome, personParties, refused } from '../access/index.js';
import { columns, statement } from '../database/index.js';
import { PersonEntity } from '../people/entities.js';
import { type Match, matchPeople, type NamedPerson } from '../people/index.js';
import {
  type ChosenColumn,
  type ColumnQuestion,
  FAULTS,
  type ReadTable,
  sayOfTable,
  type Table,
} from '../tables/index.js';
import { checkValue } from './check-value.js';
import { say } from './generated/messages.js';
import { type ImportedRow, RowBeingRead } from './imported-row.js';
import { findMeasurements } from './insert-measurements.js';
import { type ImportedColumn, measurementColumns, readBaseline } from './measurement-columns.js';
import type { Metric } from './metric.js';
import { findMetric } from './read-metrics.js';
import { dayOf, type GivenMeasurement, MOST_ROWS, recordMeasurements } from './record-measurements.js';

export interface ImportMeasurements {
  metricKey: string;
  /** Already read, before there was a transaction: a file may take seconds. */
  read: ReadTable;
  /** Where the file stands in the input. */
  given: string;
  columns: readonly ChosenColumn<ImportedColumn>[];
  dryRun: boolean;
  /** One row that cannot be taken leaves out all. */
  allOrNothing: boolean;
}

export interface ImportedTable {
  recorded: number;
  rows: ImportedRow[];
  /** What is said of the table as a whole. */
  notes: string[];
  /** Which column is what, where the names do not say it: nothing is recorded before that is answered. */
  questions: ColumnQuestion<ImportedColumn>[];
  /** Why nothing was recorded although the table could be read. */
  errors: UserErrorData[];
}

/**
 * Takes a pasted or saved table: what can be read is recorded in one transaction, and of every row it is told what was done to
 * it and why. `dryRun` tells the same and records nothing.
 */
export async function importMeasurements(act: Act, input: ImportMeasurements): Promise<Outcome<ImportedTable>> {
  const { tx, viewer, language } = act;
  const bad = (sentence: Text, path: string) => refused(userError('INVALID', sentence, language, [path]));
  const metric = await findMetric(tx, viewer.workspace.id, input.metricKey);
  if (!metric) return bad(say('noSuchMetric', { key: input.metricKey }), 'metricKey');
  if (metric.source === 'PROCESS') return bad(say('computed'), 'metricKey');
  if ('fault' in input.read) return bad(FAULTS[input.read.fault], input.given);
  const { table } = input.read;
  const found = measurementColumns(table, metric, input.columns);
  if (!found) return bad(say('noColumn'), input.given);
  const below = table.rows.slice(found.head + 1);
  if (below.length === 0) return bad(FAULTS.EMPTY, input.given);
  if (below.length > MOST_ROWS) return bad(say('tooManyRows', { most: MOST_ROWS }), input.given);
  const { columns, questions } = found;
  const notes = sayOfTable(table, found.head).map((sentence) => textIn(sentence, language));
  if (questions.length > 0) {
    const errors = questions.map(({ key }) =>
      userError('INVALID', say('whichColumn', { column: say(`columns.${key}`) }), language, ['columns']),
    );
    return done({ recorded: 0, rows: [], notes, questions, errors });
  }
  if (columns.value === undefined || (columns.email === undefined && columns.name === undefined))
    return bad(say('noColumn'), input.given);

  const { rows, accepted } = await readRows(act, metric, below, columns);
  const fresh = await leaveOutKnown(act, input.metricKey, accepted);
  const answer = { rows: rows.map(({ row }) => row), notes, questions };
  const odd = answer.rows.filter(({ result }) => result === 'REFUSED').length;
  if (input.allOrNothing && odd > 0)
    return done({
      ...answer,
      recorded: 0,
      errors: [userError('INVALID', say('nothingTaken', { rows: odd }), language, ['allOrNothing'])],
    });
  if (input.dryRun || fresh.length === 0) return done({ ...answer, recorded: fresh.length, errors: [] });
  const recorded = await recordMeasurements(act, input.metricKey, fresh, 'IMPORT');
  return recorded.ok ? done({ ...answer, recorded: recorded.value.recorded, errors: [] }) : recorded;
}

interface Accepted {
  reading: RowBeingRead;
  measurement: GivenMeasurement;
}

async function readRows(
  act: Act,
  metric: Metric,
  below: Table['rows'],
  columns: Partial<Record<ImportedColumn, number>>,
): Promise<{ rows: RowBeingRead[]; accepted: Accepted[] }> {
  const match = matchPeople(await peopleToMeasure(act));
  const today = plainDateIn(act.now, act.viewer.workspace.timeZone);
  const seen = new Map<string, GivenMeasurement>();
  const accepted: Accepted[] = [];
  const rows: RowBeingRead[] = [];
  for (const row of below) {
    const reading = new RowBeingRead(row, columns, act.language);
    // What stands in no column that is read is nobody's: a remark below the table.
    if (reading.row.cells.every(({ given, notes }) => given === '' && notes.length === 0)) continue;
    rows.push(reading);
    const person = personOf(reading, match);
    const value = measuredIn(reading, metric);
    const measuredOn = dayIn(reading, today);
    const baseline = reading.has('baseline') ? readBaseline(reading.text('baseline')) : false;
    if (baseline === null) reading.refuse('baseline', say('badFlag'));
    if (!reading.isGood || person === null || value === null || measuredOn === null || baseline === null) continue;
    const measurement = { personId: person.id, value, measuredOn, baseline };
    const before = seen.get(dayOf(measurement));
    if (before && before.value !== value) {
      reading.refuse('value', say('measuredTwice'));
      continue;
    }
    reading.row.result = before ? 'SAME' : 'RECORDED';
    if (before) reading.note('value', say('sameTwice'));
    else accepted.push({ reading, measurement });
    seen.set(dayOf(measurement), measurement);
  }
  return { rows, accepted };
}

function personOf(
  reading: RowBeingRead,
  match: (email: string, name: string) => Match<NamedPerson>,
): NamedPerson | null {
  const [email, name] = [reading.text('email'), reading.text('name')];
  const naming = email !== '' || !reading.has('name') ? 'email' : 'name';
  const who = email || name;
  const found = match(email, name);
  if (found.kind === 'one') {
    reading.row.person = found.person.name;
    if (found.loosely) reading.note('name', say('matchedAs', { given: name, name: found.person.name }));
    return found.person;
  }
  const several = found.kind === 'several';
  reading.refuse(
    naming,
    who === '' ? say('namesNobody') : several ? say('severalPeople', { who }) : say('unknownPerson', { who }),
  );
  return null;
}

function measuredIn(reading: RowBeingRead, metric: Metric): number | null {
  const given = reading.text('value');
  const flag = metric.scale === 'YES_NO' && given !== '' ? readFlag(given) : null;
  const value = flag === null ? readNumber(given) : Number(flag);
  const wrong = checkValue(metric, value ?? Number.NaN);
  if (wrong) reading.refuse('value', wrong);
  else if (value !== null && String(value) !== given) reading.note('value', say('readAs', { given, value }));
  return wrong ? null : value;
}

function dayIn(reading: RowBeingRead, today: string): string | null {
  if (!reading.has('date')) return today;
  const given = reading.text('date');
  const day = readDay(given);
  if (day === null) reading.refuse('date', say('badDate'));
  else if (day > today) reading.refuse('date', say('inFuture'));
  else if (day !== given) reading.note('date', say('readAsDate', { given, date: day }));
  return day;
}

const PEOPLE_TO_MEASURE = statement(
  columns(PersonEntity, 'id', 'name', 'email', 'departmentId'),
  'select id, name, email, department_id as "departmentId" from person where workspace_id = $1::uuid',
);

/** Everybody that the viewer is HR of. */
async function peopleToMeasure({ tx, viewer }: Act): Promise<NamedPerson[]> {
  const people = await tx.rows(PEOPLE_TO_MEASURE, [viewer.workspace.id]);
  return people.filter(({ id, departmentId }) =>
    mayActOn(viewer, 'importMeasurements', personParties(id, departmentId)),
  );
}

/** Rows whose day holds a value already are told so; the same value is no error, another one is not taken. */
async function leaveOutKnown(
  { tx, viewer }: Act,
  metricKey: string,
  accepted: readonly Accepted[],
): Promise<GivenMeasurement[]> {
  const ids = [...new Set(accepted.map(({ measurement }) => measurement.personId))];
  const known = await findMeasurements(tx, viewer.workspace.id, metricKey, ids);
  const stored = new Map<string, number>(known.map((one) => [dayOf(one), one.value]));
  return accepted.flatMap(({ reading, measurement }) => {
    const before = stored.get(dayOf(measurement));
    if (before === undefined) return [measurement];
    if (before === measurement.value) {
      reading.row.result = 'SAME';
      reading.note('value', say('knownAlready'));
    } else reading.refuse('value', say('measuredBefore', { value: before }));
    return [];
  });
}
