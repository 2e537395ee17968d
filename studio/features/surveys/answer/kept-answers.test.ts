import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { columnsFor, fitting, NOTHING, parseKept, placeOf, SENT, shown } from './kept-answers';

describe('answers on a device', () => {
  it('come back as they were kept', () => {
    const given = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.integer({ min: 1, max: 10 }));
    fc.assert(
      fc.property(given, fc.string(), (answers, comment) => {
        expect(parseKept({ answers, comment })).toEqual({ answers: { ...answers }, comment });
      }),
    );
  });

  it('count as nothing when they are not ours', () => {
    fc.assert(fc.property(fc.anything(), (value) => expect(parseKept(value).sent).not.toBe(false)));
    expect(parseKept(null)).toEqual(NOTHING);
    expect(parseKept([1, 2])).toEqual(NOTHING);
    expect(parseKept({ answers: { goals: '5', role: 2.5, growth: 3 } })).toEqual({
      ...NOTHING,
      answers: { growth: 3 },
    });
  });

  it('stand at a place that does not tell the link', () => {
    const token = 'A'.repeat(43);
    expect(placeOf(token)).not.toContain(token);
  });

  it('are sent only where they fit a question that is asked now', () => {
    const questions = [
      { key: 'goals', scale: 5 },
      { key: 'role', scale: 5 },
      { key: 'growth', scale: 3 },
    ];
    expect(fitting(questions, { growth: 4, goals: 5, gone: 1 })).toEqual([{ key: 'goals', value: 5 }]);
  });
});

describe('a link', () => {
  const some = { ...NOTHING, answers: { goals: 4 } };
  it.each([
    ['OPEN', some, 'open'],
    ['OPEN', { ...some, attempted: true }, 'open'],
    ['USED', NOTHING, 'answered'],
    ['USED', { ...some, attempted: true }, 'thanks'],
    ['CLOSED', some, 'closed'],
    [undefined, some, 'dead'],
    [undefined, SENT, 'thanks'],
    ['USED', SENT, 'thanks'],
  ] as const)('that is %s, with %j on the device, shows %s', (state, kept, what) => {
    expect(shown(state, kept)).toBe(what);
  });
});

describe('a scale on a phone of 360 px', () => {
  it('leaves every button 44 px', () => {
    for (let scale = 2; scale <= 10; scale++) {
      const width = (360 - 2 * 32 - 6 * (columnsFor(scale) - 1)) / columnsFor(scale);
      expect(width).toBeGreaterThanOrEqual(44);
    }
  });
});
