import { describe, expect, it } from '@jest/globals';
import { pText } from '@planwright/schema/figures';
import fc from 'fast-check';
import { correlation, figure, percent, signed, tickText } from './figures';

describe('a figure in words', () => {
  it.each([
    [0, '0'],
    [3.64, '3.6'],
    [-1.06, '−1.1'],
    [128.4, '128'],
    [0.0321, '0.032'],
    [-1e-9, '0'],
  ])('%d is %s', (value, words) => {
    expect(figure(value)).toBe(words);
  });

  it('says its sign where it stands for a difference', () => {
    expect([signed(3.6), signed(-1.1), signed(0), signed(1e-9)]).toEqual(['+3.6', '−1.1', '0', '0']);
    expect([correlation(0.421), correlation(-0.5), correlation(0.001)]).toEqual(['+0.42', '−0.50', '0.00']);
  });

  it('never turns a small share into none, nor a large one into all', () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(percent)).toEqual(['0%', '<1%', '50%', '>99%', '100%']);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }), (share) => {
        expect(['0%', '100%']).not.toContain(percent(share));
      }),
    );
  });

  it('rounds a percentage half up from the counts, as the boards do', () => {
    expect(percent(29 / 40)).toBe('73%');
    expect(percent(1 / 8)).toBe('13%');
  });

  it('never gives a p of nothing', () => {
    expect([0, 0.0004, 0.013, 0.34].map(pText)).toEqual(['<0.001', '<0.001', '0.013', '0.34']);
  });

  it('writes a tick with a true minus', () => {
    expect([-0.5, 0, 10].map(tickText)).toEqual(['−0.5', '0', '10']);
  });
});
