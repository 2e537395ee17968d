import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBytes } from './read-bytes.js';
import { type ReadingOptions, readTable as readUnderLimits } from './read-table.js';
import { TABLE_LIMITS } from './table.js';
import {
  lyingAboutSize,
  makeWorkbook,
  numberCell,
  textCell,
  workbookMembers,
  zipped,
} from './testing/make-workbook.js';

const MEGABYTE = 1_000_000;
/** What is tried here is what becomes of a file, not how busy the machine is. */
const readTable = (bytes: Uint8Array, options: ReadingOptions = {}) =>
  readUnderLimits(bytes, { timeoutMs: 240_000, ...options });
const row = (line: number, cells: string) => `<row r="${line}">${cells}</row>`;
const small = () => makeWorkbook({ rows: row(1, textCell('A1', 'name')) + row(2, textCell('A2', '李敏')) });

/** What the process itself grows by while a file is read; the thread's own memory is not in it once the thread has ended. */
async function growthWhile<T>(work: () => Promise<T>): Promise<{ answer: T; grown: number }> {
  const before = process.memoryUsage();
  const answer = await work();
  const after = process.memoryUsage();
  return { answer, grown: after.heapUsed + after.external - before.heapUsed - before.external };
}

describe('a file that is not what it seems', () => {
  test('one cell at the far corner of a sheet is read as the one cell it is', async () => {
    const file = makeWorkbook({
      rows: row(1, textCell('A1', 'name')) + row(1_048_576, textCell('XFD1048576', 'far')),
      after: '',
    });
    expect(file.length).toBeLessThan(3000);
    const { answer, grown } = await growthWhile(() => readTable(file));
    expect(answer).toMatchObject({
      table: {
        letters: ['A', 'XFD'],
        rows: [
          { line: 1, cells: ['name', ''] },
          { line: 1_048_576, cells: ['', 'far'] },
        ],
      },
    });
    expect(grown).toBeLessThan(20 * MEGABYTE);
  });

  test('a sheet that claims to fill everything is read by what it holds', async () => {
    const members = workbookMembers({ rows: row(1, textCell('A1', 'name')) });
    const sheet = members['xl/worksheets/sheet1.xml']?.replace(
      '<sheetData>',
      '<dimension ref="A1:XFD1048576"/><sheetData>',
    );
    expect(await readTable(zipped({ ...members, 'xl/worksheets/sheet1.xml': sheet ?? '' }))).toMatchObject({
      table: { rows: [{ line: 1, cells: ['name'] }] },
    });
  });

  test('a zip that lies about its size is counted while it is unpacked', async () => {
    const bomb = makeWorkbook({ rows: row(1, textCell('A1', ' '.repeat(150 * MEGABYTE))) }, { level: 9 });
    expect(bomb.length).toBeLessThan(MEGABYTE);
    const { answer, grown } = await growthWhile(() => readTable(lyingAboutSize(bomb, 100)));
    expect(answer).toEqual({ fault: 'TOO_LARGE' });
    expect(grown).toBeLessThan(20 * MEGABYTE);
    expect(await readTable(lyingAboutSize(small(), 4_000_000_000))).toMatchObject({ table: { rows: [{}, {}] } });
  });

  test('many members that are small alone are counted together', async () => {
    const members = workbookMembers({
      rows: row(1, textCell('A1', 'name')),
      strings: `<si><t>${' '.repeat(60 * MEGABYTE)}</t></si>`,
    });
    members['xl/styles.xml'] = `${members['xl/styles.xml']}${' '.repeat(60 * MEGABYTE)}`;
    members['xl/worksheets/sheet1.xml'] =
      members['xl/worksheets/sheet1.xml']?.replace('</row>', '<c r="B1" t="s"><v>0</v></c></row>') ?? '';
    expect(await readTable(zipped(members, { level: 9 }))).toEqual({ fault: 'TOO_LARGE' });
  });

  test('a huge table of shared strings costs no more than what the sheet uses of it', async () => {
    const strings = `<si><t>name</t></si>${'<si><t>never used</t></si>'.repeat(1_500_000)}<si><t>李敏</t></si>`;
    const file = makeWorkbook(
      { rows: row(1, '<c r="A1" t="s"><v>0</v></c>') + row(2, '<c r="A2" t="s"><v>1500001</v></c>'), strings },
      { level: 9 },
    );
    const { answer, grown } = await growthWhile(() => readTable(file));
    expect(answer).toMatchObject({ table: { rows: [{ cells: ['name'] }, { cells: ['李敏'] }] } });
    expect(grown).toBeLessThan(20 * MEGABYTE);
  });

  test.each([
    [
      'rows',
      Array.from({ length: 20_000 }, (_, i) => row(i + 1, numberCell(`A${i + 1}`, i))).join(''),
      'TOO_MANY_ROWS',
    ],
    ['columns', row(1, Array.from({ length: 300 }, (_, i) => `<c><v>${i}</v></c>`).join('')), 'TOO_MANY_COLUMNS'],
    [
      'cells',
      Array.from({ length: 4000 }, (_, i) => row(i + 1, '<c><v>1</v></c>'.repeat(200))).join(''),
      'TOO_MANY_CELLS',
    ],
  ])('more %s than a table of people has are an error of their own', async (_, rows, fault) => {
    expect(await readTable(makeWorkbook({ rows }, { level: 9 }))).toEqual({ fault });
  });

  test('own entities and document types are not followed', async () => {
    const members = workbookMembers({ rows: row(1, textCell('A1', '&xxe;')) });
    const sheet = `<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>${members['xl/worksheets/sheet1.xml']}`;
    expect(await readTable(zipped({ ...members, 'xl/worksheets/sheet1.xml': sheet }))).toEqual({ fault: 'DAMAGED' });
  });

  test('a file cut off anywhere is damaged, never a fault of the server', () => {
    const whole = small();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
        const answer = readBytes(whole.subarray(0, length), TABLE_LIMITS);
        // The first byte alone is a table of one cell: P.
        if (length > 3) expect(answer).toEqual({ fault: 'DAMAGED' });
      }),
    );
  });

  test('bytes changed anywhere never end in anything but a table or a fault', () => {
    const whole = small();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const changed = Buffer.from(whole);
          for (const [at, byte] of changes) changed[at] = byte;
          const answer = readBytes(changed, TABLE_LIMITS);
          expect('table' in answer || 'fault' in answer).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('any bytes at all end in a table or a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (bytes) => {
        const answer = readBytes(Buffer.from(bytes), TABLE_LIMITS);
        expect('table' in answer || 'fault' in answer).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the thread that reads', () => {
  test('is ended when it takes too long, and the next file is read', async () => {
    const cells = '<c><v>1</v></c>'.repeat(100);
    const slow = makeWorkbook(
      { rows: Array.from({ length: 4900 }, (_, i) => row(i + 1, cells)).join('') },
      { level: 9 },
    );
    expect(await readTable(slow, { timeoutMs: 1 })).toEqual({ fault: 'TOO_SLOW' });
    expect(await readTable(small())).toHaveProperty('table');
  });

  test('is ended when it takes too much memory, and the next file is read', async () => {
    const cells = '<c><v>1</v></c>'.repeat(49);
    const large = makeWorkbook({ rows: Array.from({ length: 10_000 }, (_, i) => row(i + 1, cells)).join('') });
    const answer = await readTable(large, { memoryMb: 12 });
    expect('fault' in answer ? answer.fault : 'a table').toBe('TOO_LARGE');
    expect(await readTable(small())).toHaveProperty('table');
  });

  test('leaves the server free to answer: timers run while files are read', async () => {
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 1);
    const cells = '<c><v>1</v></c>'.repeat(49);
    const file = makeWorkbook({ rows: Array.from({ length: 10_000 }, (_, i) => row(i + 1, cells)).join('') });
    const answers = await Promise.all([1, 2].map(() => readTable(file)));
    clearInterval(ticking);
    expect(answers.every((answer) => 'table' in answer)).toBe(true);
    expect(ticks).toBeGreaterThan(20);
  });

  test('takes two at once, lets sixteen wait and refuses the next with a sentence', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => readTable(small())));
    expect(answers.filter((answer) => 'table' in answer)).toHaveLength(18);
    expect(answers.filter((answer) => 'fault' in answer)).toEqual([{ fault: 'BUSY' }, { fault: 'BUSY' }]);
  });
});
