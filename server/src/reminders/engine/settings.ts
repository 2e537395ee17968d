import type { PlainTime } from '@planwright/schema/time';

/** How a workspace reminds; each in the recipient's own zone. */
export interface ReminderSettings {
  quietFrom: PlainTime;
  quietUntil: PlainTime;
  workingDaysOnly: boolean;
  /** Times of day at which messages are collected, ascending. */
  slots: readonly PlainTime[];
  /** Messages a person gets on one day, over all channels but the inbox; deadlines go out beyond it. */
  dailyBudget: number;
}

export const DEFAULT_SETTINGS: ReminderSettings = {
  quietFrom: '21:00',
  quietUntil: '08:00',
  workingDaysOnly: true,
  slots: ['09:00', '14:00'],
  dailyBudget: 4,
};

/** The planner asks rules this far ahead: what changes later is planned again, what is further off is nobody's concern yet. */
export const PLANNING_HORIZON_MS = 48 * 3_600_000;
