import { describe, expect, test } from '@jest/globals';
import type { RuleOccurrence } from '@planwright/schema/rules';
import fc from 'fast-check';
import { recheck } from '../send/recheck.js';
import { expandOccurrences } from './expand-occurrences.js';
import { isTerminal, OCCURRENCE_STATES, occurrenceId, type PlannedOccurrence } from './occurrence.js';
import { replan, type StoredOccurrence } from './replan.js';

const firing = (key: string, at = '2026-03-03T01:00:00.000Z'): RuleOccurrence => ({
  person: 'enrolment',
  key,
  at,
  hard: false,
  about: { en: key },
  why: { en: 'because' },
});
const REMINDER = { key: 'monday', to: ['LEARNER', 'MENTOR'], channels: ['chat', 'email'] } as const;
const planned = (key: string, at?: string): PlannedOccurrence[] =>
  expandOccurrences('enrolment', REMINDER, [firing(key, at)], { LEARNER: ['lin'], MENTOR: ['mei'] });

describe('what a firing becomes', () => {
  test('is one occurrence for each recipient and channel, each with an id of its own', () => {
    const all = planned('a');
    expect(all.map(({ recipientId, role, channel }) => `${recipientId} ${role} ${channel}`)).toEqual([
      'lin LEARNER chat',
      'lin LEARNER email',
      'mei MENTOR chat',
      'mei MENTOR email',
    ]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(4);
  });

  test('reaches a person in two roles once, and follows the ladder of the firing', () => {
    const people = { LEARNER: ['lin'], MENTOR: ['mei'], SUPERIOR: ['mei'], HR: ['hua'] };
    const ladder = { ...firing('a'), to: ['SUPERIOR' as const, 'MENTOR' as const] };
    const all = expandOccurrences('enrolment', { ...REMINDER, channels: ['chat'] }, [ladder], people);
    expect(all.map(({ recipientId, role }) => [recipientId, role])).toEqual([['mei', 'SUPERIOR']]);
  });

  test('goes to HR when nobody is left to tell', () => {
    const all = expandOccurrences('e', { ...REMINDER, to: ['MENTOR'], channels: ['chat'] }, [firing('a')], {
      HR: ['hua'],
    });
    expect(all.map(({ recipientId, role }) => [recipientId, role])).toEqual([['hua', 'HR']]);
  });

  test('has an id that is a UUID version 5 and differs wherever the identity does', () => {
    const word = fc.string({ maxLength: 8 });
    const identity = fc.record({
      enrolmentId: word,
      ruleKey: word,
      key: word,
      recipientId: word,
      channel: fc.constantFrom('chat' as const, 'email' as const),
    });
    fc.assert(
      fc.property(identity, identity, (a, b) => {
        expect(occurrenceId(a)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        const same = (Object.keys(a) as (keyof typeof a)[]).every((name) => a[name] === b[name]);
        expect(occurrenceId(a) === occurrenceId(b)).toBe(same);
      }),
    );
  });
});

describe('planning again', () => {
  const NOW = '2026-03-02T00:00:00.000Z';
  const day = (n: number): string => `2026-03-${String(n).padStart(2, '0')}T01:00:00.000Z`;
  const firings = fc.uniqueArray(
    fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), on: fc.integer({ min: 1, max: 9 }) }),
    {
      selector: ({ key }) => key,
    },
  );
  const state = fc.constantFrom(...OCCURRENCE_STATES);

  const apply = (stored: StoredOccurrence[], fresh: PlannedOccurrence[]): StoredOccurrence[] => {
    const { insert, change, revive, suppress } = replan(stored, fresh, NOW);
    const rows = new Map(stored.map((row) => [row.id, row]));
    for (const row of [...insert, ...change, ...revive]) rows.set(row.id, { ...row, state: 'PLANNED' });
    for (const row of suppress) rows.set(row.id, { ...row, state: 'SUPPRESSED', reasonCode: 'not-needed' });
    return [...rows.values()];
  };

  test('changes nothing the second time, and touches nothing that is due, under way or ended', () => {
    fc.assert(
      fc.property(firings, firings, fc.array(state, { minLength: 20, maxLength: 20 }), (before, after, states) => {
        const stored = before
          .flatMap(({ key, on }) => planned(key, day(on)))
          .map((row, i): StoredOccurrence => ({ ...row, state: states[i] ?? 'PLANNED' }));
        const fresh = after.flatMap(({ key, on }) => planned(key, day(on)));
        const once = apply(stored, fresh);
        expect(replan(once, fresh, NOW)).toEqual({ insert: [], change: [], revive: [], suppress: [] });
        for (const row of stored) {
          const now = once.find(({ id }) => id === row.id);
          if (row.state === 'SENDING' || isTerminal(row.state)) expect(now).toEqual(row);
          if (row.at <= NOW && !fresh.some(({ id }) => id === row.id)) expect(now).toEqual(row);
        }
        for (const row of fresh) expect(once.some(({ id }) => id === row.id)).toBe(true);
      }),
    );
  });

  test('brings back what a closed item had suppressed, once it is open again and not due yet; never what a person cancelled', () => {
    const fresh = planned('a', day(5));
    const suppressed = fresh.map(
      (row): StoredOccurrence => ({ ...row, state: 'SUPPRESSED', reasonCode: 'not-needed' }),
    );
    expect(replan(suppressed, fresh, NOW).revive).toEqual(fresh);
    expect(replan(suppressed, fresh, day(6)).revive).toEqual([]);
    const cancelled = suppressed.map((row) => ({ ...row, reasonCode: 'cancelled-by-person' as const }));
    expect(replan(cancelled, fresh, NOW).revive).toEqual([]);
  });
});

describe('the check before sending', () => {
  const [row] = planned('a') as [PlannedOccurrence, ...PlannedOccurrence[]];

  test('gives the words of now, and holds back what has moved, is done, or concerns somebody who left', () => {
    const fresh = planned('a').map((one) => ({ ...one, about: { en: 'new words' } }));
    expect(recheck(row, fresh, true)).toEqual({ needed: true, about: { en: 'new words' } });
    expect(recheck(row, [], true)).toMatchObject({ needed: false, reason: { code: 'not-needed' } });
    expect(recheck(row, planned('a', '2026-03-04T01:00:00.000Z'), true)).toMatchObject({ needed: false });
    expect(recheck(row, fresh, false)).toMatchObject({ needed: false, reason: { code: 'person-inactive' } });
    const others = expandOccurrences('enrolment', REMINDER, [firing('a')], { LEARNER: ['other'] });
    expect(recheck(row, others, true)).toMatchObject({ needed: false });
  });
});
