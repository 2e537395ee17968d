import { describe, expect, it } from '@jest/globals';
import { compileExpression } from '@planwright/schema/definition';
import fc from 'fast-check';
import { type PersonTest, personExpression, readPersonTest } from './person-expression';

const tests: fc.Arbitrary<PersonTest> = fc.oneof(
  fc.record({
    fact: fc.constant('teamSize' as const),
    is: fc.constantFrom('>=' as const, '<=' as const),
    value: fc.nat(999_999),
  }),
  fc.record({
    fact: fc.constant('joinedOn' as const),
    is: fc.constantFrom('>=' as const, '<' as const),
    value: fc
      .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  }),
);

describe('what a form asks about a person', () => {
  it('is an expression of the plan language, and is read back as it was', () => {
    fc.assert(
      fc.property(tests, (test) => {
        const expression = personExpression(test);
        expect(compileExpression(expression)).toMatchObject({ asksPerson: true });
        expect(readPersonTest(expression)).toEqual(test);
      }),
    );
  });

  it('decides as it reads', () => {
    const answer = (test: PersonTest, facts: Record<string, string | number>) => {
      const compiled = compileExpression(personExpression(test));
      return 'evaluate' in compiled ? compiled.evaluate(facts) : undefined;
    };
    expect(answer({ fact: 'teamSize', is: '>=', value: 3 }, { teamSize: 3 })).toBe(true);
    expect(answer({ fact: 'joinedOn', is: '<', value: '2026-01-01' }, { joinedOn: '2025-12-31' })).toBe(true);
    expect(answer({ fact: 'joinedOn', is: '<', value: '2026-01-01' }, { joinedOn: '2026-01-01' })).toBe(false);
  });

  it('leaves everything else to the expression', () => {
    for (const other of ['person.teamSize > 3', 'person.region == "east"', 'person.teamSize >= 3 && true', '']) {
      expect(readPersonTest(other)).toBeUndefined();
    }
  });
});
