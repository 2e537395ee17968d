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
  expect(names(filterRows(rows, NO_FILTER))).toEqual(['王思远', '陈雨桐', '刘子墨']);
});

test('filters by mentor, by state and by part of the name', () => {
  expect(names(filterRows(rows, { ...NO_FILTER, mentorId: 'm1' }))).toEqual(['王思远', '刘子墨']);
  expect(names(filterRows(rows, { ...NO_FILTER, look: 'overdue' }))).toEqual(['王思远']);
  expect(names(filterRows(rows, { ...NO_FILTER, look: 'submitted' }))).toEqual(['陈雨桐']);
  expect(names(filterRows(rows, { ...NO_FILTER, search: ' 子墨 ' }))).toEqual(['刘子墨']);
});

test('orders those who need help first', () => {
  expect(names(filterRows(rows, { ...NO_FILTER, order: 'overdue' }))[0]).toBe('王思远');
  expect(names(filterRows(rows, { ...NO_FILTER, order: 'completion' }))[0]).toBe('刘子墨');
});

test('lists each mentor once', () => {
  expect(mentorsOf(rows)).toEqual([
    { id: 'm1', name: '李敏' },
    { id: 'm2', name: '周凯' },
  ]);
});

test('people who came after the page was read bring their version along', () => {
  expect(versionsOf([], [])).toEqual([]);
  expect(versionsOf([], [{ number: 1 }])).toEqual([1]);
  expect(versionsOf([{ versionNumber: 1 }, { versionNumber: 2 }, { versionNumber: 1 }], [])).toEqual([2, 1]);
});
