import { beforeDue } from './before-due.js';
import { dayOne } from './day-one.js';
import { feedbackDue } from './feedback-due.js';
import { monthAhead } from './month-ahead.js';
import { overdue } from './overdue.js';
import { stageOpened } from './stage-opened.js';
import { weekly } from './weekly.js';

/** By the key that plans name them with: `core/weekly`. */
export const reminderRules = {
  'day-one': dayOne,
  weekly,
  'before-due': beforeDue,
  overdue,
  'feedback-due': feedbackDue,
  'stage-opened': stageOpened,
  'month-ahead': monthAhead,
};
