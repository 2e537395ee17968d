import fc from 'fast-check';
import type { DateRule } from '../calendar/date-rule.js';
import type { Condition, Join, Link } from '../definition/link.js';
import type { PlanDefinition, StageCompletion } from '../definition/plan-definition.js';
import type { Approval } from '../kinds/approval.js';
import type { Course } from '../kinds/course.js';
import type { Item } from '../kinds/index.js';
import type { LinkResult } from '../kinds/link-result.js';
import type { Survey } from '../kinds/survey.js';
import { plan, stage } from './plan-builder.js';

/** How free the plans are. */
export interface PlanFreedom {
  /** Only what a person who does everything the day it opens, and passes, can finish. */
  finishable?: boolean;
}

const title = (key: string) => ({ 'zh-CN': key, en: key });

const item = (key: string): fc.Arbitrary<Item> => {
  const common = {
    key: fc.constant(key),
    title: fc.constant(title(key)),
    requirement: fc.constantFrom('REQUIRED', 'REQUIRED', 'OPTIONAL' as const),
    points: fc.constantFrom(undefined, 5, 10),
  };
  const course = fc.constantFrom<(Course | undefined)[]>(
    undefined,
    { done: 'MARKED' },
    { done: 'EXTERNAL' },
    { done: 'MIN_SCORE', score: 60 },
  );
  const review = fc.constantFrom(
    undefined,
    { by: 'MENTOR' as const, within: 'PT24H' },
    { by: 'MENTOR' as const, within: 'P1D', clock: 'WORKING_HOURS' as const },
    { by: 'HR' as const },
  );
  const steps = fc.constantFrom(undefined, ['outline', 'final'], ['draft', 'revision', 'last']).map((keys) =>
    keys?.map((step, i) => ({
      key: step,
      title: title(step),
      due: { anchor: 'OPENED' as const, offset: 3 * (i + 1), unit: 'DAY' as const, at: '18:00' },
    })),
  );
  return fc.oneof(
    fc.record({ ...common, kind: fc.constant('COURSE' as const), course }),
    fc.record({
      ...common,
      kind: fc.constant('TASK' as const),
      task: fc.record({ deliverable: fc.constantFrom('TEXT', 'NONE' as const), steps, review }),
    }),
    fc.record({
      ...common,
      kind: fc.constant('ASSESSMENT' as const),
      assessment: fc.record({ passMark: fc.constant(60), attempts: fc.constantFrom(undefined, 1, 2) }),
    }),
    fc.record({
      ...common,
      kind: fc.constant('APPROVAL' as const),
      approval: fc.constantFrom<Approval[]>(
        { levels: [{ by: 'MENTOR' }] },
        { levels: [{ by: 'MENTOR' }, { by: 'HR' }] },
      ),
    }),
    fc.record({ ...common, kind: fc.constant('MEETING' as const), meeting: fc.constant({ with: 'MENTOR' as const }) }),
    fc.record({
      ...common,
      kind: fc.constant('SURVEY' as const),
      survey: fc.constant<Survey>({ respondents: 'LEARNER', questions: [{ key: 'q', text: title('q'), scale: 5 }] }),
    }),
  );
};

const RESULTS: LinkResult[] = [
  'COMPLETED',
  'PASSED',
  'FAILED',
  'SUBMITTED',
  'APPROVED',
  'REJECTED',
  { scoreIn: [0, 60] },
  { scoreIn: [60, 100] },
];

const dates = (
  earlier: readonly string[],
  itemLevel: boolean,
  freedom: PlanFreedom,
): fc.Arbitrary<DateRule | undefined> => {
  const unit = fc.constantFrom('MINUTE', 'HOUR', 'DAY', 'WORKDAY', 'WEEK', 'MONTH' as const);
  const small = fc.record({ offset: fc.integer({ min: 0, max: 12 }), unit });
  const started = small.map(
    (rule): DateRule => ({ anchor: 'START', ...rule, unit: rule.unit === 'MONTH' ? 'WEEK' : rule.unit }),
  );
  const week = fc.record({
    week: fc.integer({ min: 1, max: 8 }),
    weekday: fc.constantFrom('MON', 'WED', 'SAT' as const),
  });
  const none = fc.constant(undefined);
  const choices: fc.Arbitrary<DateRule | undefined>[] = [none, none, none, none, none, started, week];
  if (itemLevel) choices.push(small.map((rule): DateRule => ({ anchor: 'STAGE_START', ...rule })));
  if (!freedom.finishable)
    choices.push(fc.constant<DateRule>({ anchor: { event: 'PROMOTED' }, offset: 1, unit: 'WORKDAY' }));
  if (earlier.length > 0) {
    const key = fc.constantFrom(...earlier);
    choices.push(
      fc.tuple(key, small).map(([completed, rule]): DateRule => ({ anchor: { completed }, ...rule })),
      fc.tuple(key, small).map(([opened, rule]): DateRule => ({ anchor: { opened }, ...rule })),
    );
  }
  return fc.oneof(...choices);
};

