import { beforeDue } from './before-due.js';
import { dayOne } from './day-one.js';
import { weekly } from './weekly.js';

/** By the key that plans name them with: `core/weekly`. */
export const reminderRules = { 'day-one': dayOne, weekly, 'before-due': beforeDue };
