import { type Problem, problemOf, type ReminderRecipient } from '../definition/index.js';
import type { PlainDate } from '../time/index.js';
import type { SimulatedDay } from './simulate.js';

/** What one person gets on one day; more is not read any more. */
export const MOST_MESSAGES_A_DAY = 5;

const ROLE_WORDS: Record<ReminderRecipient, { zh: string; en: string }> = {
  LEARNER: { zh: '学员', en: 'The learner' },
  MENTOR: { zh: '导师', en: 'The mentor' },
  SUPERIOR: { zh: '上级', en: 'The superior' },
  HR: { zh: 'HR', en: 'HR' },
};

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
  return Object.entries(ROLE_WORDS).flatMap(([role, words]) => {
    const storm = worst.get(role);
    if (!storm) return [];
    const { date, messages, ruleKey } = storm;
    return [
      problemOf(
        'reminder-storm',
        ['reminders', ruleKey],
        `${words.zh}在 ${date} 一天会收到 ${messages} 条提醒（按 ${days[0]?.date} 开始推算），最多的来自「${ruleKey}」。合并提醒，或把日期错开。`,
        `${words.en} would get ${messages} messages on ${date} (for a start on ${days[0]?.date}), most of them from “${ruleKey}”. Merge reminders, or spread the dates.`,
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
