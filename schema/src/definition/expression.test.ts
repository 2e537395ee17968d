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

  test.each([
    ['texts that double', `[person.s, person.s]${'.map(x, x+x+x+x+x+x+x+x)'.repeat(5)}.exists(z, size(z) > 1)`],
    [
      'a text made long, and matched in a loop',
      `[1,2,3,4,5,6,7,8,9].exists(x, person.s.matches("${'(a?){30}'.repeat(50)}b"))`,
    ],
    ['repetitions within repetitions', `person.s.matches("${'((a?){30}){30}'.repeat(50)}b")`],
    [
      'a list of lists that double',
      `[[${Array(40).fill(1)}]]${'.map(x, x+x+x+x+x+x+x+x)'.repeat(5)}.exists(z, size(z) == person.n)`,
    ],
  ])('%s cost too much, and then the answer is unknown', (_, source) => {
    const compiled = compileExpression(source);
    if ('problem' in compiled) throw new Error(compiled.problem);
    expect(compiled.evaluate({ s: 'a'.repeat(1000), n: 1 })).toBe('unknown');
    // What one answer cost is not held against the next.
    expect(answer('"a" + person.jobRole == "astore-manager"')).toBe(true);
  });

  test('what costs too much without any fact is unknown too', () => {
    expect(
      answer(`["${'a'.repeat(300)}"]${'.map(x, x+x+x+x+x+x+x+x)'.repeat(4)}.exists(z, size(z) > 1) && person.isLead`),
    ).toBe('unknown');
  });

  test('texts and lists are still joined, and patterns matched', () => {
    expect(answer('person.jobRole + "!" == "store-manager!"')).toBe(true);
    expect(answer('[1] + [person.teamSize] == [1, 3]')).toBe(true);
    expect(answer('person.jobRole.matches("^[a-z]{3,10}-manager$")')).toBe(true);
    expect(answer('person.jobRole.matches("(")')).toBe('unknown');
  });

  test('numbers that are none are unknown', () => {
    const compiled = compileExpression('person.n > 0.0');
    expect('problem' in compiled || compiled.evaluate({ n: Number.NaN })).toBe('unknown');
  });
});
