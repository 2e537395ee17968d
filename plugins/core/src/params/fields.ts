import { field as formField, type Text } from '@planwright/plugin-sdk';
import { z } from 'zod';
import { say } from '../generated/messages.js';

/** What a form shows for a field: its title and a hint in both languages. */
export const field = (title: Text, hint?: Text): Record<string, unknown> => formField(title, hint ? { hint } : {});

/** Labels of the values of a choice, for forms. */
type Labels<T extends string> = Record<T, Text>;

const HOLIDAYS = {
  SKIP: say('fields.SKIP'),
  NEXT: say('fields.NEXT'),
  PREVIOUS: say('fields.PREVIOUS'),
} satisfies Labels<string>;

/** What becomes of an announcement that falls on a day that is no working day. */
export type Holidays = keyof typeof HOLIDAYS;

export const holidays = (usual: Holidays) =>
  z
    .enum(['SKIP', 'NEXT', 'PREVIOUS'])
    .default(usual)
    .meta({
      ...field(say('fields.dayOff'), say('fields.workingDayCalendar')),
      labels: HOLIDAYS,
    });

/** Wall-clock time in the person's zone. */
export const announceAt = (usual = '09:00') =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default(usual)
    .meta(field(say('fields.time'), say('fields.timeZoneLearner')));

const UNITS = {
  DAY: say('fields.DAY'),
  WORKDAY: say('fields.WORKDAY'),
} satisfies Labels<string>;

export type DayUnit = keyof typeof UNITS;

export const dayUnit = (usual: DayUnit) =>
  z
    .enum(['DAY', 'WORKDAY'])
    .default(usual)
    .meta({ ...field(say('fields.daysCounted')), labels: UNITS });
