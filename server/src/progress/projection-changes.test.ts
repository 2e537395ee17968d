import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@planwright/schema/definition';
import fc from 'fast-check';
import { addChanges, noChanges, same } from './projection-changes.js';
import type { ItemRow, Projection, StateRow } from './projection-rows.js';

const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, undefined, true, false, 0, 1, -0, 0.5, '', 'a', '1', 'null'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'toString'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** The same with the keys of records in another order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
};

describe('rows are compared', () => {
  it('as their canonical JSON would be', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(same(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
      }),
      { numRuns: 5000 },
    );
  });

  it('whatever the order of keys', () => {
    fc.assert(fc.property(values, (a) => expect(same(a, turned(a))).toBe(true)));
  });
});

const ENROLMENT = '7d5e2b7e-0000-4000-8000-000000000000';

function itemRow(itemKey: string, score: number): ItemRow {
  const none = { outcome: null, opensAt: null, dueAt: null, awaiting: null, startedAt: null, deliveredAt: null };
  const state = { state: 'DONE', completedAt: null, onTime: null, overdue: false, provisional: false } as const;
  const place = { enrolmentId: ENROLMENT, itemKey, stageKey: 'stage', position: 0 };
  return { ...place, ...none, ...state, score, attempt: 0, steps: [], lockedBecause: [] };
}

const projection = (items: ItemRow[]): Projection => ({
  versionId: 'v',
  mentorId: null,
  state: { enrolmentId: ENROLMENT } as StateRow,
  items,
  submissions: [],
  partners: [],
});

describe('what has to be written', () => {
  const rows = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
    .chain((keys) => fc.tuple(...keys.map((key) => fc.constantFrom(1, 2).map((score) => itemRow(key, score)))));

  it('is each row that is new or different and each that is gone, whatever their order', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const changes = noChanges();
        addChanges(changes, projection(before), projection(after));
        const stored = new Map(before.map((row) => [row.itemKey, row.score]));
        expect(changes.items).toEqual(after.filter((row) => stored.get(row.itemKey) !== row.score));
        const kept = new Set(after.map((row) => row.itemKey));
        expect(changes.goneItems.map(({ itemKey }) => itemKey)).toEqual(
          before.flatMap(({ itemKey }) => (kept.has(itemKey) ? [] : [itemKey])),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
