import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DelimitedReader, delimiterOf, type TextEncodingName, utf16Label } from '@planwright/schema/tables';
import { readTable } from './read-table.js';
import { cleanRow } from './read-text.js';
import type { TableFault } from './table.js';

/** One row of a file by the names of its columns, as text without spaces around it; `line` is that of the file, from 1. */
export interface FileRow {
  line: number;
  cells: Readonly<Record<string, string>>;
  /** A quotation mark opens a cell here and is never closed. */
  oddQuote?: true;
}

/** A file of somebody who runs the server: however long it is, it is read row by row. */
export interface TableFile {
  /** As the row of names has them. */
  columns: string[];
  /** On which line that row stands. */
  head: number;
  rows: AsyncIterable<FileRow>;
  /** Known once all rows were read. */
  encoding(): TextEncodingName;
}

/** A file that cannot be read on, with the line where it broke off. */
export class UnreadableTable extends Error {
  constructor(
    readonly line: number,
    readonly fault: TableFault,
  ) {
    super(`the table cannot be read beyond line ${line}`);
  }
}

interface PlainRow {
  line: number;
  cells: string[];
  oddQuote?: true;
}

/** Titles above the names seldom take more lines. */
const HEAD_LINES = 30;
/** What a workbook of a history may be: it stands in memory, unlike text. */
const WORKBOOK = {
  bytes: 60_000_000,
  rows: 300_000,
  cells: 5_000_000,
  unpackedBytes: 1_000_000_000,
  signs: 100_000_000,
};

/**
 * Reads `.csv`, `.csv.gz` and `.xlsx` alike: in any encoding and with any delimiter that spreadsheets write, compressed or not.
 * @param must names that the row of names has; what stands above it is left out
 */
export async function readTableFile(file: string, must: readonly string[] = []): Promise<TableFile> {
  const decoding = { encoding: 'UTF-8' as TextEncodingName };
  const rows = (await isWorkbook(file)) ? workbookRows(file) : textRows(file, decoding);
  const iterator = rows[Symbol.asyncIterator]();
  const start: PlainRow[] = [];
  let head = -1;
  while (head < 0 && start.length < HEAD_LINES) {
    const { value, done } = await iterator.next();
    if (done) break;
    start.push(value);
    if (must.every((name) => value.cells.includes(name))) head = start.length - 1;
  }
  // No row has them all: what is missing is told of the first.
  const named = start[Math.max(head, 0)];
  if (!named) throw new UnreadableTable(1, 'EMPTY');
  const below = start.slice(Math.max(head, 0) + 1);
  return {
    columns: named.cells,
    head: named.line,
    rows: namedRows(named.cells, below, iterator),
    encoding: () => decoding.encoding,
  };
}

async function* namedRows(
  columns: readonly string[],
  start: readonly PlainRow[],
  rest: AsyncIterator<PlainRow>,
): AsyncGenerator<FileRow> {
  const named = ({ line, cells, oddQuote }: PlainRow): FileRow => {
    const byName: Record<string, string> = {};
    for (const [index, column] of columns.entries()) byName[column] = cells[index] ?? '';
    return oddQuote ? { line, cells: byName, oddQuote } : { line, cells: byName };
  };
  for (const row of start) yield named(row);
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield named(next.value);
}

async function isWorkbook(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return bytesRead > 1 && (buffer.toString('latin1', 0, 2) === 'PK' || buffer.readUInt32BE(0) === 0xd0cf11e0);
  } finally {
    await handle.close();
  }
}

async function* workbookRows(file: string): AsyncGenerator<PlainRow> {
  const read = await readTable(await readFile(file), { limits: WORKBOOK, timeoutMs: 300_000, memoryMb: 2048 });
  if ('fault' in read) throw new UnreadableTable(1, read.fault);
  for (const { line, cells } of read.table.rows) yield { line, cells };
}

async function* textRows(file: string, decoding: { encoding: TextEncodingName }): AsyncGenerator<PlainRow> {
  const bytes = createReadStream(file);
  const unpacked = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (error) => void unpacked.destroy(error));
  let reader: DelimitedReader | undefined;
  let line = 1;
  const take = function* (rows: Iterable<PlainRow>): Generator<PlainRow> {
    for (const row of rows) {
      line = row.line;
      const { cells } = cleanRow(row);
      if (cells.some((cell) => cell !== '')) yield { ...row, cells };
    }
  };
  try {
    for await (const text of decoded(Readable.toWeb(unpacked) as ReadableStream<Uint8Array>, decoding)) {
      reader ??= new DelimitedReader(delimiterOf(text));
      yield* take(reader.push(text));
    }
  } catch (error) {
    if (error instanceof TypeError) throw new UnreadableTable(line, 'ENCODING');
    throw error;
  } finally {
    bytes.destroy();
  }
  if (reader) yield* take(reader.end());
}

/**
 * Text of a stream. What is no UTF-8 from its first letter beyond ASCII on is taken for GB 18030; a file that has been UTF-8
 * until then is damaged, and guessing on would lose names for good.
 */
async function* decoded(
  chunks: AsyncIterable<Uint8Array>,
  decoding: { encoding: TextEncodingName },
): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let onlyAscii = true;
  for await (const chunk of chunks) {
    if (!decoder) {
      const utf16 = utf16Label(chunk.subarray(0, chunk.length - (chunk.length % 2)));
      decoding.encoding = utf16 === null ? 'UTF-8' : 'UTF-16';
      decoder = new TextDecoder(utf16 ?? 'utf-8', { fatal: true });
    }
    try {
      const text = decoder.decode(chunk, { stream: true });
      onlyAscii &&= text.length === chunk.length;
      yield text;
    } catch (error) {
      if (!onlyAscii || decoding.encoding !== 'UTF-8') throw error;
      decoding.encoding = 'GB 18030';
      decoder = new TextDecoder('gb18030', { fatal: true });
      onlyAscii = false;
      yield decoder.decode(chunk, { stream: true });
    }
  }
  yield decoder?.decode() ?? '';
}
