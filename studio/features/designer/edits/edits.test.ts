import { describe, expect, test } from '@jest/globals';
import { planDefinition } from '@planwright/schema/definition';
import { produce } from 'immer';
import { addItem, duplicateItem, joinGroup, moveItem, removeItems, renameItem } from './items';
import { editLink, link, linkId, linkRefusal, unlink } from './links';
import { newItem, newStage } from './new-items';
import { retailPlan } from './retail-plan.fixture';
import { addStage, moveStage, removeStages, renameStage } from './stages';
import { withOptionalText, withText } from './text';

const keysOf = (definition: ReturnType<typeof retailPlan>, stage: number) =>
  definition.stages[stage]?.items.map((item) => item.key);
const title = { 'zh-CN': '新', en: 'New' };

describe('edits of a plan', () => {
  test('every kind of new item makes a valid plan, with a key of its own', () => {
    for (const kind of ['COURSE', 'TASK', 'ASSESSMENT', 'APPROVAL', 'MEETING', 'SURVEY'] as const) {
      const plan = retailPlan();
      expect(addItem(plan, 'team', newItem(kind, title, title), 1)).toBe(kind.toLowerCase());
      expect(addItem(plan, 'team', newItem(kind, title, title))).toBe(`${kind.toLowerCase()}-2`);
      expect(planDefinition.safeParse(plan).success).toBe(true);
      expect(keysOf(plan, 1)?.[1]).toBe(kind.toLowerCase());
    }
  });

  test('removing an item takes every mention of it along and leaves the rest valid', () => {
    const plan = produce(retailPlan(), (draft) => removeItems(draft, ['coaching', 'interviews', 'tools']));
    expect(JSON.stringify(plan)).not.toMatch(/coaching|interviews|tools/);
    expect(plan.conditions?.['goal-plan']).toEqual({ all: [{ expression: 'person.teamSize > 3' }] });
    expect(plan.electives).toEqual([{ key: 'skills', from: ['negotiation'], choose: 1 }]);
    expect(planDefinition.safeParse(plan).success).toBe(true);
  });

  test('removing a stage removes its items and what spoke of them', () => {
    const plan = produce(retailPlan(), (draft) => removeStages(draft, ['team']));
    expect(plan.stages.map((stage) => stage.key)).toEqual(['role']);
    expect(plan.links).toEqual([{ from: 'manager-role', to: 'interviews', on: 'COMPLETED' }]);
    expect(plan.electives).toEqual([]);
    expect(planDefinition.safeParse(plan).success).toBe(true);
  });

  test('an item moves between stages and keeps its links', () => {
    const plan = retailPlan();
    moveItem(plan, 'interviews', 'team', 1);
    expect(keysOf(plan, 0)).toEqual(['manager-role']);
    expect(keysOf(plan, 1)).toEqual(['coaching', 'interviews', 'negotiation', 'tools', 'goal-plan']);
    expect(plan.links).toEqual(retailPlan().links);
    moveItem(plan, 'interviews', 'team', 99);
    expect(keysOf(plan, 1)?.at(-1)).toBe('interviews');
  });

  test('renaming an item renames it wherever it is named', () => {
    const plan = retailPlan();
    expect(renameItem(plan, 'goal-plan', 'quarter-goals')).toBe(true);
    expect(renameItem(plan, 'coaching', 'coach')).toBe(true);
    expect(JSON.stringify(plan)).not.toMatch(/"goal-plan"|"coaching"/);
    expect(plan.scoring?.with).toEqual({ weights: { interviews: 40, 'quarter-goals': 60 } });
    expect(renameItem(plan, 'coach', 'team')).toBe(false);
    expect(renameItem(plan, 'coach', 'Not a key')).toBe(false);
    expect(renameStage(plan, 'team', 'coach')).toBe(false);
    expect(renameStage(plan, 'team', 'lead')).toBe(true);
    expect(planDefinition.safeParse(plan).success).toBe(true);
  });

  test('a link is refused onto itself, twice, and in a circle', () => {
    const plan = retailPlan();
    expect(link(plan, 'goal-plan', 'goal-plan')).toBe('same-item');
    expect(link(plan, 'interviews', 'goal-plan', 'PASSED')).toBe('already-linked');
    expect(link(plan, 'goal-plan', 'manager-role')).toBe('cycle');
    expect(linkRefusal(plan, 'goal-plan', 'nobody')).toBe('unknown');
    expect(plan).toEqual(retailPlan());
    expect(link(plan, 'coaching', 'tools')).toBeUndefined();
    expect(plan.links?.at(-1)).toEqual({ from: 'coaching', to: 'tools', on: 'COMPLETED' });
  });

  test('a join goes when fewer than two links are left to combine', () => {
    const plan = retailPlan();
    unlink(plan, ['interviews>goal-plan:APPROVED']);
    expect(plan.joins).toEqual({});
    expect(plan.links).toHaveLength(2);
  });

  test('a link keeps its place when its condition changes', () => {
    const plan = retailPlan();
    editLink(plan, 'interviews>goal-plan:APPROVED', (each) => {
      each.lag = { offset: 1, unit: 'WORKDAY' };
    });
    const changed = plan.links?.[1];
    expect(changed && linkId(changed)).toBe('interviews>goal-plan:APPROVED');
    expect(changed?.lag).toEqual({ offset: 1, unit: 'WORKDAY' });
  });

  test('stages are added, numbered and moved', () => {
    const plan = retailPlan();
    expect(addStage(plan, newStage(title), 1)).toBe('stage');
    expect(addStage(plan, newStage(title))).toBe('stage-2');
    moveStage(plan, 'role', 3);
    expect(plan.stages.map((stage) => stage.key)).toEqual(['stage', 'team', 'stage-2', 'role']);
    expect(planDefinition.safeParse(plan).success).toBe(true);
  });

  test('an item that joins another group leaves the one before', () => {
    const plan = retailPlan();
    joinGroup(plan, 'tools', undefined);
    expect(plan.electives).toEqual([
      { key: 'skills', from: ['negotiation'], choose: 1 },
      { key: 'electives', from: ['tools'], choose: 1 },
    ]);
    joinGroup(plan, 'tools', 'skills');
    expect(plan.electives?.[0]?.from).toEqual(['negotiation', 'tools']);
    expect(plan.electives).toHaveLength(1);
  });

  test('a copy has everything but the key and the links', () => {
    const plan = produce(retailPlan(), (draft) => void duplicateItem(draft, 'interviews'));
    const [, original, copy] = plan.stages[0]?.items ?? [];
    expect(copy).toEqual({ ...original, key: 'interviews-2' });
    expect(plan.links).toEqual(retailPlan().links);
  });

  test('text of one language changes and the others stay', () => {
    expect(withText({ 'zh-CN': '甲', en: 'A', ja: 'あ' }, 'en', 'B')).toEqual({ 'zh-CN': '甲', en: 'B', ja: 'あ' });
    expect(withText({ 'zh-CN': '甲', en: 'A' }, 'en', '')).toEqual({ 'zh-CN': '甲' });
    expect(withText({ en: 'A' }, 'en', '')).toEqual({ en: '' });
    expect(withOptionalText({ en: 'A' }, 'en', '')).toBeUndefined();
  });
});
