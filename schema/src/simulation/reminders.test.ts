import { describe, expect, test } from '@jest/globals';
import { CN_ENVIRONMENT } from '../testing/person.js';
import { course, plan, stage } from '../testing/plan-builder.js';
import { sampleRules } from '../testing/sample-rules.js';
import { askRules, reminderEvents, ruleCalls } from './reminder-events.js';
import { reminderStorm } from './reminder-storm.js';
import { runSimulation, simulate, simulatedDays, walkSample } from './simulate.js';

const definition = plan(
  [
    stage('first', [
      course('a', { due: { week: 1, weekday: 'WED', at: '18:00' } }),
      course('b', { due: { week: 2, weekday: 'FRI', at: '18:00' } }),
    ]),
  ],
  {
    reminders: [
      {
        key: 'daily',
        use: 'sample/hourly',
        with: { times: ['09:00', '18:00'] },
        to: ['LEARNER', 'MENTOR'],
        channels: ['chat'],
      },
      { key: 'unknown', use: 'sample/none', to: ['HR'], channels: ['chat'] },
    ],
  },
);
const MONDAY = { startsOn: '2026-01-05', zone: 'Asia/Shanghai' };
const environment = { ...CN_ENVIRONMENT, rules: sampleRules };

describe('a simulation with reminders', () => {
  const { days } = runSimulation(definition, MONDAY, environment);
  const reminders = days.flatMap(({ events }) => events.filter(({ kind }) => kind === 'REMINDER'));

  test('has each message once, at its time, until the plan is completed', () => {
    // Twelve days to Friday of the second week; at 18:00 of that day everything is done.
    expect(reminders).toHaveLength(12 * 2 - 1);
    expect(reminders.at(-1)?.at).toBe('2026-01-16T01:00:00.000Z');
    expect(reminders[0]).toMatchObject({
      ruleKey: 'daily',
      to: ['LEARNER', 'MENTOR'],
      text: { en: '2026-01-05 09:00' },
    });
  });

  test('is the same where another process answers for the rules', () => {
    const walked = walkSample(definition, MONDAY, CN_ENVIRONMENT);
    for (const [i, { from }] of walked.snapshots.entries()) {
      if (i > 0) expect(walked.snapshots[i - 1]?.until).toBe(from);
    }
    const calls = ruleCalls(definition, walked.snapshots, CN_ENVIRONMENT);
    const answers = askRules(JSON.parse(JSON.stringify(calls)), sampleRules);
    const events = [...walked.events, ...reminderEvents(calls, answers)];
    expect(simulatedDays(definition, events, MONDAY, CN_ENVIRONMENT)).toEqual(days);
  });

  test('goes on for a month with somebody who does nothing, or to the end that was asked for', () => {
    const lastOf = (settings: object) => {
      const seen = simulate(definition, { ...MONDAY, actions: [], ...settings }, environment);
      return seen.flatMap(({ events }) => events.filter(({ kind }) => kind === 'REMINDER')).at(-1)?.at;
    };
    // The plan is due on 16 January at 18:00; what changes last is one millisecond later.
    expect(lastOf({})).toBe('2026-02-16T10:00:00.000Z');
    expect(lastOf({ until: '2026-01-20' })).toBe('2026-01-20T10:00:00.000Z');
  });

  test('without rules it is what it was', () => {
    const kinds = simulate(definition, MONDAY, CN_ENVIRONMENT).flatMap(({ events }) => events.map(({ kind }) => kind));
    expect(kinds).not.toContain('REMINDER');
    expect(
      days.flatMap(({ events }) => events.filter(({ kind }) => kind !== 'REMINDER').map(({ kind }) => kind)),
    ).toEqual(kinds);
  });

  test('five messages a day are no storm, six are, and what one reminder says at one moment is one', () => {
    const [day] = days;
    const [reminder] = reminders;
    if (!day || !reminder) throw new Error('Nothing was simulated');
    const at = (hour: number) => ({ ...reminder, to: ['LEARNER'], at: `2026-01-05T0${hour}:00:00.000Z` });
    const codes = (hours: number[]) =>
      reminderStorm([{ ...day, events: hours.map(at) }]).map(({ code, path }) => [code, ...path]);
    expect(codes([1, 2, 3, 4, 5])).toEqual([]);
    expect(codes([1, 1, 1, 1, 1, 1, 1])).toEqual([]);
    expect(codes([1, 2, 3, 4, 5, 6])).toEqual([['reminder-storm', 'reminders', 'daily']]);
  });
});
