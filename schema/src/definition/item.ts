import { z } from 'zod';
import { dateRule, duration } from './date-rule.js';
import { key, localizedText } from './text.js';

export const ITEM_KINDS = ['COURSE', 'TASK', 'ASSESSMENT', 'APPROVAL', 'MEETING', 'SURVEY'] as const;
export const itemKind = z.enum(ITEM_KINDS);
export type ItemKind = z.infer<typeof itemKind>;

export const REQUIREMENTS = ['REQUIRED', 'ELECTIVE', 'OPTIONAL'] as const;
export const requirement = z.enum(REQUIREMENTS);
export type Requirement = z.infer<typeof requirement>;

export const reviewerRole = z.enum(['MENTOR', 'SUPERIOR', 'PEER', 'HR']);
export type ReviewerRole = z.infer<typeof reviewerRole>;

/** 0–100 everywhere. */
export const score = z.number().min(0).max(100);

/** A pluggable rule: `core/rubric`, with its own configuration. */
export const ruleUse = z.strictObject({
  use: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  with: z.record(z.string(), z.json()).optional(),
});
export type RuleUse = z.infer<typeof ruleUse>;

const courseUrl = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .optional();

/** `done: MIN_SCORE` carries its `score` beside it, as `completion: { rule: AT_LEAST, n }` does. */
export const course = z.discriminatedUnion('done', [
  z.strictObject({ url: courseUrl, done: z.enum(['MARKED', 'EXTERNAL']) }),
  z.strictObject({ url: courseUrl, done: z.literal('MIN_SCORE'), score }),
]);
export type Course = z.infer<typeof course>;

export const step = z.strictObject({ key, title: localizedText, due: dateRule.optional() });
export type Step = z.infer<typeof step>;

export const review = z.strictObject({
  by: reviewerRole,
  within: duration.optional(),
  clock: z.enum(['HOURS', 'WORKING_HOURS']).optional(),
  via: z.enum(['IN_APP', 'APPROVAL']).optional(),
});
export type Review = z.infer<typeof review>;

export const partnerRequest = z.strictObject({
  department: z.string().max(200).optional(),
  jobRole: z.string().max(200).optional(),
  count: z.int().min(1).max(20).optional(),
});
export type PartnerRequest = z.infer<typeof partnerRequest>;

export const task = z.strictObject({
  deliverable: z.enum(['DOCUMENT', 'FILE', 'LINK', 'TEXT', 'NONE']),
  steps: z.array(step).max(20).optional(),
  review: review.optional(),
  with: z.array(partnerRequest).max(10).optional(),
});
export type Task = z.infer<typeof task>;

export const assessment = z.strictObject({ passMark: score, attempts: z.int().min(1).max(100).optional() });
export type Assessment = z.infer<typeof assessment>;

export const approval = z.strictObject({
  levels: z
    .array(z.strictObject({ by: reviewerRole, mode: z.enum(['ANY', 'ALL']).optional() }))
    .min(1)
    .max(10),
});
export type Approval = z.infer<typeof approval>;

export const meeting = z.strictObject({ with: reviewerRole, minutes: z.int().min(1).max(1440).optional() });
export type Meeting = z.infer<typeof meeting>;

export const survey = z.strictObject({
  respondents: z.enum(['SUPERIOR', 'TEAM', 'LEARNER']),
  questions: z
    .array(z.strictObject({ key, text: localizedText, scale: z.int().min(2).max(10) }))
    .min(1)
    .max(50),
});
export type Survey = z.infer<typeof survey>;

/** What every item has, whatever its kind. */
const common = {
  key,
  title: localizedText,
  description: localizedText.optional(),
  requirement,
  minutes: z.int().min(0).max(100_000).optional(),
  points: z.int().min(0).max(100_000).optional(),
  opens: dateRule.optional(),
  due: dateRule.optional(),
  scorer: ruleUse.optional(),
};

export const item = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('COURSE'), course: course.optional() }),
  z.strictObject({ ...common, kind: z.literal('TASK'), task }),
  z.strictObject({ ...common, kind: z.literal('ASSESSMENT'), assessment }),
  z.strictObject({ ...common, kind: z.literal('APPROVAL'), approval }),
  z.strictObject({ ...common, kind: z.literal('MEETING'), meeting }),
  z.strictObject({ ...common, kind: z.literal('SURVEY'), survey }),
]);
export type Item = z.infer<typeof item>;
export type ItemOf<K extends ItemKind> = Extract<Item, { kind: K }>;
