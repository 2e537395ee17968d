import { z } from 'zod';
import { approvalKind, approvalShape } from './approval.js';
import { assessmentKind, assessmentShape } from './assessment.js';
import { courseKind, courseShape } from './course.js';
import type { Judgement, KeyedList, Kind, NamedResult, ReviewLevel } from './kind.js';
import { meetingKind, meetingShape } from './meeting.js';
import { surveyKind, surveyShape } from './survey.js';
import { type Step, taskKind, taskShape } from './task.js';

/** Every kind of item, in the order in which people are offered them. */
export const KINDS = {
  COURSE: courseKind,
  TASK: taskKind,
  ASSESSMENT: assessmentKind,
  APPROVAL: approvalKind,
  MEETING: meetingKind,
  SURVEY: surveyKind,
} as const;

export const item = z.discriminatedUnion('kind', [
  courseShape,
  taskShape,
  assessmentShape,
  approvalShape,
  meetingShape,
  surveyShape,
]);
export type Item = z.infer<typeof item>;
export type ItemKind = Item['kind'];
export type ItemOf<K extends ItemKind> = Extract<Item, { kind: K }>;

/** A kind that is in one list and not in the other does not compile. */
type Listed = keyof typeof KINDS;
type Missing = Exclude<Listed, ItemKind> | Exclude<ItemKind, Listed>;
const complete: [Missing] extends [never] ? true : Missing = true;
void complete;

export const ITEM_KINDS = Object.keys(KINDS) as [ItemKind, ...ItemKind[]];
export const itemKind = z.enum(ITEM_KINDS);

/** What its kind says of an item. The list is by kind, so each is asked about its own items alone. */
export const kindOf = (of: Pick<Item, 'kind'>): Kind<Item> => KINDS[of.kind] as unknown as Kind<Item>;

/** One value for each kind. */
export const mapKinds = <T>(make: (kind: Kind<Item>, name: ItemKind) => T): Record<ItemKind, T> =>
  Object.fromEntries(ITEM_KINDS.map((name) => [name, make(kindOf({ kind: name }), name)])) as Record<ItemKind, T>;

/** The property that carries what is the kind's own: `task`. */
export const blockOf = (of: Pick<Item, 'kind'>): string => of.kind.toLowerCase();

/** Empty where the kind has none. */
export const stepsOf = (of: Item): readonly Step[] => kindOf(of).steps?.(of) ?? [];
export const listsOf = (of: Item): readonly KeyedList[] => kindOf(of).lists?.(of) ?? [];
export const levelsOf = (of: Item): readonly ReviewLevel[] => kindOf(of).levels?.(of) ?? [];
export const resultsOf = (of: Item): ReadonlySet<NamedResult> => new Set(kindOf(of).results(of));

/** The score that decides about an item; undefined where none does. */
export const judgementOf = (of: Item): Judgement | undefined => kindOf(of).judgement?.(of);

/** Learners hand something in, and it may wait for a review. */
export const isHandedIn = (of: Item): boolean => kindOf(of).closedBy(of) === 'SUBMIT';

/** Kinds that may have steps, whether this item has some or not. */
export const hasSteps = (of: Item): boolean => kindOf(of).withSteps !== undefined;

/** Working time in minutes; 0 where nobody said. */
export const minutesOf = (of: Item): number => of.minutes ?? kindOf(of).ownMinutes?.(of) ?? 0;

/** What learners submit; undefined where the kind asks for nothing in particular. */
export const deliverableOf = (of: Item) => kindOf(of).deliverable?.(of);

/** Another system or other people report it. */
export const isReported = (of: Item): boolean => kindOf(of).isReported?.(of) ?? false;

export { type Approval, approval } from './approval.js';
export { type Assessment, assessment } from './assessment.js';
export { type Course, course } from './course.js';
export type {
  ClosingAct,
  Judgement,
  KeyedEntry,
  KeyedList,
  Kind,
  NamedResult,
  ReviewLevel,
  Sample,
  Words,
} from './kind.js';
export { type LinkResult, linkResult } from './link-result.js';
export { type Meeting, meeting } from './meeting.js';
export {
  REQUIREMENTS,
  type Requirement,
  type ReviewerRole,
  type RuleUse,
  requirement,
  reviewerRole,
  ruleUse,
  score,
} from './shared.js';
export { type Survey, survey } from './survey.js';
export { type PartnerRequest, partnerRequest, type Review, review, type Step, step, type Task, task } from './task.js';
