import { describe, expect, test } from '@jest/globals';
import { compileExpression } from './expression.js';

const facts = { teamSize: 3, jobRole: 'store-manager', rating: 2.5, isLead: true, region: null };

function answer(source: string): unknown {
  const compiled = compileExpression(source);
  return 'problem' in compiled ? compiled.problem : compiled.evaluate(facts);
}

describe('an expression over a person', () => {
  test.each([
    ['person.teamSize >= 3', true],
    ['person.teamSize > 2.5', true],
    ['person.teamSize == 3.0', true],
    ['person.teamSize * 1.5 > 4', true],
    ['person.teamSize % 2 == 1', true],
    ['person.rating > 2', true],
    ['person.isLead', true],
    ['person["teamSize"] in [1, 2, 3]', true],
    ['person.jobRole.startsWith("store-")', true],
    ['[1, 2, 3].exists(n, n == person.teamSize)', true],
    ['person.isLead ? person.teamSize > 1 : false', true],
    ['person.region == null', true],
    ['has(person.jobRole) && !has(person.salary)', true],
  ])('%s is %s', (source, expected) => {
    expect(answer(source)).toBe(expected);
  });

  test.each([
    ['person.missing > 3', 'unknown'],
    ['!(person.missing > 3)', 'unknown'],
    ['person.missing > 3 || true', true],
    ['person.missing > 3 || false', 'unknown'],
    ['false && person.missing > 3', false],
    ['true && person.missing > 3', 'unknown'],
    ['person.jobRole > 3', 'unknown'],
    ['person.teamSize', 'unknown'],
    ['person.constructor', 'unknown'],
    ['person.toString == person.valueOf', 'unknown'],
  ])('%s is %s: what is not known decides nothing', (source, expected) => {
    expect(answer(source)).toBe(expected);
  });

  test.each([
    ['person.teamSize >', /character 17/],
    ['', /cannot be read/],
    ['employee.teamSize > 3', /“employee”, which is not defined/],
    ['launch(person)', /“launch”, which does not exist/],
    ['person.teamSize + 1', /no yes or no/],
    ['person', /no yes or no/],
    ['[1].map(n, n)', /no yes or no/],
    ['"a" + 1 == person.jobRole', /fails whatever the facts are/],
    ['[1].all(a, [2].exists(b, a == b))', /within a list function/],
    [`[${Array(250).fill(1)}] == person.list`, /too big/],
    [`${'person.a + ('.repeat(15)}1${')'.repeat(15)} > 1`, /nested too deeply/],
    ['x'.repeat(1001), /1000 characters/],
  ])('%s is refused with a reason', (source, reason) => {
    expect(answer(source)).toMatch(reason);
  });

  test('brackets alone are no depth, and hostile ones end', () => {
    expect(answer(`${'('.repeat(400)}person.isLead${')'.repeat(400)}`)).toBe(true);
    for (const open of ['[', '{', '(', '!', '-']) expect(typeof answer(open.repeat(900))).toBe('string');
  });

  test('a pattern cannot run away', () => {
    expect(answer(`"${'a'.repeat(40)}!".matches("^(a+)+$")`)).toBe(false);
  });

  test('numbers that are none are unknown', () => {
    const compiled = compileExpression('person.n > 0.0');
    expect('problem' in compiled || compiled.evaluate({ n: Number.NaN })).toBe('unknown');
  });
});
