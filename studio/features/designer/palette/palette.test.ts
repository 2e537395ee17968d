import { describe, expect, test } from '@jest/globals';
import { checkPlan } from '@planwright/schema/check';
import { planDefinition } from '@planwright/schema/definition';
import { retailPlan } from '../edits/retail-plan.fixture';
import { createDesignerStore } from '../store/designer-store';
import { stageWeeks } from '../words/stage-weeks';
import { addFromPalette, type NewWords, placeForClick } from './add-from-palette';
import { newWords } from './new-words';
import { TEMPLATES, type TemplateName } from './templates';

const words: NewWords = { title: (entry) => ({ 'zh-CN': entry, en: entry }), question: { en: 'How was it?' } };
const open = (definition = retailPlan()) => createDesignerStore({ definition, layout: { items: {} } }, false);

describe('the palette', () => {
  test('a click adds after what is selected, and the new thing is selected', () => {
    const store = open();
    store.getState().select(['coaching']);
    expect(addFromPalette(store, 'COURSE', words)).toBe('course');
    const keys = store.getState().document.definition.stages[1]?.items.map((item) => item.key);
    expect(keys?.slice(0, 2)).toEqual(['coaching', 'course']);
    expect(store.getState().selection).toEqual(['course']);
    store.getState().undo();
    expect(store.getState().document.definition).toEqual(retailPlan());
  });

  test('with nothing selected the last stage takes it, with a stage selected its end', () => {
    expect(placeForClick(retailPlan().stages, [])).toEqual({ stageKey: 'team', index: 4 });
    expect(placeForClick(retailPlan().stages, ['role'])).toEqual({ stageKey: 'role', index: 2 });
    expect(placeForClick([], [])).toBeUndefined();
  });

  test('an empty plan gets a stage for its first item, in one edit', () => {
    const store = open({ ...retailPlan(), stages: [], links: [], electives: [], joins: {}, conditions: {} });
    addFromPalette(store, 'TASK', words);
    expect(store.getState().document.definition.stages[0]?.items).toHaveLength(1);
    expect(store.getState().past).toHaveLength(1);
  });

  test('a drop beside the column keeps its place', () => {
    const store = open();
    addFromPalette(store, 'MEETING', words, { stageKey: 'role', index: 1, at: { x: 288, y: 120 } });
    expect(store.getState().document.layout.items.meeting).toEqual({ x: 288, y: 120 });
    expect(store.getState().document.definition.stages[0]?.items[1]?.key).toBe('meeting');
  });

  test('a new stage stands after the one under it', () => {
    const store = open();
    addFromPalette(store, 'STAGE', words, { stageKey: 'role', index: 0 });
    expect(store.getState().document.definition.stages.map((stage) => stage.key)).toEqual(['role', 'stage', 'team']);
  });

  test('new stages follow each other, and do not overlap', () => {
    const store = open({ ...retailPlan(), stages: [], links: [], electives: [], joins: {}, conditions: {} });
    for (let count = 0; count < 3; count += 1) addFromPalette(store, 'STAGE', words);
    const { definition } = store.getState().document;
    const weeks = definition.stages.map(({ key }) => stageWeeks(definition, key));
    expect(weeks).toEqual([
      { from: 1, to: 4 },
      { from: 5, to: 8 },
      { from: 9, to: 12 },
    ]);
  });

  test('a new thing is named in one language, so that its placeholder passes as no other’s title', () => {
    const store = open();
    addFromPalette(store, 'TASK', newWords('zh-CN'));
    const plan = store.getState().document.definition;
    expect(plan.stages.at(-1)?.items.at(-1)?.title).toEqual({ 'zh-CN': '新任务' });
    const problems = checkPlan(plan, { year: 2026, calendars: {} }).filter(({ path }) => path.includes('task'));
    expect(problems.map(({ code, path }) => [code, path.at(-1)])).toContainEqual(['placeholder-title', 'zh-CN']);
    expect(problems.map(({ code }) => code)).not.toContain('missing-language');
  });

  test('every template is valid, also twice', () => {
    for (const name of Object.keys(TEMPLATES) as TemplateName[]) {
      const store = open();
      addFromPalette(store, name, words);
      addFromPalette(store, name, words);
      expect(planDefinition.safeParse(store.getState().document.definition).success).toBe(true);
    }
  });
});
