import { createReadStream, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';

/** One row of a table by the names of its columns, as text without spaces around it; `line` is that of the file, from 1. */
export interface TableRow {
  line: number;
  cells: Readonly<Record<string, string>>;
}

export interface Table {
  /** As the first line names them. */
  columns: string[];
  rows: AsyncIterable<TableRow>;
}

/** A file that cannot be read on, with the line where it broke off. */
export class UnreadableTable extends Error {
  constructor(
    readonly line: number,
    readonly kind: 'quotes' | 'encoding' | 'empty',
  ) {
    super(`the table cannot be read beyond line ${line}`);
  }
}

/** `name.csv` of a folder, or `name.csv.gz`; undefined when there is neither. */
export const tableFile = (folder: string, name: string): string | undefined =>
  [`${name}.csv`, `${name}.csv.gz`].find((file) => existsSync(path.join(folder, file)));

/**
 * Reads a table row by row, however long it is: UTF-8, with or without a mark at its start, compressed or not; commas,
 * semicolons or tabs, found out from the first line.
 */
export async function readTable(file: string): Promise<Table> {
  const bytes = createReadStream(file);
  const isPacked = file.endsWith('.gz');
  const text = isPacked ? bytes.pipe(createGunzip()) : bytes;
  const delimiter = isPacked ? ',' : await delimiterOf(file);
  const parser = text.pipe(
    parse({ bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }),
  );
  const giveUp = (error: Error) => void parser.destroy(error);
  bytes.on('error', giveUp);
  if (isPacked) text.on('error', giveUp);
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<{ record: string[]; info: { lines: number } }>;
  const head = await next(records);
  if (!head) throw new UnreadableTable(1, 'empty');
  const columns = head.record;
  return { columns, rows: rowsOf(records, columns) };
}

async function* rowsOf(
  records: AsyncIterator<{ record: string[]; info: { lines: number } }>,
  columns: readonly string[],
): AsyncGenerator<TableRow> {
  for (let entry = await next(records); entry; entry = await next(records)) {
    const cells: Record<string, string> = {};
    const { record, info } = entry;
    for (const [index, column] of columns.entries()) cells[column] = record[index] ?? '';
    // What a reader puts where bytes are no UTF-8: names would be lost for good.
    if (record.some((cell) => cell.includes('\uFFFD'))) throw new UnreadableTable(info.lines, 'encoding');
    yield { line: info.lines, cells };
  }
}

async function next<T>(records: AsyncIterator<T>): Promise<T | undefined> {
  try {
    const { value, done } = await records.next();
    return done ? undefined : value;
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableTable(Number(error.lines ?? 0), 'quotes');
    throw error;
  }
}

async function delimiterOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const [head = ''] = buffer.subarray(0, bytesRead).toString('utf8').split(/\r?\n/, 1);
    const count = (mark: string) => head.split(mark).length - 1;
    return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
  } finally {
    await handle.close();
  }
}
