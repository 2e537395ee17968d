import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { boardColumns } from './board-columns.js';
import type { VersionItems } from './board-data.js';

const version = (number: number, keys: readonly string[]): VersionItems => ({
  id: `v${number}`,
  number,
  items: keys.map((key) => ({
    key,
    title: { en: `${key} of ${number}` },
    kind: 'COURSE',
    requirement: 'REQUIRED',
    stageKey: 'one',
    stageTitle: { en: 'One' },
    stageIndex: 0,
  })),
});

const keysOf = (versions: readonly VersionItems[]) => boardColumns(versions).items.map(({ key }) => key);

/** Versions with distinct numbers, each with distinct items in any order. */
const versions = fc
  .array(fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 })
  .map((lists) => lists.map((keys, index) => version(index + 1, keys)));

/** A cell for each item that says whose it is: no other item has it. */
const cellsOf = ({ items }: VersionItems) => items.map(({ key }) => key).join('');

describe('the columns of a board', () => {
  test('are the items of the newest version, then those that only older ones have, newer before older', () => {
    expect(keysOf([version(1, ['a', 'old', 'b']), version(3, ['b', 'new', 'a']), version(2, ['b', 'mid'])])).toEqual([
      'b',
      'new',
      'a',
      'mid',
      'old',
    ]);
  });

  test('have the titles of the newest version that has the item', () => {
    const { items } = boardColumns([version(1, ['a', 'b']), version(2, ['a'])]);
    expect(items.map(({ title }) => title.en)).toEqual(['a of 2', 'b of 1']);
  });

  test('show every item of every version once, whatever the order in which the versions are read', () => {
    fc.assert(
      fc.property(versions, fc.infiniteStream(fc.nat(100)), (all, order) => {
        const keys = keysOf(all);
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(keys)).toEqual(new Set(all.flatMap(({ items }) => items.map(({ key }) => key))));
        const shuffled = all
          .map((one) => ({ one, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(boardColumns(shuffled).hash).toBe(boardColumns(all).hash);
        expect(keysOf(shuffled)).toEqual(keys);
      }),
    );
  });

  test('put every cell of a row under its own item, and a dash where the version has none', () => {
    fc.assert(
      fc.property(versions, (all) => {
        const columns = boardColumns(all);
        for (const one of all) {
          const own = new Set(one.items.map(({ key }) => key));
          expect(columns.layOut(one.id, cellsOf(one))).toBe(
            columns.items.map(({ key }) => (own.has(key) ? key : '-')).join(''),
          );
        }
      }),
    );
  });

  test('have one name exactly when they are the same items of the same versions in the same order', () => {
    const shown = (all: readonly VersionItems[]) => boardColumns(all).items.map(({ title }) => title.en);
    fc.assert(
      fc.property(versions, versions, (a, b) => {
        expect(boardColumns(a).hash === boardColumns(b).hash).toBe(shown(a).join() === shown(b).join());
      }),
    );
    expect(boardColumns([version(1, ['a'])]).hash).not.toBe(boardColumns([version(2, ['a'])]).hash);
  });

  test('number the versions they can lay out, and lay out no others', () => {
    const columns = boardColumns([version(1, ['a']), version(2, ['b'])]);
    expect(Object.fromEntries(columns.versionNumbers)).toEqual({ v1: 1, v2: 2 });
    expect(() => columns.layOut('v3', 'o')).toThrow('v3');
  });

  test('fill up a row that is shorter than its version', () => {
    expect(boardColumns([version(1, ['a', 'b']), version(2, ['c'])]).layOut('v1', 'd')).toBe('-d-');
  });

  test('are made once for the same versions, and again as soon as there is another one', () => {
    const [one, two, other] = [version(1, ['a', 'b']), version(2, ['b', 'c']), version(1, ['a', 'x'])];
    const columns = boardColumns([one, two]);
    expect(boardColumns([two, one])).toBe(columns);
    expect(keysOf([two])).toEqual(['b', 'c']);
    expect(keysOf([two, other])).toEqual(['b', 'c', 'a', 'x']);
    expect(boardColumns([one, two])).toEqual({ ...columns, layOut: expect.any(Function) });
  });

  test('are none without versions', () => {
    expect(keysOf([])).toEqual([]);
  });
});
