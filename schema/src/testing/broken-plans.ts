import type { PlanDefinition } from '../definition/plan-definition.js';
import type { BrokenDefinition } from './broken-definition.js';
import { assessment, course, plan, stage, task } from './plan-builder.js';

const due = { week: 4, weekday: 'FRI', at: '18:00' } as const;

/** A plan of one stage with a due date, so that nothing but the mistake is wrong with it. */
function withItems(items: Parameters<typeof stage>[1], more: Partial<PlanDefinition> = {}): PlanDefinition {
  return plan([stage('first', items, { due })], more);
}

const itemPath = (key: string, ...rest: string[]): string[] => ['stages', 'first', 'items', key, ...rest];

/** Plans of the right shape that are still wrong: what `checkPlan` finds (year 2026, calendar cn). */
export const brokenPlans: readonly BrokenDefinition[] = [
  {
    name: 'a link to nothing',
    definition: withItems([course('a')], { links: [{ from: 'a', to: 'z', on: 'COMPLETED' }] }),
    code: 'unknown-key',
    path: ['links', '0', 'to'],
  },
  {
    name: 'a weight of nothing',
    definition: withItems([course('a')], { scoring: { use: 'core/weighted', with: { weights: { z: 100 } } } }),
    code: 'unknown-key',
    path: ['scoring', 'with', 'weights', 'z'],
  },
  {
    name: 'an anchor that names nothing',
    definition: withItems([course('a', { due: { anchor: { completed: 'z' }, offset: 1, unit: 'DAY' } })]),
    code: 'unknown-key',
    path: itemPath('a', 'due', 'anchor'),
  },
  {
    name: 'a calendar that does not exist',
    definition: withItems([course('a')], { calendar: 'mars' }),
    code: 'unknown-key',
    path: ['calendar'],
  },
  {
    name: 'links in a circle',
    definition: withItems([course('a'), course('b'), course('c')], {
      links: [
        { from: 'a', to: 'b', on: 'COMPLETED' },
        { from: 'b', to: 'c', on: 'COMPLETED' },
        { from: 'c', to: 'a', on: 'COMPLETED' },
      ],
    }),
    code: 'cycle',
    path: ['links', '2'],
  },
  {
    name: 'a link and a condition in a circle',
    definition: withItems([course('a'), course('b')], {
      links: [{ from: 'a', to: 'b', on: 'COMPLETED' }],
      conditions: { a: { not: { item: 'b', is: 'COMPLETED' } } },
    }),
    code: 'cycle',
    path: ['conditions', 'a'],
  },
  {
    name: 'a task that is to be passed',
    definition: withItems([task('a'), course('b')], { links: [{ from: 'a', to: 'b', on: 'PASSED' }] }),
    code: 'unreachable',
    path: ['links', '0', 'on'],
  },
  {
    name: 'a course that is to fail',
    definition: withItems([course('a'), course('b')], { links: [{ from: 'a', to: 'b', on: 'FAILED' }] }),
    code: 'unreachable',
    path: ['links', '0', 'on'],
  },
  {
    name: 'passed and failed at once, two items on',
    definition: withItems(
      [assessment('t', { assessment: { passMark: 60, attempts: 1 } }), course('a'), course('b'), course('c')],
      {
        links: [
          { from: 't', to: 'a', on: 'PASSED' },
          { from: 't', to: 'b', on: 'FAILED' },
          { from: 'a', to: 'c', on: 'COMPLETED' },
          { from: 'b', to: 'c', on: 'COMPLETED' },
        ],
      },
    ),
    code: 'unreachable',
    path: itemPath('c'),
  },
  {
    name: 'more links asked than there are',
    definition: withItems([course('a'), course('b')], {
      links: [{ from: 'a', to: 'b', on: 'COMPLETED' }],
      joins: { b: { rule: 'AT_LEAST', n: 2 } },
    }),
    code: 'unreachable',
    path: ['joins', 'b'],
  },
  {
    name: 'more to choose than there is',
    definition: withItems([course('a', { requirement: 'ELECTIVE' })], {
      electives: [{ key: 'pick', from: ['a'], choose: 2 }],
    }),
    code: 'elective-too-few',
    path: ['electives', 'pick', 'choose'],
  },
  {
    name: 'an elective without a group',
    definition: withItems([course('a', { requirement: 'ELECTIVE' })]),
    code: 'elective-without-group',
    path: itemPath('a'),
  },
  {
    name: 'a group across stages',
    definition: plan(
      [
        stage('first', [course('a', { requirement: 'ELECTIVE' })], { due }),
        stage('second', [course('b', { requirement: 'ELECTIVE' })], { due }),
      ],
      { electives: [{ key: 'pick', from: ['a', 'b'], choose: 1 }] },
    ),
    code: 'group-across-stages',
    path: ['electives', 'pick', 'from'],
  },
  {
    name: 'due dates that count from each other',
    definition: withItems([
      course('a', { due: { anchor: { due: 'b' }, offset: 1, unit: 'DAY' } }),
      course('b', { due: { anchor: { due: 'a' }, offset: 1, unit: 'DAY' } }),
    ]),
    code: 'date-cycle',
    path: itemPath('a', 'due'),
  },
  {
    name: 'an item that opens after itself',
    definition: withItems([course('a', { opens: { anchor: 'OPENED', offset: 1, unit: 'DAY' } })]),
    code: 'date-cycle',
    path: itemPath('a', 'opens'),
  },
  {
    name: 'a stage that opens after an item in it',
    definition: plan([
      stage('first', [course('a')], { opens: { anchor: { completed: 'a' }, offset: 0, unit: 'DAY' }, due }),
    ]),
    code: 'date-cycle',
    path: ['stages', 'first', 'opens'],
  },
  {
    name: 'a due date before the opening',
    definition: withItems([course('a', { opens: { week: 3, weekday: 'MON' }, due: { week: 2, weekday: 'FRI' } })]),
    code: 'due-before-open',
    path: itemPath('a', 'due'),
  },
  {
    name: 'a due date before what a link makes the earliest opening',
    definition: withItems(
      [
        course('a', { opens: { week: 3, weekday: 'MON' } }),
        course('b', { due: { week: 3, weekday: 'MON', at: '12:00' } }),
      ],
      { links: [{ from: 'a', to: 'b', on: 'COMPLETED', lag: { offset: 1, unit: 'WORKDAY' } }] },
    ),
    code: 'due-before-open',
    path: itemPath('b', 'due'),
  },
  {
    name: 'a due date that only the Spring Festival overtakes',
    definition: withItems([course('a'), course('b', { due: { anchor: 'START', offset: 8, unit: 'DAY' } })], {
      links: [{ from: 'a', to: 'b', on: 'COMPLETED', lag: { offset: 3, unit: 'WORKDAY' } }],
    }),
    code: 'due-before-open',
    path: itemPath('b', 'due'),
  },
  {
    name: 'sixty hours in a week',
    definition: withItems([course('a', { minutes: 3600, due: { week: 1, weekday: 'FRI' } })]),
    code: 'impossible-window',
    path: itemPath('a', 'due'),
  },
  {
    name: 'three courses that do not fit together',
    definition: withItems(
      ['a', 'b', 'c'].map((key) => course(key, { minutes: 1200, due: { week: 1, weekday: 'FRI' } })),
    ),
    code: 'impossible-window',
    path: itemPath('c', 'due'),
  },
  {
    name: 'an expression that cannot be read',
    definition: withItems([course('a')], { conditions: { a: { expression: 'person.teamSize >' } } }),
    code: 'bad-expression',
    path: ['conditions', 'a', 'expression'],
  },
  {
    name: 'an expression about nobody',
    definition: withItems([course('a')], { audience: { when: 'employee.teamSize > 3' } }),
    code: 'bad-expression',
    path: ['audience', 'when'],
  },
  {
    name: 'more things asked than the stage has',
    definition: plan([stage('first', [course('a')], { due, completion: { rule: 'AT_LEAST', n: 2 } })]),
    code: 'deadlock',
    path: ['stages', 'first', 'completion', 'n'],
  },
  {
    name: 'more points asked than the stage has',
    definition: plan([stage('first', [course('a', { points: 5 })], { due, completion: { rule: 'MIN_POINTS', n: 6 } })]),
    code: 'deadlock',
    path: ['stages', 'first', 'completion', 'n'],
  },
  {
    name: 'an order against the links',
    definition: plan([stage('first', [course('a'), course('b')], { due, completion: { rule: 'ALL_IN_ORDER' } })], {
      links: [{ from: 'b', to: 'a', on: 'COMPLETED' }],
    }),
    code: 'deadlock',
    path: ['stages', 'first', 'completion'],
  },
  {
    name: 'a stage that opens with a branch',
    definition: plan(
      [
        stage('first', [course('a'), course('b')], { due }),
        stage('second', [course('c')], { due }),
        stage('third', [course('d', { opens: { anchor: { opened: 'second' }, offset: 1, unit: 'DAY' } })], { due }),
      ].map((each) =>
        each.key === 'second'
          ? { ...each, opens: { anchor: { completed: 'b' }, offset: 0, unit: 'DAY' } as const }
          : each,
      ),
      { conditions: { b: { expression: 'person.teamSize > 3' } } },
    ),
    code: 'deadlock',
    path: ['stages', 'third', 'items', 'd', 'opens'],
  },
  {
    name: 'a title that nobody typed',
    definition: withItems([course('a', { title: { 'zh-CN': '新课程' } })]),
    code: 'placeholder-title',
    path: itemPath('a', 'title', 'zh-CN'),
  },
  {
    name: 'a title without English',
    definition: withItems([course('a', { title: { 'zh-CN': '课程' } })]),
    code: 'missing-language',
    path: itemPath('a', 'title', 'en'),
  },
  {
    name: 'nothing due',
    definition: plan([stage('first', [course('a')])]),
    code: 'no-due',
    path: itemPath('a', 'due'),
  },
  {
    name: 'a task that nobody reviews',
    definition: withItems([task('a', { task: { deliverable: 'DOCUMENT' } })]),
    code: 'no-review',
    path: itemPath('a', 'task', 'review'),
  },
  {
    name: 'working days of a year that is not published',
    definition: withItems([course('a', { due: { anchor: 'START', offset: 300, unit: 'WORKDAY' } })]),
    code: 'provisional-year',
    path: ['calendar'],
  },
  {
    name: 'a due date years away',
    definition: withItems([course('a', { due: { week: 120, weekday: 'FRI' } })]),
    code: 'far-due',
    path: itemPath('a', 'due'),
  },
  {
    name: 'a plan that grants rights',
    definition: withItems([course('a')], { grants: ['team-lead'] }),
    code: 'grants-need-admin',
    path: ['grants'],
  },
];
