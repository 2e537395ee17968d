import type { PlanDefinition } from '@planwright/schema/definition';

const text = (en: string) => ({ en, 'zh-CN': `${en}（中文）` });

/**
 * Two stages in four weeks: a course, a report that the mentor reviews, an assessment; then a task in two steps that is
 * shared with a partner. Small enough to count by hand.
 */
export function smallPlan(key = 'small', changes: Partial<PlanDefinition> = {}): PlanDefinition {
  return {
    format: 'planwright/1',
    key,
    title: text('Small plan'),
    calendar: 'cn',
    stages: [
      {
        key: 'start',
        title: text('Start'),
        due: { week: 2, weekday: 'FRI', at: '18:00' },
        items: [
          {
            key: 'course',
            kind: 'COURSE',
            title: text('Course'),
            requirement: 'REQUIRED',
            minutes: 90,
            due: { week: 1, weekday: 'FRI', at: '18:00' },
            course: { url: 'https://learn.example/course', done: 'MARKED' },
          },
          {
            key: 'report',
            kind: 'TASK',
            title: text('Report'),
            requirement: 'REQUIRED',
            task: { deliverable: 'DOCUMENT', review: { by: 'MENTOR', within: 'PT24H', clock: 'HOURS' } },
            scorer: {
              use: 'core/rubric',
              with: {
                criteria: [
                  { key: 'depth', weight: 60 },
                  { key: 'form', weight: 40 },
                ],
              },
            },
          },
          {
            key: 'test',
            kind: 'ASSESSMENT',
            title: text('Test'),
            requirement: 'OPTIONAL',
            assessment: { passMark: 60, attempts: 2 },
          },
        ],
      },
      {
        key: 'together',
        title: text('Together'),
        opens: { week: 3, weekday: 'MON' },
        due: { week: 4, weekday: 'FRI', at: '18:00' },
        items: [
          {
            key: 'project',
            kind: 'TASK',
            title: text('Project'),
            requirement: 'REQUIRED',
            task: {
              deliverable: 'TEXT',
              steps: [
                { key: 'draft', title: text('Draft'), due: { week: 3, weekday: 'FRI', at: '18:00' } },
                { key: 'final', title: text('Final') },
              ],
              review: { by: 'SUPERIOR', within: 'P2D' },
              with: [{ department: 'marketing', count: 1 }],
            },
          },
        ],
      },
    ],
    links: [{ from: 'course', to: 'report', on: 'COMPLETED' }],
    ...changes,
  };
}

/** The same with another course in the first stage, and a later report: what a second version typically brings. */
export function secondVersion(key = 'small'): PlanDefinition {
  const plan = smallPlan(key);
  const [start, ...rest] = plan.stages;
  if (!start) throw new Error('the plan has stages');
  const practice: PlanDefinition['stages'][number]['items'][number] = {
    key: 'practice',
    kind: 'COURSE',
    title: text('Practice'),
    requirement: 'REQUIRED',
  };
  return { ...plan, stages: [{ ...start, items: [...start.items, practice] }, ...rest] };
}

/** What a reviewer of the small plan's report scores before it is approved. */
export const WHOLE_RUBRIC = [
  { key: 'depth', score: 80 },
  { key: 'form', score: 80 },
];
