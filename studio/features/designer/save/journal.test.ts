import { describe, expect, test } from '@jest/globals';
import { retailPlan } from '../edits/retail-plan.fixture';
import { type JournalStore, openJournal } from './journal';

function memory(): JournalStore & { map: Map<string, string> } {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}
const draft = { definition: retailPlan(), layout: { items: {} } };
const edited = {
  definition: { ...retailPlan(), title: { en: 'Edited' } },
  layout: { items: { coaching: { x: 1, y: 2 } } },
};

describe('journal of unsaved edits', () => {
  test('offers what was not saved, as it was', () => {
    const journal = openJournal(memory(), 'w1', 'retail');
    journal.write({ revision: 3, at: '2026-03-02T06:02:00.000Z', document: edited });
    expect(journal.leftover(draft)).toEqual({ revision: 3, at: '2026-03-02T06:02:00.000Z', document: edited });
  });

  test('offers nothing when the draft has it already, or after it was saved', () => {
    const journal = openJournal(memory(), 'w1', 'retail');
    journal.write({ revision: 3, at: '2026-03-02T06:02:00.000Z', document: draft });
    expect(journal.leftover(structuredClone(draft))).toBeUndefined();
    journal.write({ revision: 3, at: '2026-03-02T06:02:00.000Z', document: edited });
    journal.clear();
    expect(journal.leftover(draft)).toBeUndefined();
  });

  test('a plan in the middle of an edit is kept as well', () => {
    const journal = openJournal(memory(), 'w1', 'retail');
    const unfinished = { ...edited, definition: { ...edited.definition, title: { en: '' } } };
    journal.write({ revision: 3, at: 'x', document: unfinished });
    expect(journal.leftover(draft)?.document).toEqual(unfinished);
  });

  test('is kept apart by workspace and plan', () => {
    const store = memory();
    openJournal(store, 'w1', 'retail').write({ revision: 3, at: 'x', document: edited });
    expect(openJournal(store, 'w2', 'retail').leftover(draft)).toBeUndefined();
    expect(openJournal(store, 'w1', 'sales').leftover(draft)).toBeUndefined();
  });

  test('a broken entry and a forbidden storage are nothing, not an error', () => {
    const store = memory();
    const journal = openJournal(store, 'w1', 'retail');
    journal.write({ revision: 3, at: 'x', document: edited });
    const [name] = [...store.map.keys()];
    store.map.set(name ?? '', '{"revision":1');
    expect(journal.leftover(draft)).toBeUndefined();
    store.map.set(name ?? '', '{"revision":1,"at":"x","definition":{"format":"other"}}');
    expect(journal.leftover(draft)).toBeUndefined();
    const forbidden: JournalStore = {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => {
        throw new Error('denied');
      },
    };
    const closed = openJournal(forbidden, 'w1', 'retail');
    expect(() => closed.write({ revision: 1, at: 'x', document: edited })).not.toThrow();
    expect(closed.leftover(draft)).toBeUndefined();
    expect(openJournal(undefined, 'w1', 'retail').leftover(draft)).toBeUndefined();
  });
});
