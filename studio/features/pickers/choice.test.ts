import { expect, test } from '@jest/globals';
import { matching } from './choice';

const choices = [
  { value: 'east', label: '华东大区', about: '销售中心' },
  { value: 'shanghai', label: 'Shanghai Store', about: '销售中心 / 华东大区' },
  { value: 'store-design', label: 'Store design', about: 'Shanghai Store' },
];
const found = (typed: string) => matching(choices, typed).map(({ value }) => value);

test('nothing typed offers everything, in its order', () => {
  expect(found('  ')).toEqual(['east', 'shanghai', 'store-design']);
});

test('every word must be there, in the name or in what stands beside it, in any case', () => {
  expect(found('华东 STORE')).toEqual(['shanghai']);
  expect(found('华北')).toEqual([]);
});

test('names that begin with what is typed come first', () => {
  expect(found('store')).toEqual(['store-design', 'shanghai']);
});
