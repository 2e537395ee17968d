import { expect, test } from '@jest/globals';
import { matching } from './choice';
import { departmentChoices } from './department-choices';

const DEPARTMENTS = [
  { id: '1', key: 'sales-centre', name: 'Sales centre', closed: false, formerKeys: [], parent: null },
  { id: '2', key: 'east', name: 'East', closed: false, formerKeys: [], parent: { id: '1' } },
  { id: '3', key: 'east-sales', name: 'Sales', closed: false, formerKeys: [], parent: { id: '2' } },
  { id: '4', key: 'other', name: 'Sales', closed: false, formerKeys: [], parent: null },
];

test('departments stand with those above them, so that two of one name are told apart', () => {
  expect(departmentChoices(DEPARTMENTS, 'key')).toEqual([
    { value: 'sales-centre', label: 'Sales centre', about: undefined },
    { value: 'east', label: 'East', about: 'Sales centre' },
    { value: 'east-sales', label: 'Sales', about: 'Sales centre / East' },
    { value: 'other', label: 'Sales', about: undefined },
  ]);
});

test('a closed one keeps its name where it is chosen, and is not offered', () => {
  const [choice] = departmentChoices([{ id: '1', key: 'a', name: 'A', closed: true, formerKeys: [] }], 'id');
  expect(choice).toMatchObject({ label: 'A', isGone: true });
  expect(matching(choice ? [choice] : [], '')).toEqual([]);
});

test('a key of a department that became part of another one has the name of that one', () => {
  const merged = [{ id: '1', key: 'east', name: 'East', closed: false, formerKeys: ['old-east'] }];
  expect(departmentChoices(merged, 'key')).toEqual([
    { value: 'east', label: 'East', about: undefined },
    { value: 'old-east', label: 'East', about: undefined, isGone: true },
  ]);
  expect(departmentChoices(merged, 'id')).toHaveLength(1);
});

test('a department above that the viewer does not see, or a circle, ends the path', () => {
  const odd = [
    { id: '1', key: 'a', name: 'A', closed: false, formerKeys: [], parent: { id: 'hidden' } },
    { id: '2', key: 'b', name: 'B', closed: false, formerKeys: [], parent: { id: '3' } },
    { id: '3', key: 'c', name: 'C', closed: false, formerKeys: [], parent: { id: '2' } },
  ];
  expect(departmentChoices(odd, 'id').map(({ about }) => about)).toEqual([undefined, 'C', 'B']);
});
