import { describe, expect, test } from '@jest/globals';
import { parseValue } from 'graphql';
import { DateScalar, DateTimeScalar, JsonScalar, PlanDefinitionScalar } from './scalars.js';

const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });

describe('dates', () => {
  test.each([
    ['2026-03-02T10:00:00Z', '2026-03-02T10:00:00.000Z'],
    ['2026-03-02T18:00:00.5+08:00', '2026-03-02T10:00:00.500Z'],
    ['2026-03-02T10:00Z', '2026-03-02T10:00:00.000Z'],
  ])('%s is an instant', (text, instant) => {
    expect(DateTimeScalar.parseValue(text)).toBe(instant);
  });

  test.each(['2026-03-02', '2026-03-02T10:00:00', '2026-13-02T10:00:00Z', 'tomorrow', '', 0, null, {}])(
    '%p is no instant',
    (value) => {
      expect(() => DateTimeScalar.parseValue(value)).toThrow('Expected');
    },
  );

  test.each(['2026-02-30', '2026-3-2', '2026-03-02T00:00:00Z', '', 20260302, null])('%p is no date', (value) => {
    expect(() => DateScalar.parseValue(value)).toThrow('Expected');
  });

  test('a leap day is a date', () => {
    expect(DateScalar.parseValue('2028-02-29')).toBe('2028-02-29');
  });
});

describe('a definition', () => {
  test('may be unfinished: anything that is an object', () => {
    expect(PlanDefinitionScalar.parseValue({ stages: 'none' })).toEqual({ stages: 'none' });
  });

  test.each([
    ['null', null],
    ['a list', []],
    ['text', '{}'],
    ['33 levels', nested(33)],
    ['__proto__', JSON.parse('{"a":[{"__proto__":{"b":1}}]}')],
    ['more than 2 MB', { text: 'x'.repeat(2_000_000) }],
    ['half a character', { text: '\uD83D' }],
    ['half a character as key', { '\uDE00': 1 }],
  ])('%s is none', (_what, value) => {
    expect(() => PlanDefinitionScalar.parseValue(value)).toThrow('Expected');
  });

  test('32 levels are not too many', () => {
    expect(PlanDefinitionScalar.parseValue(nested(32))).toEqual(nested(32));
  });

  test.each(['{ __proto__: { a: 1 } }', '{ a: [{ __proto__: 1 }] }'])(
    'a literal %s is refused before anything is set',
    (source) => {
      expect(() => PlanDefinitionScalar.parseLiteral(parseValue(source), {})).toThrow('__proto__');
      expect('a' in {}).toBe(false);
    },
  );

  test('a literal may hold everything JSON has, and variables', () => {
    const literal = parseValue('{ a: [1, 2.5, "x", true, null, RED], b: $b }');
    expect(JsonScalar.parseLiteral(literal, { b: { c: 1 } })).toEqual({
      a: [1, 2.5, 'x', true, null, 'RED'],
      b: { c: 1 },
    });
  });
});

test('every day of a year and of a leap year comes out of DateTime as it went in, and no other is taken for one', () => {
  for (const year of [2026, 2028]) {
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 1; day <= 31; day += 1) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T23:59:59.999Z`;
        const exists = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
        if (exists) expect(DateTimeScalar.serialize(text)).toBe(text);
        // What `Date` makes of it is another day, or nothing.
        else if (!Number.isNaN(Date.parse(text))) expect(DateTimeScalar.serialize(text)).not.toBe(text);
      }
    }
  }
});
