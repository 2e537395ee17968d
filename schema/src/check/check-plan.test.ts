import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cnCalendar } from '../calendar/generated/cn.js';
import { INSTALLATION, type Installation } from '../definition/carried-out.js';
import type { PlanDefinition } from '../definition/plan-definition.js';
import { arbitraryDefinition } from '../testing/arbitrary-definition.js';
import { fullDefinition } from '../testing/full-definition.js';
import { assessment, course, plan, stage, task } from '../testing/plan-builder.js';
import { parsePlanYaml } from '../yaml/plan-yaml.js';
import { checkPlan } from './check-plan.js';

const options = { year: 2026, calendars: { cn: cnCalendar } };
const check = (definition: PlanDefinition, year = 2026) =>
  checkPlan(definition, { ...options, year }).map(({ code, path }) => `${code} ${path.join('.')}`);
const errors = (definition: PlanDefinition) =>
  checkPlan(definition, options)
    .filter(({ severity }) => severity === 'ERROR')
    .map(({ code }) => code);
const due = { week: 4, weekday: 'FRI', at: '18:00' } as const;
const inOneStage = (items: Parameters<typeof stage>[1], more: Partial<PlanDefinition> = {}) =>
  plan([stage('s', items, { due })], more);

function fixture(name: string): PlanDefinition {
  const file = new URL(`../../../seeds/plans/${name}.yaml`, import.meta.url);
  const { definition, problems } = parsePlanYaml(readFileSync(file, 'utf8'));
  if (!definition) throw new Error(JSON.stringify(problems));
  return definition;
}

describe('a sound plan', () => {
  test.each(['retail-new-manager', 'sales-new-manager'])('%s has neither errors nor warnings', (name) => {
    expect(check(fixture(name), 2025)).toEqual([]);
    expect(check(fixture(name), 2026)).toEqual([]);
  });

  test('what a plan asks for and this installation does not do is said, each at its place', () => {
    const asks = inOneStage(
      [
        course('late', { due: { anchor: { event: 'PROMOTED' }, offset: 3, unit: 'DAY' } }),
        course('first', { opens: { anchor: { event: 'FIRST_SIGN_IN' }, offset: 0, unit: 'DAY' } }),
        task('file', { task: { deliverable: 'FILE', review: { by: 'MENTOR', within: 'PT24H', via: 'APPROVAL' } } }),
      ],
      { outcomes: [{ metric: 'turnover' }, { metric: 'no-such-metric' }], grants: ['team-lead'] },
    );
    const found = (installation: Installation) =>
      checkPlan(asks, { ...options, installation })
        .filter(({ code }) => ['unknown-metric', 'unknown-grant', 'never-happens'].includes(code))
        .map(({ code, severity, path }) => `${severity} ${code} ${path.join('.')}`);
    expect(found({ ...INSTALLATION, metrics: ['turnover'] })).toEqual([
      'WARNING unknown-metric outcomes.1.metric',
      'WARNING unknown-grant grants.0',
      'WARNING never-happens stages.s.items.file.task.review.via',
    ]);
    expect(found({ ...INSTALLATION, files: false })).toContain(
      'WARNING never-happens stages.s.items.file.task.deliverable',
    );
    expect(found({ ...INSTALLATION, metrics: ['turnover', 'no-such-metric'], personEvents: [] })).toEqual(
      expect.arrayContaining([
        'WARNING never-happens stages.s.items.late.due',
        'WARNING never-happens stages.s.items.first.opens',
      ]),
    );
    const whole: Installation = {
      metrics: ['turnover', 'no-such-metric'],
      personEvents: ['PROMOTED', 'FIRST_SIGN_IN'],
      approvals: true,
      files: true,
      rights: ['team-lead'],
    };
    expect(found(whole)).toEqual([]);
  });

  test('a plan that uses the whole language needs an admin and nothing else', () => {
    expect(check(fullDefinition)).toEqual(['grants-need-admin grants']);
  });

  test('a branch on a test, both arms meeting again by ANY, is sound', () => {
    const definition = inOneStage(
      [assessment('t', { assessment: { passMark: 60, attempts: 2 } }), course('good'), course('bad'), course('end')],
      {
        links: [
          { from: 't', to: 'good', on: 'PASSED' },
          { from: 't', to: 'bad', on: 'FAILED' },
          { from: 'good', to: 'end', on: 'COMPLETED' },
          { from: 'bad', to: 'end', on: 'COMPLETED' },
        ],
        joins: { end: { rule: 'ANY' } },
      },
    );
    expect(check(definition)).toEqual([]);
  });

  test('what only opens for some may be what others never see', () => {
    const definition = inOneStage(
      [course('a'), course('b', { opens: { anchor: { completed: 'a' }, offset: 1, unit: 'DAY' } })],
      { conditions: { a: { expression: 'person.teamSize > 3' } } },
    );
    expect(check(definition)).toEqual([]);
  });

  test('a plan without stages is empty, not wrong', () => {
    expect(check(plan([]))).toEqual([]);
  });

  test('most random plans are sound, so that laws about sound plans mean something', () => {
    const sample = fc.sample(arbitraryDefinition(), { numRuns: 40, seed: 7 });
    expect(sample.filter((definition) => errors(definition).length === 0).length).toBeGreaterThan(20);
  });
});

