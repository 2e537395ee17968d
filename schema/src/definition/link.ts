import { z } from 'zod';
import { lag } from '../calendar/index.js';
import { type LinkResult, linkResult } from '../kinds/index.js';
import { key } from '../text/index.js';

/** What must have happened to `from` before `to` opens. */
export const link = z.strictObject({ from: key, to: key, on: linkResult, lag: lag.optional() });
export type Link = z.infer<typeof link>;

/** How several links into one item combine. */
export const join = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.enum(['ALL', 'ANY']) }),
  z.strictObject({ rule: z.literal('AT_LEAST'), n: z.int().min(1).max(100) }),
]);
export type Join = z.infer<typeof join>;

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { atLeast: { n: number; of: Condition[] } }
  | { item: string; is: LinkResult }
  | { expression: string };

const CONDITION_FORMS = ['all', 'any', 'not', 'atLeast', 'item', 'expression'] as const;

/** Says which form a condition has before the forms are tried, so that a problem names the mistake and not every form. */
const oneForm = z.unknown().superRefine((value, context) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    context.addIssue({ code: 'custom', continue: false, params: { hint: 'condition-object' } });
    return;
  }
  const forms = CONDITION_FORMS.filter((form) => Object.hasOwn(value, form));
  if (forms.length !== 1)
    context.addIssue({ code: 'custom', continue: false, params: { hint: 'condition-form', forms } });
});

/** A tree over items and facts of the person; CEL over `person` at the leaves. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  oneForm.pipe(
    z.union([
      z.strictObject({ all: z.array(condition).min(1).max(50) }),
      z.strictObject({ any: z.array(condition).min(1).max(50) }),
      z.strictObject({ not: condition }),
      z.strictObject({ atLeast: z.strictObject({ n: z.int().min(1).max(50), of: z.array(condition).min(1).max(50) }) }),
      z.strictObject({ item: key, is: linkResult }),
      z.strictObject({ expression: z.string().min(1).max(1000) }),
    ]),
  ),
);
