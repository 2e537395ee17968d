import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pText, shareText, wholePercent, wholePercentOf } from './share-text.js';

const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));

describe('shares in words', () => {
  test('199 of 200 is not all, 1 of 400 is not none', () => {
    expect([
      wholePercentOf(199, 200),
      wholePercentOf(1, 400),
      wholePercentOf(200, 200),
      wholePercentOf(0, 200),
    ]).toEqual([99, 1, 100, 0]);
    expect([199 / 200, 1 / 400, 1, 0].map((share) => shareText(share))).toEqual(['>99%', '<1%', '100%', '0%']);
    expect([0.9996, 0.0004, 0.9254, 0.9, 1].map((share) => shareText(share, 1))).toEqual([
      '>99.9%',
      '<0.1%',
      '92.5%',
      '90%',
      '100%',
    ]);
    expect(wholePercentOf(0, 0)).toBeUndefined();
  });

  test('halves go up, from the counts: 29 of 40 is 73, 1 of 8 is 13', () => {
    expect([wholePercentOf(29, 40), wholePercentOf(1, 8), wholePercentOf(1, 3), wholePercentOf(2, 3)]).toEqual([
      73, 13, 33, 67,
    ]);
    expect([29 / 40, 0.145, 57 / 200].map((share) => shareText(share))).toEqual(['73%', '15%', '29%']);
  });

  test('for any counts: 100 says all, 0 says none, and a number and its words agree', () => {
    fc.assert(
      fc.property(counts, ([count, of]) => {
        const share = count / of;
        expect(wholePercent(share) === 100).toBe(count === of);
        expect(wholePercent(share) === 0).toBe(count === 0);
        for (const decimals of [0, 1] as const) {
          expect(shareText(share, decimals) === '100%').toBe(count === of);
          expect(shareText(share, decimals) === '0%').toBe(count === 0);
        }
        const words = shareText(share);
        if (/^\d/.test(words)) expect(words).toBe(`${wholePercent(share)}%`);
      }),
    );
  });

  test('a p value is never 0', () => {
    expect([0, 0.0004, 0.001, 0.013, 0.0996, 0.34, 1].map(pText)).toEqual([
      '<0.001',
      '<0.001',
      '0.001',
      '0.013',
      '0.100',
      '0.34',
      '1.00',
    ]);
  });
});
