import { expect, test } from '@jest/globals';
import type { Row } from './board-state';
import { filterRows, mentorsOf, NO_FILTER, versionsOf } from './filter-rows';

const row = (personName: string, states: string, rest: Partial<Row> = {}) =>
  ({ enrolmentId: personName, personName, states, completion: 0, overdue: 0, ...rest }) as Row;
const rows = [
  row('王思远', 'dO', { mentorId: 'm1', mentorName: '李敏', overdue: 1, completion: 0.5 }),
  row('陈雨桐', 'du', { mentorId: 'm2', mentorName: '周凯', completion: 0.9 }),
  row('刘子墨', 'd.', { mentorId: 'm1', mentorName: '李敏', completion: 0.2 }),
];
const names = (list: Row[]) => list.map(({ personName }) => personName);

test('without a filter the rows stand as the server sent them', () => {
  expect(names(filterRows(rows, NO_FILTER, 'zh-CN'))).toEqual(['王思远', '陈雨桐', '刘子墨']);
});

test('filters by mentor, by state and by part of the name', () => {
  expect(names(filterRows(rows, { ...NO_FILTER, mentorId: 'm1' }, 'zh-CN'))).toEqual(['王思远', '刘子墨']);
  expect(names(filterRows(rows, { ...NO_FILTER, look: 'overdue' }, 'zh-CN'))).toEqual(['王思远']);
  expect(names(filterRows(rows, { ...NO_FILTER, look: 'submitted' }, 'zh-CN'))).toEqual(['陈雨桐']);
  expect(names(filterRows(rows, { ...NO_FILTER, search: ' 子墨 ' }, 'zh-CN'))).toEqual(['刘子墨']);
});

test('orders those who need help first', () => {
  expect(names(filterRows(rows, { ...NO_FILTER, order: 'overdue' }, 'zh-CN'))[0]).toBe('王思远');
  expect(names(filterRows(rows, { ...NO_FILTER, order: 'completion' }, 'zh-CN'))[0]).toBe('刘子墨');
});

test('lists each mentor once', () => {
  expect(mentorsOf(rows, 'zh-CN')).toEqual([
    { id: 'm1', name: '李敏' },
    { id: 'm2', name: '周凯' },
  ]);
});

test('people who came after the page was read bring their version along', () => {
  expect(versionsOf([], [])).toEqual([]);
  expect(versionsOf([], [{ number: 1 }])).toEqual([1]);
  expect(versionsOf([{ versionNumber: 1 }, { versionNumber: 2 }, { versionNumber: 1 }], [])).toEqual([2, 1]);
});

test('names stand in the order of the reader’s language', () => {
  const [row] = rows;
  if (!row) throw new Error('no row');
  const named = ['Öberg', '王思远', 'Zhou', '陈雨桐'].map((personName) => ({
    ...(row as (typeof rows)[number]),
    personName,
  }));
  const inOrder = (locale: string) => names(filterRows(named, { ...NO_FILTER, order: 'name' }, locale));
  expect(inOrder('zh-CN').filter((name) => /\p{Script=Han}/u.test(name))).toEqual(['陈雨桐', '王思远']);
  expect(inOrder('en').filter((name) => !/\p{Script=Han}/u.test(name))).toEqual(['Öberg', 'Zhou']);
  expect(inOrder('en').slice(0, 2)).toEqual(['Öberg', 'Zhou']);
});
