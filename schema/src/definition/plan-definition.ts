import { z } from 'zod';
import { dateRule } from '../calendar/index.js';
import { item, ruleUse } from '../kinds/index.js';
import { key, localizedText } from '../text/index.js';
import { condition, join, link } from './link.js';

export const FORMAT = 'planwright/1';

export const stageCompletion = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.enum(['ALL', 'ALL_IN_ORDER']) }),
  z.strictObject({ rule: z.literal('AT_LEAST'), n: z.int().min(1).max(1000) }),
  z.strictObject({ rule: z.literal('MIN_POINTS'), n: z.int().min(1).max(1_000_000) }),
]);
export type StageCompletion = z.infer<typeof stageCompletion>;

export const stage = z.strictObject({
  key,
  title: localizedText,
  description: localizedText.optional(),
  opens: dateRule.optional(),
  due: dateRule.optional(),
  completion: stageCompletion.optional(),
  items: z.array(item).max(500),
});
export type Stage = z.infer<typeof stage>;

export const electiveGroup = z.strictObject({
  key,
  title: localizedText.optional(),
  from: z.array(key).min(1).max(100),
  choose: z.int().min(1).max(100),
});
export type ElectiveGroup = z.infer<typeof electiveGroup>;

export const reminderRecipient = z.enum(['LEARNER', 'MENTOR', 'SUPERIOR', 'HR']);
export type ReminderRecipient = z.infer<typeof reminderRecipient>;

export const reminder = ruleUse.extend({
  key,
  to: z.array(reminderRecipient).min(1),
  channels: z.array(z.enum(['chat', 'email', 'sms', 'todo', 'inbox'])).min(1),
});
export type Reminder = z.infer<typeof reminder>;

export const audience = z.strictObject({
  jobRoles: z.array(z.string().max(200)).max(200).optional(),
  departments: z.array(z.string().max(200)).max(200).optional(),
  when: z.string().min(1).max(1000).optional(),
});

export const outcome = z.strictObject({
  metric: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  baseline: z.boolean().optional(),
  smallestEffect: z.number().positive().optional(),
});

/** The document of docs/plan-language.md section 1. Strict: unknown properties are refused by name. */
export const planDefinition = z.strictObject({
  format: z.literal(FORMAT),
  key,
  title: localizedText,
  description: localizedText.optional(),
  audience: audience.optional(),
  calendar: z.string().max(64).optional(),
  stages: z.array(stage).max(100),
  electives: z.array(electiveGroup).max(200).optional(),
  links: z.array(link).max(5000).optional(),
  joins: z.record(key, join).optional(),
  conditions: z.record(key, condition).optional(),
  reminders: z.array(reminder).max(200).optional(),
  scoring: ruleUse.optional(),
  outcomes: z.array(outcome).max(100).optional(),
  grants: z.array(z.string().max(64)).max(50).optional(),
});
export type PlanDefinition = z.infer<typeof planDefinition>;
