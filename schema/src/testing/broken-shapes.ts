import type { PlanDefinition } from '../definition/plan-definition.js';
import type { BrokenDefinition } from './broken-definition.js';
import { course, plan, stage, task } from './plan-builder.js';

const due = { week: 4, weekday: 'FRI', at: '18:00' } as const;

/** A plan of one stage with a due date, so that nothing but the mistake is wrong with it. */
function withItems(items: Parameters<typeof stage>[1], more: Partial<PlanDefinition> = {}): PlanDefinition {
  return plan([stage('first', items, { due })], more);
}

const sound = withItems([course('a'), task('b')]);
const raw = (changes: Record<string, unknown>): unknown => ({ ...sound, ...changes });
const rawItem = (changes: Record<string, unknown>): unknown => ({
  ...sound,
  stages: [{ ...sound.stages[0], items: [{ ...course('a'), ...changes }] }],
});
const itemPath = (key: string, ...rest: string[]): string[] => ['stages', 'first', 'items', key, ...rest];

/** What `parsePlan` alone finds. */
export const brokenShapes: readonly BrokenDefinition[] = [
  {
    name: 'a property that does not exist',
    definition: rawItem({ colour: 'red' }),
    code: 'unknown-property',
    path: itemPath('a', 'colour'),
  },
  { name: 'a misspelt property', definition: raw({ remindes: [] }), code: 'unknown-property', path: ['remindes'] },
  {
    name: 'an own property __proto__',
    definition: JSON.parse('{"format":"planwright/1","key":"x","__proto__":{"admin":true}}'),
    code: 'unknown-property',
    path: ['__proto__'],
  },
  { name: 'a number for a title', definition: rawItem({ title: 7 }), code: 'wrong-type', path: itemPath('a', 'title') },
  {
    name: 'a weekday that does not exist',
    definition: rawItem({ due: { week: 2, weekday: 'FRY' } }),
    code: 'wrong-type',
    path: itemPath('a', 'due', 'weekday'),
  },
  {
    name: 'a date that does not exist',
    definition: rawItem({ due: { fixed: '2026-02-30T18:00' } }),
    code: 'wrong-type',
    path: itemPath('a', 'due', 'fixed'),
  },
  {
    name: 'an item kind that does not exist',
    definition: rawItem({ kind: 'VIDEO' }),
    code: 'wrong-type',
    path: itemPath('a', 'kind'),
  },
  {
    name: 'a link address that runs a script',
    definition: rawItem({ course: { url: 'javascript:alert(1)', done: 'MARKED' } }),
    code: 'wrong-type',
    path: itemPath('a', 'course', 'url'),
  },
  {
    name: 'a condition of two forms',
    definition: raw({ conditions: { a: { item: 'b', is: 'COMPLETED', expression: 'true' } } }),
    code: 'wrong-type',
    path: ['conditions', 'a'],
  },
  {
    name: 'an item that is not elective in an elective group',
    definition: withItems([course('a'), course('b')], { electives: [{ key: 'pick', from: ['a'], choose: 1 }] }),
    code: 'wrong-type',
    path: ['electives', 'pick', 'from', '0'],
  },
  {
    name: 'no stages',
    definition: { format: 'planwright/1', key: 'x', title: { en: 'X' } },
    code: 'missing',
    path: ['stages'],
  },
  { name: 'a title in no language', definition: rawItem({ title: {} }), code: 'missing', path: itemPath('a', 'title') },
  {
    name: 'a format of the future',
    definition: { format: 'planwright/2', pages: [] },
    code: 'newer-format',
    path: ['format'],
  },
  {
    name: 'a key used twice',
    definition: withItems([course('a'), course('a')]),
    code: 'duplicate-key',
    path: itemPath('a'),
  },
  {
    name: 'a stage named like an item',
    definition: plan([stage('a', [course('a')], { due })]),
    code: 'duplicate-key',
    path: ['stages', 'a', 'items', 'a'],
  },
  {
    name: 'HTML in a title',
    definition: rawItem({ title: { 'zh-CN': '你好', en: 'Hi <img src=x onerror=alert(1)>' } }),
    code: 'html-in-text',
    path: itemPath('a', 'title', 'en'),
  },
];
