import { z } from 'zod';
import { key } from '../text/index.js';
import { isPlainDate } from '../time/index.js';

/** `18:00` or `23:59:59` on the person's wall clock. */
export const plainTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/);

export const UNITS = ['MINUTE', 'HOUR', 'DAY', 'WORKDAY', 'WEEK', 'MONTH'] as const;
export const unit = z.enum(UNITS);
export type Unit = z.infer<typeof unit>;

export const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export const weekday = z.enum(WEEKDAYS);
export type Weekday = z.infer<typeof weekday>;

export const ROLLS = ['NONE', 'FOLLOWING', 'PRECEDING', 'MODIFIED_FOLLOWING'] as const;
export const roll = z.enum(ROLLS);
export type Roll = z.infer<typeof roll>;

export const personEvent = z.enum(['PROMOTED', 'FIRST_SIGN_IN']);
export type PersonEvent = z.infer<typeof personEvent>;

export const anchor = z.union([
  z.enum(['START', 'STAGE_START', 'OPENED']),
  z.strictObject({ opened: key }),
  z.strictObject({ completed: key }),
  z.strictObject({ due: key }),
  z.strictObject({ event: personEvent }),
]);
export type Anchor = z.infer<typeof anchor>;

/** A number of units from an anchor, optionally at a wall-clock time, moved off a day that is not a working day. */
export const anchoredRule = z.strictObject({
  anchor,
  offset: z.int().min(-3650).max(3650),
  unit,
  at: plainTime.optional(),
  roll: roll.optional(),
});
export type AnchoredRule = z.infer<typeof anchoredRule>;

/** A weekday of the n-th calendar week (Monday to Sunday); week 1 holds the start day. */
export const weekRule = z.strictObject({ week: z.int().min(1).max(520), weekday, at: plainTime.optional() });

/** One wall-clock time for everybody: `2026-05-01T18:00`. */
export const fixedRule = z.strictObject({
  fixed: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/)
    .refine((text) => isPlainDate(text.slice(0, 10)), { params: { hint: 'no-such-date' } }),
});

export const dateRule = z.union([anchoredRule, weekRule, fixedRule]);
export type DateRule = z.infer<typeof dateRule>;

/** How long after a link was met its target opens. */
export const lag = z.strictObject({ offset: z.int().min(0).max(3650), unit });
export type Lag = z.infer<typeof lag>;

/** ISO 8601 duration of days, hours and minutes: `PT24H`, `P2D`. */
export const duration = z.string().regex(/^P(?=\d|T\d)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/);
