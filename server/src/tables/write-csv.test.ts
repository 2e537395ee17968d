import { describe, expect, test } from '@jest/globals';
import { withoutInvisible } from '@planwright/schema/tables';
import fc from 'fast-check';
import { readBytes } from './read-bytes.js';
import { TABLE_LIMITS } from './table.js';
import { withoutFormula, writeCsv } from './write-csv.js';

/** A line that some spreadsheet would run: whatever stands before its sign that nobody sees. */
const RUNS = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u;
const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);

const hostile = fc.constantFrom(
  '=1+1',
  '+1',
  '-1',
  '@x',
  '\t=x',
  '＝1',
  '\u200B=1',
  '\uFEFF@a',
  '\u0000=1',
  ' =1',
  '\u202E-1',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  hostile,
  fc.array(fc.oneof(hostile, fc.string({ maxLength: 5 })), { maxLength: 4 }).map((lines) => lines.join('\n')),
  fc.array(fc.oneof(hostile, fc.string({ maxLength: 5 })), { maxLength: 4 }).map((lines) => lines.join('\r')),
  fc.array(hostile, { maxLength: 3 }).map((parts) => parts.join(';')),
);

describe('the guard against formulas', () => {
  test.each([
    ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
    ['李敏\n=1+1', "李敏\n'=1+1"],
    ['李敏\r\n @SUM(1)', "李敏\r\n '@SUM(1)"],
    ['\u200B\u202E=1', "'=1"],
    ['a-b = c', 'a-b = c'],
    ['86.5', '86.5'],
  ])('%j is written as %j', (given, written) => {
    expect(withoutFormula(given)).toBe(written);
  });

  test('leaves no line that a spreadsheet would run, and changes nothing else', () => {
    fc.assert(
      fc.property(text, (given) => {
        const written = String(withoutFormula(given));
        for (const line of linesOf(written)) expect(line).not.toMatch(RUNS);
        if (!linesOf(given).some((line) => RUNS.test(line)) && !/^[\t\r\n]/.test(withoutInvisible(given)))
          expect(written).toBe(withoutInvisible(given));
      }),
      { numRuns: 2000 },
    );
  });

  test('gives a file that our own reader reads back cell by cell, numbers as numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, fc.double({ noNaN: true, noDefaultInfinity: true })), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const read = readBytes(Buffer.from(writeCsv([['name', 'value'], ...rows])), TABLE_LIMITS);
          if (!('table' in read)) throw new Error(read.fault);
          const cells = read.table.rows.slice(1).map((row) => row.cells);
          expect(cells).toEqual(
            rows.map(([name, value]) => [
              withoutInvisible(String(withoutFormula(name))).trim(),
              String(value === 0 ? 0 : value),
            ]),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
