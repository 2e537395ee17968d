import { expect, test } from '@jest/globals';
import { departmentTree, withAllBelow } from './department-tree';

const DEPARTMENTS = [
  { id: 'shop', name: '门店 10', parent: { id: 'east' } },
  { id: 'hr', name: 'HR' },
  { id: 'east', name: '华东', parent: { id: 'sales' } },
  { id: 'shop-2', name: '门店 2', parent: { id: 'east' } },
  { id: 'sales', name: '销售', parent: null },
  { id: 'lost', name: '其他', parent: { id: 'hidden' } },
];
const ids = (rows: { id: string; depth: number }[]) => rows.map(({ id, depth }) => `${'-'.repeat(depth)}${id}`);

test('departments stand below the one they belong to, siblings by name with numbers as numbers', () => {
  expect(ids(departmentTree(DEPARTMENTS, 'zh-CN'))).toEqual(['lost', 'sales', '-east', '--shop-2', '--shop', 'hr']);
});

test('a circle is listed once', () => {
  const circle = [
    { id: 'a', name: 'A', parent: { id: 'b' } },
    { id: 'b', name: 'B', parent: { id: 'a' } },
  ];
  expect(ids(departmentTree(circle, 'en'))).toEqual(['a', 'b']);
});

test('what belongs to a department is found at any depth', () => {
  expect([...withAllBelow(DEPARTMENTS, 'sales')].sort()).toEqual(['east', 'sales', 'shop', 'shop-2']);
  expect([...withAllBelow(DEPARTMENTS, 'hr')]).toEqual(['hr']);
});
