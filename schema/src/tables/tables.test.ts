import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDay, readFlag, readNumber } from './cells.js';
import { decodeText } from './decode-text.js';
import { DelimitedReader, delimiterOf } from './delimited-rows.js';
import { nameKey, visibleText } from './visible-text.js';

const rowsOf = (text: string, pieces: readonly number[] = []): string[][] => {
  const reader = new DelimitedReader(delimiterOf(text));
  const cuts = [0, ...pieces.map((at) => at % (text.length + 1)).sort((a, b) => a - b), text.length];
  const rows = cuts.flatMap((from, i) => [...reader.push(text.slice(from, cuts[i + 1] ?? text.length))]);
  return [...rows, ...reader.end()].map(({ cells }) => cells);
};

describe('text tables', () => {
  test.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\r\n"1;2";3',
      [
        ['a', 'b'],
        ['1;2', '3'],
      ],
    ],
    [
      'a\tb\n"two\nlines"\t3\n',
      [
        ['a', 'b'],
        ['two\nlines', '3'],
      ],
    ],
    [
      'a,b\nthey said "no",2\n',
      [
        ['a', 'b'],
        ['they said "no"', '2'],
      ],
    ],
    [
      'a,b\n"they said ""no""",2\n',
      [
        ['a', 'b'],
        ['they said "no"', '2'],
      ],
    ],
    [
      'a,b\n"open,2\nx,3\n',
      [
        ['a', 'b'],
        ['"open', '2'],
        ['x', '3'],
      ],
    ],
  ])('%j', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test('say the same in whatever pieces they come', () => {
    const text = fc
      .array(fc.constantFrom('a', '"', ',', '\n', '\r\n', '""', ' ', '李'), { maxLength: 40 })
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat(100), { maxLength: 5 }), (whole, pieces) => {
        expect(rowsOf(whole, pieces)).toEqual(rowsOf(whole));
      }),
      { numRuns: 3000 },
    );
  });

  test('name the line on which a row begins', () => {
    const reader = new DelimitedReader(',');
    const lines = [...reader.push('a,b\n\n"x\ny",1\nz,2\n'), ...reader.end()].map(({ line }) => line);
    expect(lines).toEqual([1, 3, 5]);
  });

  test('are decoded from what spreadsheets save', () => {
    const text = '姓名,得分\n李敏,86\n';
    expect(decodeText(Buffer.from(`\uFEFF${text}`))).toEqual({ text, encoding: 'UTF-8' });
    expect(decodeText(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual({ text, encoding: 'UTF-16' });
    expect(decodeText(Buffer.from(text, 'utf16le').swap16())).toEqual({ text, encoding: 'UTF-16' });
    expect(decodeText(Buffer.from('d0d5c3fb', 'hex'))).toEqual({ text: '姓名', encoding: 'GB 18030' });
    expect(decodeText(Buffer.from([0xff, 0x41]))).toBeNull();
  });
});

describe('cells', () => {
  test.each([
    ['86.5', 86.5],
    ['86,5', 86.5],
    ['-3', -3],
    ['12%', 12],
    ['８６.５ 分', 86.5],
    ['1,204', 1204],
    ['', null],
    ['八十', null],
    ['Infinity', null],
  ])('%j is the number %p', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  test.each([
    ['2026-03-02', '2026-03-02'],
    ['2026年3月2日', '2026-03-02'],
    ['20260302', '2026-03-02'],
    ['2026/3/2 18:00', '2026-03-02'],
    ['2026-02-30', null],
    ['03/02/2026', null],
  ])('%j is the day %p', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test('say yes, no, or neither', () => {
    expect(['是', 'Yes', '√', '', '否', 'maybe'].map(readFlag)).toEqual([true, true, true, false, false, null]);
  });

  test('lose what nobody sees and keep what is written with joiners', () => {
    expect(visibleText('\uFEFF李\u200B敏\u0000 ')).toBe('李敏');
    expect(visibleText('👩\u200D💻')).toBe('👩\u200D💻');
    expect(visibleText('a\ud800b')).toBe('ab');
  });

  test('name one person however the name is written', () => {
    const names = ['买买提·艾力', '买买提•艾力', '买买提・艾力', '买买提.艾力', '买买提 艾力', '买买提･艾力'];
    expect(new Set(names.map(nameKey)).size).toBe(1);
    expect(nameKey('ＷＵ Lei')).toBe(nameKey('wu lei'));
    expect(nameKey('Wu Lei')).not.toBe(nameKey('Wu Li'));
  });
});
