import { describe, expect, it } from '@jest/globals';
import { chosenAtFirst, columnInputs, openQuestions } from './columns';
import { pastedRows } from './pasted-rows';
import { countsOf, firstShown } from './results';

describe('the columns of a file of people', () => {
  const columns = [
    { letter: 'A', column: 'employeeNumber' },
    { letter: 'B', column: null },
    { letter: 'C', column: 'fact.grade' },
  ];
  const asks = [{ column: 'name', optional: false }];

  it('begin as they were taken; facts are named by the file', () => {
    expect(chosenAtFirst(columns)).toEqual({ A: 'employeeNumber' });
  });

  it('that must be told stay open until somebody tells', () => {
    expect(openQuestions(asks, { A: 'employeeNumber' })).toEqual(asks);
    expect(openQuestions(asks, { A: 'employeeNumber', B: 'name' })).toEqual([]);
    expect(openQuestions([{ column: 'department', optional: true }], {})).toEqual([]);
  });

  it('are sent with what the table does not have', () => {
    const sent = columnInputs({ A: 'employeeNumber', B: 'name' }, asks);
    expect(sent.filter(({ letter }) => letter !== null)).toEqual([
      { column: 'employeeNumber', letter: 'A' },
      { column: 'name', letter: 'B' },
    ]);
    expect(sent).toContainEqual({ column: 'department', letter: null });
    // Somebody who says nothing about the name is asked for it.
    expect(columnInputs({}, []).some(({ column }) => column === 'name')).toBe(false);
  });
});

describe('pasted cells', () => {
  it('keep their lines, quotes and empty cells', () => {
    expect(pastedRows('工号\t姓名\n\nA1\t"李\n敏"\nA2\t\n')).toEqual([
      ['工号', '姓名'],
      [],
      ['A1', '李\n敏'],
      [],
      ['A2', ''],
    ]);
  });
});

it('what is to be corrected is shown first, and nothing that has no rows', () => {
  const counts = countsOf({ created: 2, updated: 0, unchanged: 3, missing: 1, rejected: 0 });
  expect(firstShown(counts)).toBe('CREATED');
  expect(firstShown({ ...counts, REJECTED: 1 })).toBe('REJECTED');
  expect(firstShown(countsOf({ created: 0, updated: 0, unchanged: 0, missing: 0, rejected: 0 }))).toBe('UNCHANGED');
});
