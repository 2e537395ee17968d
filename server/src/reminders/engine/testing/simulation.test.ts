import { beforeAll, describe, expect, test } from '@jest/globals';
import { core, coreRules } from '@planwright/plugin-core';
import type { PlanDefinition } from '@planwright/schema/definition';
import type { CatchUp } from '@planwright/schema/rules';
import { loadTemplates } from '@planwright/seeds';
import { checkSimulated, runForChecker } from './check-simulated.js';
import { type CheckedRun, checkRun } from './checker.js';
import type { Conduct } from './conduct.js';
import { type RuleSet, troubledScenario } from './scenarios.js';
import { type Simulated, simulateReminders } from './simulate-reminders.js';
import { type Faults, ZONES } from './world.js';

const ruleSet: RuleSet = {
  rules: coreRules,
  catchUp: Object.fromEntries(
    Object.entries(core.reminderRules ?? {}).map(([key, { catchUp }]): [string, CatchUp] => [`core/${key}`, catchUp]),
  ),
};
let retail: PlanDefinition;
beforeAll(async () => {
  const template = (await loadTemplates()).find(({ key }) => key === 'retail-new-manager');
  if (!template) throw new Error('No retail plan');
  retail = template.definition;
});

const run = (people: number, conduct: Conduct, faults: Partial<Faults> = {}, seed = 1): Simulated =>
  simulateReminders({
    seed,
    people,
    weeks: 12,
    conduct,
    definition: retail,
    ...ruleSet,
    faults,
    // As in a workspace without a mail integration: both lead to one place, where channels drop equal content.
    channels: { chat: { how: 'content', window: 'day' } },
    routes: { email: 'chat' },
  });
const rowsOf = ({ ledger }: Simulated) => [...ledger.occurrences.values()];
const shown = ({ log }: Simulated): number => log.filter(({ effect }) => effect).length;

describe('twelve weeks', () => {
  test('of 200 managers of all kinds: 70 % fewer messages than one per rule firing, and no deadline unannounced', () => {
    const mixed = run(200, 'MIXED');
    expect(checkSimulated(mixed)).toEqual([]);
    // What rules fire for a plan by its dates alone, each to each recipient on each channel: reminders that know of no progress. People who
    // do nothing get the same whoever they are, so ten stand for two hundred.
    const firings = rowsOf(run(10, 'NOBODY')).length * 20;
    expect(shown(mixed)).toBeLessThanOrEqual(0.3 * firings);
    const deadlines = rowsOf(mixed).filter(({ hard }) => hard);
    expect(deadlines.length).toBeGreaterThan(1000);
    // Only a review that was asked for and owed between two closings (over a weekend, say) is not announced before it is late; that
    // there was no open minute, the checker has made sure.
    for (const { state, ruleKey } of deadlines)
      if (state !== 'SENT' && state !== 'SUPPRESSED') expect([state, ruleKey]).toEqual(['EXPIRED', 'feedback']);
  });

  test('happen again in the same way for the same seed, and otherwise for another', () => {
    const story = (seed: number): string =>
      JSON.stringify([...simulateReminders(troubledScenario(seed, 8, retail, ruleSet)).ledger.occurrences.values()]);
    expect(story(7)).toBe(story(7));
    expect(story(7)).not.toBe(story(8));
  });

  test.each([3, 15])(
    'with an outage of %d days: of each rule and person the latest, deadlines that have not passed, and the rest expired',
    (outageDays) => {
      const outage = run(15, 'NOBODY', { outageDays });
      expect(checkSimulated(outage)).toEqual([]);
      const [away] = outage.world.outages;
      const missed = rowsOf(outage).filter(({ deliverAt }) => away && deliverAt >= away.from && deliverAt < away.until);
      expect(missed.length).toBeGreaterThan(0);
      const caughtUp = new Map<string, number>();
      for (const { state, hard, ruleKey, recipientId, channel } of missed) {
        expect(['SENT', 'EXPIRED', 'SUPPRESSED']).toContain(state);
        const series = `${ruleKey} ${recipientId} ${channel}`;
        if (ruleKey === 'monday' && !hard && state === 'SENT') caughtUp.set(series, (caughtUp.get(series) ?? 0) + 1);
      }
      // LATEST is the weekly list's policy; one that is of yesterday is out of date.
      for (const times of caughtUp.values()) expect(times).toBe(1);
      expect(missed.some(({ state }) => state === 'EXPIRED')).toBe(true);
    },
  );

  test('keep to everybody’s own hours over the changes of clocks in twelve zones', () => {
    for (const startsOn of ['2025-09-22', '2026-02-23']) {
      const world = simulateReminders({
        ...troubledScenario(3, 24, retail, ruleSet),
        faults: {},
        zones: ZONES,
        startsOn,
      });
      expect(checkSimulated(world)).toEqual([]);
      expect(new Set([...world.world.people.values()].map(({ zone }) => zone)).size).toBeGreaterThanOrEqual(12);
    }
  });

  test('send nothing early where workers’ clocks run ahead by two hours or forty days', () => {
    const skews = [0, 7_200_000, -7_200_000, 40 * 86_400_000, -40 * 86_400_000];
    const skewed = run(12, 'MIXED', { skews });
    expect(checkSimulated(skewed)).toEqual([]);
    const story = (one: Simulated) =>
      rowsOf(one)
        .map(({ id, state, history }) => `${id} ${state} ${history.at(-1)?.at}`)
        .sort();
    expect(story(skewed)).toEqual(story(run(12, 'MIXED')));
  });
});

