import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './board-cursor.js';

const letters = (alphabet: string, lengths: { minLength: number; maxLength: number }) =>
  fc.string({ unit: fc.constantFrom(...alphabet), ...lengths });
const BASE64URL = 'ABCXYZabcxyz0189-_';

const cursor = fc.record({
  epoch: letters('0123456789abcdef-', { minLength: 1, maxLength: 36 }),
  seq: fc.integer({ min: 0, max: 999_999_999_999_999 }),
  columns: letters(BASE64URL, { minLength: 0, maxLength: 10 }),
});

const written = (text: string) => Buffer.from(text).toString('base64url');

describe('a cursor of a board', () => {
  test('says after a round trip what it said before', () => {
    fc.assert(
      fc.property(cursor, (one) => {
        expect(decodeCursor(encodeCursor(one))).toEqual(one);
      }),
    );
  });

  test('differs for different places', () => {
    fc.assert(
      fc.property(cursor, cursor, (a, b) => {
        const same = a.epoch === b.epoch && a.seq === b.seq && a.columns === b.columns;
        expect(encodeCursor(a) === encodeCursor(b)).toBe(same);
      }),
    );
  });

  test('fits into a URL as it is', () => {
    fc.assert(
      fc.property(cursor, (one) => {
        expect(encodeURIComponent(encodeCursor(one))).toBe(encodeCursor(one));
      }),
    );
  });

  test('is nothing where a client made it up, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const decoded = decodeCursor(text);
        if (decoded) expect(Number.isSafeInteger(decoded.seq)).toBe(true);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['words', 'nonsense'],
    ['a place without columns', written('epoch.7')],
    ['a place before the start', written('epoch.-1.x')],
    ['half a place', written('epoch.1.5.x')],
    ['more digits than a number holds', written(`epoch.${'9'.repeat(16)}.x`)],
    ['no epoch', written('.7.x')],
    ['a line more', written('epoch.7.x\n')],
    ['an endless text', written(`${'e'.repeat(200)}.7.x`)],
  ])('is none when it holds %s', (_what, text) => {
    expect(decodeCursor(text)).toBeUndefined();
  });
});
