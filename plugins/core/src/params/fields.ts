import { field as formField } from '@planwright/plugin-sdk';
import { z } from 'zod';

/** What a form shows for a field: its title and a hint in both languages. */
export const field = (zh: string, en: string, hint?: { zh: string; en: string }): Record<string, unknown> =>
  formField({ 'zh-CN': zh, en }, hint ? { hint: { 'zh-CN': hint.zh, en: hint.en } } : {});

/** Labels of the values of a choice, for forms. */
type Labels<T extends string> = Record<T, { 'zh-CN': string; en: string }>;

const HOLIDAYS = {
  SKIP: { 'zh-CN': '不提醒', en: 'No reminder' },
  NEXT: { 'zh-CN': '推迟到下一个工作日', en: 'The next working day' },
  PREVIOUS: { 'zh-CN': '提前到前一个工作日', en: 'The working day before' },
} satisfies Labels<string>;

/** What becomes of an announcement that falls on a day that is no working day. */
export type Holidays = keyof typeof HOLIDAYS;

export const holidays = (usual: Holidays) =>
  z
    .enum(['SKIP', 'NEXT', 'PREVIOUS'])
    .default(usual)
    .meta({
      ...field('遇到休息日', 'On a day off', {
        zh: '周末和节假日按计划的工作日历，调休上班日算工作日。',
        en: 'By the working-day calendar of the plan; weekend days that are worked count as working days.',
      }),
      labels: HOLIDAYS,
    });

/** Wall-clock time in the person's zone. */
export const announceAt = (usual = '09:00') =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default(usual)
    .meta(field('提醒时间', 'Time', { zh: '学员所在时区的时间。', en: 'In the time zone of the learner.' }));

const UNITS = {
  DAY: { 'zh-CN': '自然日', en: 'Calendar days' },
  WORKDAY: { 'zh-CN': '工作日', en: 'Working days' },
} satisfies Labels<string>;

export type DayUnit = keyof typeof UNITS;

export const dayUnit = (usual: DayUnit) =>
  z
    .enum(['DAY', 'WORKDAY'])
    .default(usual)
    .meta({ ...field('按什么天数算', 'Days counted'), labels: UNITS });