describe('the checker', () => {
  let sound: CheckedRun;
  beforeAll(() => {
    sound = runForChecker(run(10, 'MIXED'));
  });
  const verdict = (changes: Partial<CheckedRun>): string =>
    checkRun({ ...sound, ...changes })[0]?.slice(0, 2) ?? 'sound';
  const first = <T>(list: readonly T[]): T => list[0] as T;
  const changed = <T>(list: readonly T[], change: Partial<T>): T[] => [{ ...first(list), ...change }, ...list.slice(1)];

  test('finds a sound run sound', () => {
    expect(sound.log.length).toBeGreaterThan(50);
    expect(verdict({})).toBe('sound');
  });

  test.each<[string, string, () => Partial<CheckedRun>]>([
    ['P1', 'a message shown twice', () => ({ log: [...sound.log, first(sound.log)] })],
    ['P1', 'a message that a provider dropped in silence', () => ({ log: changed(sound.log, { effect: false }) })],
    ['P1', 'a message that nobody recorded', () => ({ log: changed(sound.log, { key: 'unknown' }) })],
    ['P1', 'one that is called sent and was lost', () => ({ log: sound.log.slice(1) })],
    [
      'P2',
      'an end after the end',
      () => ({
        occurrences: changed(sound.occurrences, {
          history: [...first(sound.occurrences).history, { at: sound.endAt, act: 'expire', state: 'EXPIRED' }],
        }),
      }),
    ],
    [
      'P2',
      'an occurrence that never ends',
      () => ({
        occurrences: changed(sound.occurrences, {
          state: 'PLANNED',
          history: first(sound.occurrences).history.slice(0, 1),
        }),
      }),
    ],
    [
      'P2',
      'one that ends late',
      () => ({
        occurrences: changed(sound.occurrences, {
          history: [
            first(sound.occurrences).history[0],
            { at: sound.endAt, act: 'accept', state: 'SENT' },
          ] as CheckedRun['occurrences'][number]['history'],
        }),
      }),
    ],
    [
      'P3',
      'a message at night',
      () => ({ log: changed(sound.log, { calledAt: `${first(sound.log).calledAt.slice(0, 10)}T15:00:00.000Z` }) }),
    ],
    [
      'P3',
      'a message too early',
      () => ({
        occurrences: sound.occurrences.map((row) => ({
          ...row,
          at: `2030${row.at.slice(4)}`,
          deliverAt: `2030${row.deliverAt.slice(4)}`,
        })),
      }),
    ],
    [
      'P3',
      'a message to somebody whose account is closed',
      () => ({
        people: new Map(
          [...sound.people].map(([id, person]) => [id, { ...person, revokedAt: '2020-01-01T00:00:00.000Z' }]),
        ),
      }),
    ],
    [
      'P3',
      'a message after somebody left',
      () => ({
        enrolments: new Map(
          [...sound.enrolments].map(([id, { events }]) => [
            id,
            { events: [...events, { type: 'cancelled', recordedAt: first(events).recordedAt, data: {} }] },
          ]),
        ),
      }),
    ],
    ['P4', 'a wrong count of days', () => ({ daysBefore: { 'before-due': 1 } })],
    [
      'P5',
      'an occurrence planned twice',
      () => ({ occurrences: [...sound.occurrences, { ...first(sound.occurrences), id: 'other' }] }),
    ],
    [
      'P6',
      'an occurrence of another version',
      () => ({ occurrences: changed(sound.occurrences, { versionId: 'v2' }) }),
    ],
    [
      'HA',
      'a deadline that nobody announced',
      () => ({
        occurrences: sound.occurrences.map((row) =>
          row.hard && row.state === 'SUPPRESSED' ? { ...row, state: 'EXPIRED', reasonCode: 'missed' } : row,
        ),
      }),
    ],
  ])('names %s: %s', (property, _fault, tamper) => {
    expect(verdict(tamper())).toBe(property);
  });
});
