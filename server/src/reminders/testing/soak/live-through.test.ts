import { beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import { loadTemplates } from '@planwright/seeds';
import { cloneDatabase } from '../../../testing/cluster.js';
import { type CheckedRun, checkRun } from './checker.js';
import type { Conduct } from './conduct.js';
import { type Lived, liveThrough } from './live-through.js';
import { type Faults, type QuarterSettings, troubledQuarter, ZONES } from './quarter-settings.js';

let retail: PlanDefinition;
beforeAll(async () => {
  const template = (await loadTemplates()).find(({ key }) => key === 'retail-new-manager');
  if (!template) throw new Error('No retail plan');
  retail = template.definition;
});

async function live(settings: QuarterSettings): Promise<Lived> {
  const database = await cloneDatabase();
  try {
    return await liveThrough(database, settings);
  } finally {
    await database.drop();
  }
}
const run = (people: number, conduct: Conduct, faults: Partial<Faults> = {}, seed = 1): Promise<Lived> =>
  live({
    seed,
    people,
    weeks: 12,
    conduct,
    definition: retail,
    faults,
    // As in a workspace without a mail integration: both lead to one place, where channels drop equal content.
    kinds: { chat: { how: 'content', window: 'day' } },
    emailTo: 'chat',
  });

describe('twelve weeks', () => {
  test('of 24 managers of all kinds: 70 % fewer messages than one per rule firing, and no deadline unannounced', async () => {
    const { run: mixed } = await run(24, 'MIXED');
    expect(checkRun(mixed)).toEqual([]);
    // What rules fire for a plan by its dates alone, each to each recipient on each channel: reminders that know of no progress. People who
    // do nothing get the same whoever they are, so two stand for all.
    const firings = (await run(2, 'NOBODY')).run.occurrences.length * 12;
    const notices = new Set(mixed.notices.map(({ deliveryKey }) => deliveryKey));
    const shown = mixed.log.filter(({ effect, key }) => effect && !notices.has(key)).length;
    expect(shown).toBeLessThanOrEqual(0.3 * firings);
    const deadlines = mixed.occurrences.filter(({ hard }) => hard);
    expect(deadlines.length).toBeGreaterThan(120);
    // Only a review that was asked for and owed between two closings (over a weekend, say) is not announced before it is late; that
    // there was no open minute, the checker has made sure.
    for (const { state, ruleKey } of deadlines)
      if (state !== 'SENT' && state !== 'SUPPRESSED') expect([state, ruleKey]).toEqual(['EXPIRED', 'feedback']);
  });

  test('have people do the same for the same seed, and otherwise for another', async () => {
    const story = async (seed: number): Promise<string> =>
      JSON.stringify([...(await live(troubledQuarter(seed, 3, retail))).run.enrolments]);
    const once = await story(7);
    expect((await story(7)) === once).toBe(true);
    expect((await story(8)) === once).toBe(false);
  });

  test.each([
    [3, 4],
    [15, 2],
  ])(
    'with an outage of %d days: of each rule and person the latest, deadlines that have not passed, and the rest expired',
    async (outageDays, seed) => {
      const { run: outage } = await run(4, 'NOBODY', { outageDays }, seed);
      expect(checkRun(outage)).toEqual([]);
      const [away] = outage.outages;
      const missed = outage.occurrences.filter(
        ({ deliverAt }) => away && deliverAt >= away.from && deliverAt < away.until,
      );
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

  test('keep to everybody’s own hours over the changes of clocks in twelve zones', async () => {
    for (const startsOn of ['2025-09-22', '2026-02-23']) {
      const { run: world } = await live({
        ...troubledQuarter(3, 24, retail),
        // All of these zones change their clocks within these weeks.
        weeks: 4,
        faults: {},
        zones: ZONES,
        startsOn,
      });
      expect(checkRun(world)).toEqual([]);
      expect(new Set([...world.people.values()].map(({ zone }) => zone)).size).toBeGreaterThanOrEqual(12);
    }
  });

  test('are the same where a second worker comes along whose clock is two hours or forty days behind', async () => {
    const behindMs = [7_200_000, 40 * 86_400_000];
    const { run: skewed } = await run(5, 'MIXED', { behindMs });
    expect(checkRun(skewed)).toEqual([]);
    const story = (one: CheckedRun) =>
      one.occurrences.map(({ id, state, history }) => `${id} ${state} ${history.at(-1)?.at}`);
    expect(story(skewed)).toEqual(story((await run(5, 'MIXED')).run));
  });
});

describe('the checker', () => {
  let sound: CheckedRun;
  beforeAll(async () => {
    sound = (await run(6, 'MIXED')).run;
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
          history: [...first(sound.occurrences).history, { at: sound.endAt, state: 'EXPIRED' }],
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
            { at: sound.endAt, state: 'SENT' },
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
      () => ({ occurrences: changed(sound.occurrences, { ruleKey: 'before-due-2' }) }),
    ],
    [
      'HA',
      'a deadline that nobody announced',
      () => ({
        occurrences: sound.occurrences.map((row) =>
          row.hard && row.state === 'SUPPRESSED' && row.deliveryKey === null
            ? { ...row, state: 'EXPIRED', reasonCode: 'missed' }
            : row,
        ),
      }),
    ],
    [
      'CA',
      'a day with more messages than its budget',
      () => ({
        deliveries: [
          ...sound.deliveries,
          ...Array.from({ length: 5 }, (_, n) => ({ ...first(sound.deliveries), key: `another ${n}` })),
        ],
      }),
    ],
    [
      'P3',
      'that work came in, when it had been reviewed',
      () => ({
        enrolments: new Map(
          [...sound.enrolments].map(([id, { events }]) => [
            id,
            {
              events: [
                ...events,
                ...events.filter(({ type }) => type === 'submitted').map((event) => ({ ...event, type: 'reviewed' })),
              ],
            },
          ]),
        ),
      }),
    ],
  ])('names %s: %s', (property, _fault, tamper) => {
    expect(verdict(tamper())).toBe(property);
  });
});
