import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { joinGroup, moveItem, removeItems, renameItem, setRequirement } from '../edits/items';
import { link, linkId, unlink } from '../edits/links';
import { retailPlan } from '../edits/retail-plan.fixture';
import { moveStage, removeStages } from '../edits/stages';
import { createDesignerStore } from './designer-store';
import { endGesture, type History, recordEdit, redo, startHistory, undo } from './history';
import type { PlanDocument } from './plan-document';

const start = (): PlanDocument => ({ definition: retailPlan(), layout: { items: {} } });
const itemKeys = retailPlan().stages.flatMap((stage) => stage.items.map((item) => item.key));
const stageKeys = retailPlan().stages.map((stage) => stage.key);

type Edit = (document: PlanDocument) => void;
const anItem = fc.constantFrom(...itemKeys, 'nobody');
const aStage = fc.constantFrom(...stageKeys, 'nowhere');
const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(anItem, aStage, fc.nat(6)).map(
    ([key, stage, index]): Edit =>
      (d) =>
        moveItem(d.definition, key, stage, index),
  ),
  fc.array(anItem, { maxLength: 3 }).map(
    (keys): Edit =>
      (d) =>
        removeItems(d.definition, keys),
  ),
  aStage.map(
    (key): Edit =>
      (d) =>
        removeStages(d.definition, [key]),
  ),
  fc.tuple(aStage, fc.nat(4)).map(
    ([key, index]): Edit =>
      (d) =>
        moveStage(d.definition, key, index),
  ),
  fc.tuple(anItem, anItem).map(
    ([from, to]): Edit =>
      (d) => {
        link(d.definition, from, to);
      },
  ),
  fc.nat(5).map(
    (index): Edit =>
      (d) => {
        const found = d.definition.links?.[index];
        if (found) unlink(d.definition, [linkId(found)]);
      },
  ),
  fc.tuple(anItem, fc.constantFrom('REQUIRED', 'OPTIONAL')).map(
    ([key, requirement]): Edit =>
      (d) =>
        setRequirement(d.definition, key, requirement as 'REQUIRED'),
  ),
  anItem.map(
    (key): Edit =>
      (d) =>
        joinGroup(d.definition, key, undefined),
  ),
  fc.tuple(anItem, fc.constantFrom('renamed', 'other')).map(
    ([key, next]): Edit =>
      (d) => {
        renameItem(d.definition, key, next);
      },
  ),
  fc.tuple(anItem, fc.nat(500), fc.nat(500)).map(
    ([key, x, y]): Edit =>
      (d) => {
        d.layout.items[key] = { x, y };
      },
  ),
);

const all = (history: History, step: (history: History) => History): History => {
  let current = history;
  for (let next = step(current); next !== current; next = step(current)) current = next;
  return current;
};

const setTitle = (document: PlanDocument, value: string): void => {
  document.definition.title = { 'zh-CN': value };
};

describe('history of a plan', () => {
  test('undoing everything gives the start, redoing everything the end, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anEdit, fc.option(fc.constantFrom('a', 'b'))), { maxLength: 25 }), (edits) => {
        const from = start();
        let history = startHistory(from);
        for (const [edit, gesture] of edits) {
          history = recordEdit(history, { key: 'edit' }, edit, gesture ?? undefined);
        }
        const back = all(history, undo);
        expect(back.document).toEqual(from);
        expect(all(back, redo).document).toEqual(history.document);
      }),
      { numRuns: 150 },
    );
  });

  test('typing in one field is one entry until the field is left', () => {
    const type = (history: History, value: string) =>
      recordEdit(history, { key: 'title' }, (d) => setTitle(d, value), 'title');
    const typed = type(type(startHistory(start()), '甲'), '甲乙');
    expect(typed.past).toHaveLength(1);
    expect(undo(typed).document).toEqual(start());
    expect(type(endGesture(typed), '甲乙丙').past).toHaveLength(2);
  });

  test('an edit that changes nothing keeps what could be redone', () => {
    const history = undo(recordEdit(startHistory(start()), { key: 'x' }, (d) => setTitle(d, 'y')));
    const after = recordEdit(history, { key: 'x' }, () => {});
    expect(after.future).toHaveLength(1);
    expect(after).toBe(history);
  });

  test('a read-only plan takes no edit, and selecting is never an entry', () => {
    const store = createDesignerStore(start(), true);
    store.getState().edit({ key: 'x' }, (definition) => removeItems(definition, itemKeys));
    expect(store.getState().document).toEqual(start());
    store.getState().select(['interviews']);
    expect(store.getState().past).toHaveLength(0);
  });
});