const dues = (earlier: readonly string[]): fc.Arbitrary<DateRule | undefined> => {
  const opened = fc
    .integer({ min: 0, max: 14 })
    .map((offset): DateRule => ({ anchor: 'OPENED', offset, unit: 'WORKDAY', at: '18:00' }));
  const afterOther =
    earlier.length === 0
      ? []
      : [fc.constantFrom(...earlier).map((due): DateRule => ({ anchor: { due }, offset: 2, unit: 'DAY' }))];
  return fc.oneof(dates(earlier, true, {}), opened, opened, ...afterOther);
};

const condition = (earlier: readonly string[], freedom: PlanFreedom): fc.Arbitrary<Condition> => {
  const leaf: fc.Arbitrary<Condition>[] = [
    fc.constantFrom('person.teamSize > 3', 'person.teamSize < 100').map((expression) => ({ expression })),
  ];
  if (!freedom.finishable) leaf.push(fc.constant({ expression: 'person.region == "east"' }));
  if (earlier.length > 0) {
    leaf.push(fc.record({ item: fc.constantFrom(...earlier), is: fc.constantFrom(...RESULTS) }));
  }
  const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      ...leaf,
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('tree').map((not) => ({ not })),
      fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((of) => ({ atLeast: { n: 2, of } })),
    ),
  }));
  return tree;
};

/** Plans of every kind of item, date, link and condition, without circles: everything leans on what stands before it. */
export function runningPlan(freedom: PlanFreedom = {}): fc.Arbitrary<PlanDefinition> {
  return fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }).chain((sizes) => {
    const keys = sizes.map((size, s) => Array.from({ length: size }, (_, i) => `s${s}-i${i}`));
    const all = keys.flat();
    const before = (key: string) => all.slice(0, all.indexOf(key));
    const earlierStages = (s: number) => keys.slice(0, s).flat();

    const stages = fc.tuple(
      ...keys.map((own, s) =>
        fc
          .record({
            opens: dates(earlierStages(s), false, freedom),
            due: dates(earlierStages(s), false, {}),
            completion: fc.constantFrom<(StageCompletion | undefined)[]>(
              undefined,
              { rule: 'ALL' },
              { rule: 'ALL_IN_ORDER' },
              { rule: 'AT_LEAST', n: 1 },
              { rule: 'MIN_POINTS', n: 5 },
            ),
            items: fc.tuple(
              ...own.map((key) => fc.tuple(item(key), dates(before(key), true, freedom), dues(before(key)))),
            ),
            electives: fc.boolean(),
          })
          .map(({ opens, due, completion, items, electives }) => {
            const dated = items.map(([one, itemOpens, itemDue], i): Item => {
              const elective = electives && own.length > 2 && i < 2;
              const points = completion?.rule === 'MIN_POINTS' ? { points: 5 } : {};
              return {
                ...one,
                ...points,
                opens: itemOpens,
                due: itemDue,
                ...(elective ? { requirement: 'ELECTIVE' } : {}),
              };
            });
            return stage(`stage-${s}`, dated, { opens, due, completion });
          }),
      ),
    );
    const links = all.length < 2 ? fc.constant<Link[]>([]) : fc.array(link(all, before), { maxLength: 6 });
    const conditions = fc.array(
      fc.constantFrom(...all).chain((key) => condition(before(key), freedom).map((tree) => [key, tree] as const)),
      { maxLength: 2 },
    );
    const joins = fc.array(
      fc.tuple(fc.constantFrom(...all), fc.constantFrom<Join[]>({ rule: 'ANY' }, { rule: 'AT_LEAST', n: 2 })),
      {
        maxLength: 2,
      },
    );
    return fc
      .record({ stages, links, conditions, joins })
      .map(({ stages: built, links: drawn, conditions: trees, joins: rules }) =>
        plan(built, {
          links: drawn,
          conditions: Object.fromEntries(trees),
          joins: Object.fromEntries(
            rules.filter(([key, rule]) => rule.rule !== 'AT_LEAST' || drawn.filter(({ to }) => to === key).length >= 2),
          ),
          electives: built.flatMap((one) => {
            const from = one.items.filter(({ requirement }) => requirement === 'ELECTIVE').map(({ key }) => key);
            return from.length === 0 ? [] : [{ key: `group-${one.key}`, from, choose: 1 }];
          }),
        }),
      );
  });
}

const link = (all: readonly string[], before: (key: string) => string[]): fc.Arbitrary<Link> =>
  fc.constantFrom(...all.slice(1)).chain((to) =>
    fc.record(
      {
        from: fc.constantFrom(...before(to)),
        to: fc.constant(to),
        on: fc.constantFrom<LinkResult[]>('COMPLETED', 'COMPLETED', ...RESULTS),
        lag: fc.record({
          offset: fc.integer({ min: 0, max: 4 }),
          unit: fc.constantFrom('HOUR', 'DAY', 'WORKDAY' as const),
        }),
      },
      { requiredKeys: ['from', 'to', 'on'] },
    ),
  );
