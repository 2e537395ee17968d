import fc from 'fast-check';
import type { DateRule } from '../calendar/date-rule.js';
import { ITEM_KINDS, type ItemKind } from '../kinds/index.js';
import type { Sample } from '../kinds/kind.js';
import type { Requirement } from '../kinds/shared.js';
import type { LocalizedText } from '../text/text.js';

/** What an item of a random plan is made from. */
export interface Draft extends Sample {
  kind: ItemKind;
  requirement: Requirement;
  minutes: number | undefined;
  points: number | undefined;
  due: DateRule | undefined;
  delay: number | undefined;
  title: LocalizedText;
}

const arbitraryTitle: fc.Arbitrary<LocalizedText> = fc.record({
  'zh-CN': fc.constantFrom('沟通', '团队会议', '绩效辅导', '门店诊断', '客户资源'),
  en: fc.constantFrom('Talking', 'Meetings', 'Coaching', 'Diagnosis', 'Customers'),
});

const arbitraryTime = fc.constantFrom('09:00', '18:00', '23:59:59');

/** Due dates that lie well after any opening of the generated plans. */
const arbitraryDue: fc.Arbitrary<DateRule> = fc.oneof(
  fc.record({
    week: fc.integer({ min: 20, max: 40 }),
    weekday: fc.constantFrom('MON', 'FRI', 'SUN'),
    at: arbitraryTime,
  }),
  fc.record({
    anchor: fc.constant('OPENED' as const),
    offset: fc.integer({ min: 10, max: 40 }),
    unit: fc.constantFrom('DAY', 'WORKDAY'),
    at: arbitraryTime,
    roll: fc.constantFrom('NONE', 'FOLLOWING'),
  }),
  fc.record({
    anchor: fc.constant('START' as const),
    offset: fc.integer({ min: 20, max: 40 }),
    unit: fc.constantFrom('WEEK'),
  }),
);

/** The value, or undefined. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

export const arbitraryDraft: fc.Arbitrary<Draft> = fc.record({
  // Courses and tasks are what most plans are made of.
  kind: fc.constantFrom<ItemKind>('COURSE', 'TASK', ...ITEM_KINDS),
  requirement: fc.constantFrom('REQUIRED', 'REQUIRED', 'REQUIRED', 'OPTIONAL', 'ELECTIVE'),
  minutes: maybe(fc.integer({ min: 10, max: 240 })),
  points: maybe(fc.integer({ min: 1, max: 10 })),
  due: maybe(arbitraryDue),
  delay: maybe(fc.integer({ min: 0, max: 10 })),
  title: arbitraryTitle,
  passMark: fc.integer({ min: 0, max: 100 }),
  attempts: maybe(fc.integer({ min: 1, max: 3 })),
  review: fc.boolean(),
  steps: fc.integer({ min: 0, max: 3 }),
  minScore: fc.boolean(),
});
