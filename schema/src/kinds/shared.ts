import { z } from 'zod';
import { dateRule } from '../calendar/index.js';
import { key, localizedText } from '../text/index.js';

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

/** What every item has, whatever its kind. */
export const common = {
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
