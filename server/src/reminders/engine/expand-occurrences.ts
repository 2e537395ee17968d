import type { ReminderRecipient } from '@planwright/schema/definition';
import type { RuleOccurrence } from '@planwright/schema/rules';
import { type LogicalChannel, occurrenceId, type PlannedOccurrence } from './occurrence.js';

/** Who stands behind each role for one enrolment now; several where a department has several. Nobody = absent or empty. */
export type Recipients = Partial<Record<ReminderRecipient, readonly string[]>>;

/** What the plan says about a reminder. */
export interface ReminderUse {
  key: string;
  to: readonly ReminderRecipient[];
  channels: readonly LogicalChannel[];
}

/**
 * One occurrence for each recipient person and channel of each firing. A person in two roles gets it once, in the role named
 * first. A role without a person is left out; when that leaves nobody at all, HR gets it: a deadline is not announced to the wall.
 * @param firings all of this enrolment
 */
export function expandOccurrences(
  enrolmentId: string,
  reminder: ReminderUse,
  firings: readonly RuleOccurrence[],
  people: Recipients,
): PlannedOccurrence[] {
  const channels = new Set(reminder.channels);
  return firings.flatMap((firing) =>
    [...recipientsOf(firing.to ?? reminder.to, people)].flatMap(([recipientId, role]) =>
      [...channels].map((channel) => {
        const identity = { enrolmentId, ruleKey: reminder.key, key: firing.key, recipientId, channel };
        const planned: PlannedOccurrence = {
          ...identity,
          id: occurrenceId(identity),
          role,
          at: firing.at,
          hard: firing.hard,
          about: firing.about,
          why: firing.why,
        };
        if (firing.expiresAt !== undefined) planned.expiresAt = firing.expiresAt;
        if (firing.itemKey !== undefined) planned.itemKey = firing.itemKey;
        if (firing.stepKey !== undefined) planned.stepKey = firing.stepKey;
        return planned;
      }),
    ),
  );
}

function recipientsOf(to: readonly ReminderRecipient[], people: Recipients): Map<string, ReminderRecipient> {
  const found = new Map<string, ReminderRecipient>();
  const add = (role: ReminderRecipient): void => {
    for (const person of people[role] ?? []) if (!found.has(person)) found.set(person, role);
  };
  for (const role of to) add(role);
  if (found.size === 0) add('HR');
  return found;
}
