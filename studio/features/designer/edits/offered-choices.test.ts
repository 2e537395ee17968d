import { describe, expect, test } from '@jest/globals';
import type { Anchor } from '@planwright/schema/calendar';
import type { PlanDefinition } from '@planwright/schema/definition';
import type { Task } from '@planwright/schema/kinds';
import { problemsOf } from '../problems/problems-of';
import { deliverablesFor, eventsFor, viasFor } from './offered-choices';

/** Codes of what the designer lists as a problem about something that nothing carries out. */
const problemsWith = (task: Task, anchor: Anchor): string[] => {
  const title = { 'zh-CN': '任务', en: 'Task' };
  const definition: PlanDefinition = {
    format: 'planwright/1',
    key: 'plan',
    title,
    stages: [
      {
        key: 'stage',
        title,
        items: [
          {
            key: 'task',
            kind: 'TASK',
            title,
            requirement: 'REQUIRED',
            due: { anchor, offset: 7, unit: 'DAY' },
            task,
          },
        ],
      },
    ],
  };
  return problemsOf(definition, 2026, {})
    .map(({ code }) => code)
    .filter((code) => code === 'never-happens');
};
const plain: Task = { deliverable: 'DOCUMENT', review: { by: 'MENTOR', within: 'PT24H' } };

describe('the forms of the designer', () => {
  test('offer nothing that the list of problems complains about', () => {
    for (const deliverable of deliverablesFor('DOCUMENT'))
      expect(problemsWith({ ...plain, deliverable }, 'START')).toEqual([]);
    for (const via of viasFor('IN_APP'))
      expect(problemsWith({ ...plain, review: { by: 'MENTOR', within: 'PT24H', via } }, 'START')).toEqual([]);
    for (const event of eventsFor('START')) expect(problemsWith(plain, { event })).toEqual([]);
    expect(deliverablesFor('DOCUMENT').length).toBeGreaterThan(2);
    expect(eventsFor('START')).toEqual(['PROMOTED', 'FIRST_SIGN_IN']);
  });

  test('show what a plan says already beside its problem, with the way out of it', () => {
    expect(viasFor('APPROVAL')).toEqual(['IN_APP', 'APPROVAL']);
  });
});
