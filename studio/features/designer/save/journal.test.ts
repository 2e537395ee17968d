import { beforeEach, describe, expect, test } from '@jest/globals';
import { Device } from '@/features/device/device';
import { shelf } from '@/features/device/shelf.fixture';
import { retailPlan } from '../edits/retail-plan.fixture';
import { openJournal } from './journal';

const NOBODY: ReadonlySet<string> = new Set();
const AT = '2026-03-02T06:02:00.000Z';
const draft = { definition: retailPlan(), layout: { items: {} } };
const edited = {
  definition: { ...retailPlan(), title: { en: 'Edited' } },
  layout: { items: { coaching: { x: 1, y: 2 } } },
};
const others = { ...edited, definition: { ...edited.definition, title: { en: 'Edited in another tab' } } };

let store = shelf();
let device = new Device(store, () => new Date(AT));
const open = (tab: string, about: { owner?: string; workspaceId?: string; planKey?: string } = {}) =>
  openJournal(device, { owner: 'ann', workspaceId: 'w1', planKey: 'retail', tab, ...about });
const titlesOffered = (tab: string, openTabs = NOBODY) =>
  open(tab)
    .leftovers(draft, openTabs)
    .map(({ document }) => document.definition.title.en);

beforeEach(() => {
  store = shelf();
  device = new Device(store, () => new Date(AT));
});

describe('journal of unsaved edits', () => {
  test('offers what was not saved, as it was', () => {
    open('a').write({ revision: 3, at: AT, document: edited });
    expect(open('b').leftovers(draft, NOBODY)).toEqual([
      { revision: 3, at: AT, document: edited, place: 'planwright:draft:w1:retail:a' },
    ]);
  });

  test('offers nothing when the draft has it already, or after it was saved', () => {
    const journal = open('a');
    journal.write({ revision: 3, at: AT, document: draft });
    expect(open('b').leftovers(structuredClone(draft), NOBODY)).toEqual([]);
    journal.write({ revision: 3, at: AT, document: edited });
    journal.clear();
    expect(open('b').leftovers(draft, NOBODY)).toEqual([]);
  });

  test('of two tabs of one browser are two: what one saves leaves the other alone', () => {
    open('a').write({ revision: 3, at: AT, document: edited });
    const second = open('b');
    second.write({ revision: 3, at: '2026-03-02T06:03:00.000Z', document: others });
    expect(titlesOffered('c')).toEqual(['Edited in another tab', 'Edited']);
    second.clear();
    expect(titlesOffered('c')).toEqual(['Edited']);
  });

  test('of a tab that is still open is not offered to another', () => {
    open('a').write({ revision: 3, at: AT, document: edited });
    open('b').write({ revision: 3, at: AT, document: others });
    expect(titlesOffered('c', new Set(['a']))).toEqual(['Edited in another tab']);
  });

  test('can be thrown away one by one', () => {
    open('a').write({ revision: 3, at: AT, document: edited });
    open('b').write({ revision: 3, at: '2026-03-02T06:03:00.000Z', document: others });
    const journal = open('c');
    const [newest] = journal.leftovers(draft, NOBODY);
    if (newest) journal.discard(newest);
    expect(titlesOffered('c')).toEqual(['Edited']);
  });

  test('a plan in the middle of an edit is kept as well', () => {
    const unfinished = { ...edited, definition: { ...edited.definition, title: { en: '' } } };
    open('a').write({ revision: 3, at: 'x', document: unfinished });
    expect(open('b').leftovers(draft, NOBODY)[0]?.document).toEqual(unfinished);
  });

  test('is kept apart by person, workspace and plan', () => {
    open('a').write({ revision: 3, at: 'x', document: edited });
    for (const about of [{ owner: 'bob' }, { workspaceId: 'w2' }, { planKey: 'sales' }, { planKey: 'ret' }]) {
      expect(open('b', about).leftovers(draft, NOBODY)).toEqual([]);
    }
  });

  test('of an earlier version, which had one for all tabs, is offered too', () => {
    store.setItem('planwright:draft:w1:retail', JSON.stringify({ revision: 3, at: 'x', ...edited }));
    expect(titlesOffered('a')).toEqual(['Edited']);
  });

  test('a broken entry is nothing, not an error', () => {
    for (const text of ['{"revision":1', '{"revision":1,"at":"x","definition":{"format":"other"}}', 'null']) {
      store.setItem('planwright:draft:w1:retail:a', text);
      expect(open('b').leftovers(draft, NOBODY)).toEqual([]);
    }
  });
});
