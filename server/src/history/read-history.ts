import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ParsedPlan } from '@planwright/schema/definition';
import { decodeText } from '@planwright/schema/tables';
import { parsePlanYaml } from '@planwright/schema/yaml';
import { FAULTS, readTableFile, UnreadableTable } from '../tables/index.js';
import { say } from './generated/messages.js';
import type { TableShape } from './history-columns.js';
import * as shapes from './history-columns.js';
import type { CohortLine, EnrolmentLine, EventLine, MeasurementLine, MetricLine, PersonLine } from './history-rows.js';
import type { NotTaken } from './not-taken.js';
import { readRow } from './row-reader.js';
import { tableFile } from './table-file.js';

/** The tables of a folder as they are called there, compressed or not. */
export type HistoryFiles = Record<'people' | 'cohorts' | 'enrolments' | 'events' | 'metrics' | 'measurements', string>;

/** A folder as it was read. What could not be read is among `notTaken`; nothing was looked up yet. */
export interface History {
  people: PersonLine[];
  /** By the name that cohorts call them. */
  plans: Map<string, ParsedPlan & { file: string }>;
  cohorts: CohortLine[];
  enrolments: EnrolmentLine[];
  events: EventLine[];
  metrics: MetricLine[];
  measurements: MeasurementLine[];
  files: HistoryFiles;
  notTaken: NotTaken[];
}

/** Reads a folder of histories as docs/history.md describes it. Throws only where the folder itself cannot be read. */
export async function readHistory(folder: string): Promise<History> {
  const notTaken: NotTaken[] = [];
  const read = <T extends { line: number }>(shape: TableShape<T>) => readRows(folder, shape, notTaken);
  const history = {
    people: await read(shapes.people),
    plans: await readPlans(folder, notTaken),
    cohorts: await read(shapes.cohorts),
    enrolments: await read(shapes.enrolments),
    events: await read(shapes.events),
    metrics: await read(shapes.metrics),
    measurements: await read(shapes.measurements),
  };
  const called = (name: string) => tableFile(folder, name) ?? `${name}.csv`;
  const files: HistoryFiles = {
    people: called('people'),
    cohorts: called('cohorts'),
    enrolments: called('enrolments'),
    events: called('events'),
    metrics: called('metrics'),
    measurements: called('measurements'),
  };
  return { ...history, files, notTaken };
}

async function readRows<T extends { line: number }>(
  folder: string,
  { name, needed, must, read }: TableShape<T>,
  notTaken: NotTaken[],
): Promise<T[]> {
  const file = tableFile(folder, name);
  if (file === undefined) {
    if (needed)
      notTaken.push({
        file: `${name}.csv`,
        line: 0,
        code: 'MISSING_FILE',
        text: say('missingFile', { file: `${name}.csv` }),
      });
    return [];
  }
  const rows: T[] = [];
  try {
    const table = await readTableFile(path.join(folder, file), must);
    const line = table.head;
    const missing = must.find((column) => !table.columns.includes(column));
    if (missing !== undefined) {
      notTaken.push({ file, line, code: 'MISSING_COLUMN', text: say('missingColumn', { name: missing }) });
      return [];
    }
    // Which of two would be read is nobody's guess.
    const twice = table.columns.find((column, index) => column !== '' && table.columns.indexOf(column) !== index);
    if (twice !== undefined) {
      notTaken.push({ file, line, code: 'DUPLICATE_COLUMN', text: say('duplicateColumn', { name: twice }) });
      return [];
    }
    const used = new Set<string>();
    for await (const row of table.rows) {
      if (row.oddQuote) {
        notTaken.push({ file, line: row.line, code: 'UNREADABLE', text: say('brokenQuotes') });
        continue;
      }
      const answer = readRow(row, used, file, read);
      if ('value' in answer) rows.push(answer.value);
      else notTaken.push(answer.notTaken);
    }
    if (rows.length === 0) return rows;
    for (const column of table.columns.filter((one) => one !== '' && !used.has(one)))
      notTaken.push({ file, line, code: 'UNKNOWN_COLUMN', text: say('unknownColumn', { name: column }) });
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    notTaken.push({ file, line: error.line, code: 'UNREADABLE', text: FAULTS[error.fault] });
  }
  return rows;
}

async function readPlans(folder: string, notTaken: NotTaken[]): Promise<History['plans']> {
  const plans: History['plans'] = new Map();
  const at = path.join(folder, 'plans');
  if (!existsSync(at)) return plans;
  for (const file of (await readdir(at)).sort()) {
    const name = /^(.+)\.(ya?ml|json)$/.exec(file)?.[1];
    // JSON is YAML too.
    if (name === undefined) continue;
    const decoded = decodeText(await readFile(path.join(at, file)));
    if (decoded) plans.set(name, { ...parsePlanYaml(decoded.text), file: `plans/${file}` });
    else notTaken.push({ file: `plans/${file}`, line: 0, code: 'UNREADABLE', text: FAULTS.ENCODING });
  }
  return plans;
}
