import type { PlanDefinition, Stage } from '../definition/plan-definition.js';
import type { ItemOf } from '../kinds/index.js';

/** Small plans for tests: everything that a test does not name is the plainest valid thing. */
export function course(key: string, more: Partial<ItemOf<'COURSE'>> = {}): ItemOf<'COURSE'> {
  return { key, kind: 'COURSE', title: { 'zh-CN': key, en: key }, requirement: 'REQUIRED', ...more };
}

export function task(key: string, more: Partial<ItemOf<'TASK'>> = {}): ItemOf<'TASK'> {
  return {
    key,
    kind: 'TASK',
    title: { 'zh-CN': key, en: key },
    requirement: 'REQUIRED',
    task: { deliverable: 'TEXT', review: { by: 'MENTOR', within: 'PT24H' } },
    ...more,
  };
}

export function assessment(key: string, more: Partial<ItemOf<'ASSESSMENT'>> = {}): ItemOf<'ASSESSMENT'> {
  return {
    key,
    kind: 'ASSESSMENT',
    title: { 'zh-CN': key, en: key },
    requirement: 'REQUIRED',
    assessment: { passMark: 60 },
    ...more,
  };
}

export function stage(key: string, items: Stage['items'], more: Partial<Stage> = {}): Stage {
  return { key, title: { 'zh-CN': key, en: key }, items, ...more };
}

export function plan(stages: Stage[], more: Partial<PlanDefinition> = {}): PlanDefinition {
  return {
    format: 'planwright/1',
    key: 'plan',
    title: { 'zh-CN': '计划', en: 'Plan' },
    calendar: 'cn',
    stages,
    ...more,
  };
}
