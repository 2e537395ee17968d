import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyChange, type BoardState, type Change, type Row } from './board-state';

const counters = { people: 2 } as unknown as Change['counters'];
const column = (itemKey: string) => ({ itemKey }) as unknown as BoardState['columns'][number];
const row = (enrolmentId: string, states: string) => ({ enrolmentId, states }) as unknown as Row;
const snapshot = (cursor: string, rows: Row[]): Change =>
  ({
    kind: 'SNAPSHOT',
    cursor,
    previousCursor: null,
    board: { columns: [column('a'), column('b')] },
    rows,
    removed: [],
    counters,
  }) as unknown as Change;
const patch = (previousCursor: string, cursor: string, rows: Row[], removed: string[] = []): Change =>
  ({ kind: 'PATCH', cursor, previousCursor, board: null, rows, removed, counters }) as unknown as Change;

const after = (...changes: Change[]) => {
  let state: BoardState | undefined;
  const kinds = changes.map((change) => {
    const result = applyChange(state, change);
    if (result.kind === 'applied') state = result.state;
    return result.kind;
  });
  return { state, kinds };
};

describe('taking in changes of a board', () => {
  test('a patch that continues the cursor replaces its rows and marks the cells that differ', () => {
    const { state } = after(snapshot('1', [row('x', 'oo'), row('y', '..')]), patch('1', '2', [row('x', 'do')]));
    expect(state?.rows.map((one) => one.states)).toEqual(['do', '..']);
    expect([...(state?.changed ?? [])]).toEqual(['x a']);
  });

  test('a patch after a hole is refused, so that the board is asked again', () => {
    const { state, kinds } = after(snapshot('1', [row('x', 'oo')]), patch('2', '3', [row('x', 'dd')]));
    expect(kinds).toEqual(['applied', 'gap']);
    expect(state?.rows[0]?.states).toBe('oo');
  });

  test('a patch that came before changes nothing', () => {
    expect(after(snapshot('2', [row('x', 'oo')]), patch('1', '2', [row('x', 'dd')])).kinds).toEqual([
      'applied',
      'known',
    ]);
  });

  test('people who left disappear, and those who joined come last', () => {
    const { state } = after(snapshot('1', [row('x', 'oo'), row('y', 'oo')]), patch('1', '2', [row('z', '..')], ['x']));
    expect(state?.rows.map((one) => one.enrolmentId)).toEqual(['y', 'z']);
  });

  test('any split of a history into patches ends at the same rows', () => {
    const letter = fc.constantFrom('.', 'o', 's', 'd');
    const act = fc.record({
      id: fc.constantFrom('x', 'y', 'z'),
      states: fc.tuple(letter, letter).map((pair) => pair.join('')),
    });
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 20 }),
        fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
        (acts, cuts) => {
          const start = [row('x', '..'), row('y', '..'), row('z', '..')];
          const single = acts.map((one, index) => patch(String(index), String(index + 1), [row(one.id, one.states)]));
          const merged: Change[] = [];
          let from = 0;
          let pending = new Map<string, Row>();
          acts.forEach((one, index) => {
            pending.set(one.id, row(one.id, one.states));
            if (cuts[index] || index === acts.length - 1) {
              merged.push(patch(String(from), String(index + 1), [...pending.values()]));
              from = index + 1;
              pending = new Map();
            }
          });
          expect(after(snapshot('0', start), ...merged).state?.rows).toEqual(
            after(snapshot('0', start), ...single).state?.rows,
          );
        },
      ),
    );
  });
});