describe('dates over the year', () => {
  const lagged = (days: number) =>
    inOneStage([course('a'), course('b', { due: { anchor: 'START', offset: days, unit: 'DAY' } })], {
      links: [{ from: 'a', to: 'b', on: 'COMPLETED', lag: { offset: 3, unit: 'WORKDAY' } }],
    });

  test('a fortnight holds three working days on any start day, a week does not', () => {
    expect(errors(lagged(14))).toEqual([]);
    expect(errors(lagged(8))).toEqual(['due-before-open']);
  });

  test('the sentence names a start day and both dates', () => {
    const [problem] = checkPlan(lagged(8), options);
    expect(problem?.message.en).toMatch(/start on 2026-\d\d-\d\d it opens 2026-\d\d-\d\d \d\d:\d\d and is due 2026-/);
  });

  test('what follows a late item is not named again', () => {
    const definition = inOneStage(
      [
        course('a', { opens: { week: 3, weekday: 'MON' }, due: { week: 2, weekday: 'FRI' } }),
        course('b', { due: { week: 2, weekday: 'FRI' } }),
      ],
      { links: [{ from: 'a', to: 'b', on: 'COMPLETED' }] },
    );
    expect(check(definition)).toEqual(['due-before-open stages.s.items.a.due']);
  });

  test('a fixed date that has passed for late starters is fine; one that fits nobody is not', () => {
    expect(errors(inOneStage([course('a', { due: { fixed: '2026-05-01T18:00' } })]))).toEqual([]);
    expect(
      errors(inOneStage([course('a', { opens: { fixed: '2026-05-02T00:00' }, due: { fixed: '2026-05-01T18:00' } })])),
    ).toEqual(['due-before-open']);
  });

  test('a step that is due before the task opens is named', () => {
    const steps = [
      { key: 'draft', title: { 'zh-CN': '初稿', en: 'Draft' }, due: { week: 2, weekday: 'FRI' } as const },
      { key: 'final', title: { 'zh-CN': '定稿', en: 'Final' } },
    ];
    const definition = inOneStage([
      task('t', { opens: { week: 3, weekday: 'MON' }, task: { deliverable: 'TEXT', steps, review: { by: 'MENTOR' } } }),
    ]);
    expect(check(definition)).toEqual(['due-before-open stages.s.items.t.task.steps.draft.due']);
  });

  test('a step may count back from the due date of its task', () => {
    const steps = [
      {
        key: 'draft',
        title: { 'zh-CN': '初稿', en: 'Draft' },
        due: { anchor: { due: 't' }, offset: -7, unit: 'DAY' } as const,
      },
      { key: 'final', title: { 'zh-CN': '定稿', en: 'Final' } },
    ];
    expect(
      check(inOneStage([task('t', { due, task: { deliverable: 'TEXT', steps, review: { by: 'MENTOR' } } })])),
    ).toEqual([]);
  });

  test('work that fits a normal week but not a holiday week is possible', () => {
    expect(errors(inOneStage([course('a', { minutes: 2400, due: { week: 1, weekday: 'FRI' } })]))).toEqual([]);
    expect(errors(inOneStage([course('a', { minutes: 2401, due: { week: 1, weekday: 'FRI' } })]))).toEqual([
      'impossible-window',
    ]);
  });

  test('a year that is not published is said once, and only where working days are counted', () => {
    const counted = inOneStage([course('a', { due: { anchor: 'START', offset: 5, unit: 'WORKDAY' } })]);
    expect(check(counted, 2026)).toEqual([]);
    expect(check(counted, 2027)).toEqual(['provisional-year calendar']);
    expect(check(inOneStage([course('a')]), 2027)).toEqual([]);
  });
});

describe('names in a circle', () => {
  test('the keys come in the order in which they wait', () => {
    const definition = inOneStage([course('a'), course('b'), course('c'), course('d')], {
      links: [
        { from: 'c', to: 'a', on: 'COMPLETED' },
        { from: 'a', to: 'b', on: 'COMPLETED' },
        { from: 'b', to: 'c', on: 'COMPLETED' },
        { from: 'c', to: 'd', on: 'COMPLETED' },
      ],
    });
    expect(checkPlan(definition, options).map(({ message }) => message.en)).toEqual([
      'These wait for each other and none can open: a → b → c → a. Remove one of the links or conditions.',
    ]);
  });

  test('two circles are two problems, a thousand items in a row are none', () => {
    const items = Array.from({ length: 400 }, (_, at) => course(`i${at}`));
    const links = items.slice(1).map((item, at) => ({ from: `i${at}`, to: item.key, on: 'COMPLETED' as const }));
    expect(errors(inOneStage(items, { links }))).toEqual([]);
    const back = [
      { from: 'i1', to: 'i0', on: 'COMPLETED' as const },
      { from: 'i399', to: 'i398', on: 'COMPLETED' as const },
    ];
    expect(errors(inOneStage(items, { links: [...links, ...back] }))).toEqual(['cycle', 'cycle']);
  });
});
