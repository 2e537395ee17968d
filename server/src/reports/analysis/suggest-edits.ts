import type { DateRule } from '@planwright/schema/calendar';
import { type Command, commandsBetween } from '@planwright/schema/commands';
import type { PlanDefinition } from '@planwright/schema/definition';
import { type Item, type ItemOf, kindOf, type Step } from '@planwright/schema/kinds';
import type { Text } from '@planwright/schema/words';
import { say } from '../generated/messages.js';

/** A key that the plan does not use yet. */
export function freeKey(plan: PlanDefinition, wanted: string): string {
  const taken = new Set([
    ...plan.stages.flatMap((stage) => [stage.key, ...stage.items.map(({ key }) => key)]),
    ...(plan.electives ?? []).map(({ key }) => key),
  ]);
  const base = wanted.slice(0, 58);
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(key)) return key;
  }
}

const withItem = (plan: PlanDefinition, key: string, change: (item: Item) => Item[]): PlanDefinition => ({
  ...plan,
  stages: plan.stages.map((stage) => ({
    ...stage,
    items: stage.items.flatMap((item) => (item.key === key ? change(item) : [item])),
  })),
});

/** Whether a due date counts days from something: then more days are a smaller change than steps. */
export function daysAllowed(due: DateRule | undefined): number | null {
  return due && 'anchor' in due && (due.unit === 'DAY' || due.unit === 'WORKDAY') && due.offset > 0 && due.offset <= 14
    ? due.offset
    : null;
}

/** About 40 % more, as in 7 → 10. */
export const moreDays = (days: number): number => Math.max(days + 1, Math.round(days * 1.4));

export function giveMoreDays(plan: PlanDefinition, key: string): Command[] {
  return commandsBetween(
    plan,
    withItem(plan, key, (item) =>
      item.due && 'anchor' in item.due
        ? [{ ...item, due: { ...item.due, offset: moreDays(item.due.offset) } }]
        : [item],
    ),
  );
}

const STEPS = [
  { key: 'draft', title: say('suggestEdits.draft'), weeksBefore: 2 },
  { key: 'revision', title: say('suggestEdits.revision'), weeksBefore: 1 },
  { key: 'final', title: say('suggestEdits.final'), weeksBefore: 0 },
] as const;

/** Draft, revision and final, each with its own date: the last keeps the task's, the others lie weeks before it. */
export function splitInSteps(plan: PlanDefinition, key: string): Command[] {
  return commandsBetween(
    plan,
    withItem(plan, key, (item) => {
      const { withSteps } = kindOf(item);
      if (!withSteps) return [item];
      const due = item.due ?? plan.stages.find(({ items }) => items.some((one) => one.key === key))?.due;
      const steps = STEPS.map(({ key: step, title, weeksBefore }): Step => {
        const date = due && weeksEarlier(due, weeksBefore);
        return { key: step, title, ...(date ? { due: date } : {}) };
      });
      return [withSteps(item, steps)];
    }),
  );
}

/** The same rule some weeks earlier, where it can be said. */
function weeksEarlier(due: DateRule, weeks: number): DateRule | undefined {
  if (weeks === 0) return due;
  if ('week' in due) return due.week - weeks >= 1 ? { ...due, week: due.week - weeks } : undefined;
  if ('fixed' in due) return undefined;
  const perUnit = { MINUTE: 10_080, HOUR: 168, DAY: 7, WORKDAY: 5, WEEK: 1, MONTH: 0 }[due.unit];
  return perUnit > 0 && due.offset - perUnit * weeks > 0 ? { ...due, offset: due.offset - perUnit * weeks } : undefined;
}

/** A rehearsal with the mentor's feedback and a case session, both after the course. */
export function addRehearsal(plan: PlanDefinition, course: Item): Command[] {
  const name = (suffix: Text) => ({
    ...(course.title['zh-CN'] === undefined ? {} : { 'zh-CN': `${bare(course.title['zh-CN'])}${suffix['zh-CN']}` }),
    ...(course.title.en === undefined ? {} : { en: `${course.title.en}: ${suffix.en}` }),
  });
  const rehearsal: ItemOf<'TASK'> = {
    key: freeKey(plan, `${course.key}-rehearsal`),
    kind: 'TASK',
    title: name(say('suggestEdits.rehearsal')),
    requirement: 'REQUIRED',
    task: { deliverable: 'TEXT', review: { by: 'MENTOR', within: 'PT24H' } },
  };
  const session: ItemOf<'MEETING'> = {
    key: freeKey(plan, `${course.key}-cases`),
    kind: 'MEETING',
    title: name(say('suggestEdits.caseSession')),
    requirement: 'REQUIRED',
    meeting: { with: 'MENTOR', minutes: 90 },
  };
  const added = withItem(plan, course.key, (item) => [item, rehearsal, session]);
  return commandsBetween(plan, {
    ...added,
    links: [
      ...(plan.links ?? []),
      { from: course.key, to: rehearsal.key, on: 'COMPLETED' },
      { from: course.key, to: session.key, on: 'COMPLETED' },
    ],
  });
}

/** 《员工绩效辅导》 → 绩效辅导 stays 员工绩效辅导: only the brackets go. */
const bare = (title: string): string => title.replace(/^《(.*)》$/, '$1');
