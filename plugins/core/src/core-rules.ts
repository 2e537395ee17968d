import type { ReminderRule } from '@planwright/plugin-sdk';
import type { OccurrencesOf } from '@planwright/schema/rules';
import type { z } from 'zod';
import { reminderRules } from './rules/index.js';

/** A rule that reads its settings first, as the host does. @throws ZodError for settings that its schema refuses */
const withSettings =
  <P extends z.ZodObject>(rule: ReminderRule<P>): OccurrencesOf =>
  (people, settings, environment) =>
    rule.occurrences(people, rule.params.parse(settings), environment);

/** The reminder rules by their name in plans, for simulations within one process. */
export const coreRules: Record<string, OccurrencesOf> = Object.fromEntries(
  Object.entries(reminderRules).map(([key, rule]) => [`core/${key}`, withSettings(rule as ReminderRule)]),
);
