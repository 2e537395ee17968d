import { type Problem, problemOf, type ReminderRecipient } from '../definition/index.js';
import { type PlainDate } from '../time/index.js';
import { say } from './generated/messages.js';
import type { SimulatedDay } from './simulate.js';

/** What one person gets on one day; more is not read any more. */
export const MOST_MESSAGES_A_DAY = 5;

const ROLES: readonly ReminderRecipient[] = ['LEARNER', 'MENTOR', 'SUPERIOR', 'HR'];

interface Storm {
  date: PlainDate;
  messages: number;
  /** The reminder that sends most of them. */
  ruleKey: string;
}

/**
 * `reminder-storm` for each recipient who gets more than five messages on one day of a simulated run, named by the worst.
 * What one reminder says at one moment is one message: the sender puts it into one.
 */
export function reminderStorm(days: readonly SimulatedDay[]): Problem[] {
  const worst = new Map<string, Storm>();
  for (const day of days) {
    for (const [role, storm] of stormsOn(day)) {
      if (storm.messages > (worst.get(role)?.messages ?? MOST_MESSAGES_A_DAY)) worst.set(role, storm);
    }
  }
  return ROLES.flatMap((role) => {
    const storm = worst.get(role);
    if (!storm) return [];
    const { date, messages, ruleKey } = storm;
    return [
      problemOf(
        'reminder-storm',
        ['reminders', ruleKey],
        say('reminderStorm.wouldGetMessages', {
          role: say(`reminderStorm.${role}`),
          date,
          messages,
          startsOn: days[0]?.date ?? '',
          ruleKey,
        }),
      ),
    ];
  });
}

function stormsOn({ date, events }: SimulatedDay): Map<string, Storm> {
  const byRole = new Map<string, Map<string, Set<string>>>();
  for (const { kind, to, at, ruleKey = '' } of events) {
    if (kind !== 'REMINDER') continue;
    for (const role of to) {
      const rules = byRole.get(role) ?? new Map<string, Set<string>>();
      rules.set(ruleKey, (rules.get(ruleKey) ?? new Set<string>()).add(at));
      byRole.set(role, rules);
    }
  }
  return new Map(
    [...byRole].map(([role, rules]) => {
      const most = [...rules].reduce((a, b) => (b[1].size > a[1].size ? b : a));
      const messages = [...rules.values()].reduce((sum, moments) => sum + moments.size, 0);
      return [role, { date, messages, ruleKey: most[0] }];
    }),
  );
}
