/** One row of a text table; `line` is where it begins in the file, from 1. */
export interface DelimitedRow {
  line: number;
  cells: string[];
  /** A quotation mark opens a cell here and is never closed. */
  oddQuote?: true;
}

export type Delimiter = ',' | ';' | '\t';

/** The sign that stands most often outside quotes in the first lines; a comma where there is none. */
export function delimiterOf(start: string): Delimiter {
  const counts: Record<Delimiter, number> = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const sign of start.slice(0, 20_000)) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ',' || sign === ';' || sign === '\t')) counts[sign] += 1;
  }
  const signs: Delimiter[] = ['\t', ';', ','];
  return signs.reduce((best, sign) => (counts[sign] > counts[best] ? sign : best), ',');
}

/** A quoted cell that is longer than any spreadsheet's has no end: its quotation mark was a letter. */
const LONGEST_CELL = 32_767;

/**
 * Reads a text table piece by piece. A quotation mark that only stands in a cell is a letter of it; one that opens a cell and
 * is never closed is so too, so that one typing mistake never swallows the rows below it. Empty lines are left out.
 */
export class DelimitedReader {
  #rest = '';
  #line = 1;
  /** Lines on which a quotation mark was taken as a letter because nothing closes it. */
  readonly oddQuotes: number[] = [];

  constructor(private readonly delimiter: Delimiter) {}

  *push(text: string): Generator<DelimitedRow> {
    this.#rest += text;
    yield* this.#rows(false);
  }

  *end(): Generator<DelimitedRow> {
    yield* this.#rows(true);
  }

  *#rows(isEnd: boolean): Generator<DelimitedRow> {
    let at = 0;
    while (at < this.#rest.length) {
      const read = readRow(this.#rest, at, this.delimiter, isEnd);
      if (read === null) break;
      const { cells, next, lines, oddQuote } = read;
      const line = this.#line;
      if (oddQuote) this.oddQuotes.push(line);
      this.#line += lines;
      at = next;
      if (cells.length > 1 || cells[0] !== '') yield oddQuote ? { line, cells, oddQuote } : { line, cells };
    }
    this.#rest = this.#rest.slice(at);
  }
}

interface ReadRow {
  cells: string[];
  next: number;
  lines: number;
  oddQuote: boolean;
}

/** The row that begins at `start`; null when more text must come before that is known. */
function readRow(text: string, start: number, delimiter: Delimiter, isEnd: boolean): ReadRow | null {
  const cells: string[] = [];
  let at = start;
  let lines = 1;
  let oddQuote = false;
  for (;;) {
    if (text[at] === '"') {
      const quoted = readQuoted(text, at, delimiter, isEnd);
      if (quoted === 'more') return null;
      if (quoted !== 'letter') {
        cells.push(quoted.cell);
        lines += quoted.breaks;
        at = quoted.next;
        const end = endOfRow(text, at);
        if (end === null) {
          at += 1;
          continue;
        }
        return { cells, next: end, lines, oddQuote };
      }
      oddQuote = true;
    }
    const stop = endOfCell(text, at, delimiter);
    // A carriage return at the very end may be half of a line's end.
    if (!isEnd && (stop === text.length || (text[stop] === '\r' && stop + 1 === text.length))) return null;
    cells.push(text.slice(at, stop).trim());
    const end = endOfRow(text, stop);
    if (end !== null) return { cells, next: end, lines, oddQuote };
    at = stop + 1;
  }
}

const isBreak = (sign: string | undefined): boolean => sign === '\n' || sign === '\r';

function endOfCell(text: string, from: number, delimiter: Delimiter): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && !isBreak(text[at])) at += 1;
  return at;
}

/** Where the next row begins when this one ends at `at`; null when a cell follows. */
function endOfRow(text: string, at: number): number | null {
  if (at >= text.length) return text.length;
  if (text[at] === '\r' && text[at + 1] === '\n') return at + 2;
  return isBreak(text[at]) ? at + 1 : null;
}

/** A quoted cell ends with a quotation mark before a delimiter, a line's end or the end; any other one inside is a letter. */
function readQuoted(
  text: string,
  start: number,
  delimiter: Delimiter,
  isEnd: boolean,
): { cell: string; next: number; breaks: number } | 'letter' | 'more' {
  let cell = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || quote - start > LONGEST_CELL)
      return quote < 0 && !isEnd && text.length - start <= LONGEST_CELL ? 'more' : 'letter';
    if (!isEnd && quote + 1 === text.length) return 'more';
    if (text[quote + 1] === '"') {
      cell += text.slice(from, quote + 1);
      from = quote + 2;
      continue;
    }
    let after = quote + 1;
    while (text[after] === ' ') after += 1;
    if (!isEnd && after >= text.length) return 'more';
    if (after >= text.length || text[after] === delimiter || isBreak(text[after])) {
      cell += text.slice(from, quote);
      return { cell: cell.trim(), next: after, breaks: cell.split(/\r\n|\r|\n/).length - 1 };
    }
    cell += text.slice(from, quote + 1);
    from = quote + 1;
  }
}
