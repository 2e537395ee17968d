import { describe, expect, test } from '@jest/globals';
import { cnCalendar } from '@planwright/schema/calendar';
import type { CatchUp } from '@planwright/schema/rules';
import { addDays, addMs, type Instant, instantAt, plainDateIn, plainTimeIn } from '@planwright/schema/time';
import fc from 'fast-check';
import { deliveryKey, withinBudget } from '../send/budget.js';
import { catchUpOf, type TimedOccurrence } from '../send/catch-up.js';
import { ZONES } from '../testing/soak/quarter-settings.js';
import { type DeliveryHours, deliverAt, slotFrom } from './deliver-at.js';
import { deferToOpening, isOpen, openingBefore } from './opening.js';

const HOUR = 3_600_000;
const hoursIn = (zone: string, changes: Partial<DeliveryHours> = {}): DeliveryHours => ({
  zone,
  quiet: { from: '21:00', until: '08:00' },
  workingDaysOnly: true,
  slots: ['09:00', '14:00'],
  calendar: cnCalendar,
  ...changes,
});
const SHANGHAI = hoursIn('Asia/Shanghai');
const shanghai = (date: string, time: string): Instant => instantAt(date, time, 'Asia/Shanghai');

const instant = fc
  .integer({ min: 0, max: 2 * 365 * 24 * 4 })
  .map((n) => addMs('2025-01-01T00:00:00.000Z', n * 15 * 60_000));
const time = fc.integer({ min: 0, max: 47 }).map((n) => `${String(n >> 1).padStart(2, '0')}:${n % 2 ? '30' : '00'}`);
const hours = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    quiet: fc.record({ from: time, until: time }),
    workingDaysOnly: fc.boolean(),
    slots: fc.uniqueArray(time, { maxLength: 3 }).map((slots) => slots.sort()),
  })
  .map((changes) => hoursIn(changes.zone, changes));

describe('quiet hours and working days', () => {
  test('defer to the first open instant, never before what was asked, in every zone and over every change of clocks', () => {
    fc.assert(
      fc.property(instant, hours, (at, open) => {
        const opening = deferToOpening(at, open);
        expect(opening >= at).toBe(true);
        expect(isOpen(opening, open)).toBe(true);
        if (isOpen(at, open)) expect(opening).toBe(at);
        // Nothing earlier was open: every quarter of an hour in between is closed.
        for (let t = at; t < opening && t < addMs(at, 4 * 24 * HOUR); t = addMs(t, 15 * 60_000)) {
          expect(isOpen(t, open)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('open at eight by the clock of the person on the days on which clocks change, in twelve zones', () => {
    for (const zone of ZONES) {
      for (let date = '2026-01-01'; date < '2027-01-01'; date = addDays(date, 1)) {
        const open = hoursIn(zone, { workingDaysOnly: false });
        const night = instantAt(date, '00:30', zone);
        const opening = deferToOpening(night, open);
        expect([plainDateIn(opening, zone), plainTimeIn(opening, zone)]).toEqual([date, '08:00:00']);
      }
    }
  });

  test('pass over the Spring Festival, and take the make-up Saturday', () => {
    expect(deferToOpening(shanghai('2026-02-14', '22:00'), SHANGHAI)).toBe(shanghai('2026-02-24', '08:00'));
    expect(deferToOpening(shanghai('2026-02-13', '22:00'), SHANGHAI)).toBe(shanghai('2026-02-14', '08:00'));
  });

  test('have no end in a calendar that never works', () => {
    const off = Array.from({ length: 800 }, (_, i) => addDays('2025-12-01', i));
    const closed = {
      key: 'x',
      years: {
        2025: { year: 2025, off, on: [] },
        2026: { year: 2026, off, on: [] },
        2027: { year: 2027, off, on: [] },
      },
    };
    expect(() =>
      deferToOpening(shanghai('2026-01-05', '09:00'), hoursIn('Asia/Shanghai', { calendar: closed })),
    ).toThrow(RangeError);
  });

  test('tell the last open hour before, when there is one left', () => {
    const before = openingBefore(shanghai('2026-03-08', '03:00'), shanghai('2026-03-05', '10:00'), SHANGHAI);
    expect(before).toBe(shanghai('2026-03-06', '20:00'));
    expect(openingBefore(shanghai('2026-03-08', '03:00'), shanghai('2026-03-07', '10:00'), SHANGHAI)).toBeUndefined();
    const late = shanghai('2026-03-06', '20:30');
    expect(openingBefore(shanghai('2026-03-08', '03:00'), late, SHANGHAI)).toBe(late);
  });
});

describe('when something goes out', () => {
  test('is at a slot or an opening, never in quiet hours, and never before it fired unless its deadline passes at night', () => {
    const lives = fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined });
    fc.assert(
      fc.property(instant, lives, fc.boolean(), hours, (at, life, hard, open) => {
        const plannedAt = addMs(at, -48 * HOUR);
        const expiresAt = life === undefined ? undefined : addMs(at, life * HOUR);
        const occurrence = expiresAt === undefined ? { at, hard } : { at, hard, expiresAt };
        const out = deliverAt(occurrence, plannedAt, open);
        expect(isOpen(out, open)).toBe(true);
        if (out < at)
          expect(hard && expiresAt !== undefined && deferToOpening(at, open) >= expiresAt && out >= plannedAt).toBe(
            true,
          );
        const slot = slotFrom(at, open);
        if (expiresAt === undefined) expect(out).toBe(slot ?? deferToOpening(at, open));
        // Whatever can be said in time is.
        else if (deferToOpening(at, open) < expiresAt) expect(out < expiresAt).toBe(true);
      }),
    );
  });

  test('waits for the slot when there is time, and not when there is none', () => {
    const at = shanghai('2026-03-03', '10:30');
    const out = (hoursLeft: number): Instant =>
      deliverAt({ at, hard: true, expiresAt: addMs(at, hoursLeft * HOUR) }, at, SHANGHAI);
    expect(out(48)).toBe(shanghai('2026-03-03', '14:00'));
    expect(out(4)).toBe(at);
  });

  test('announces a deadline of the night on the evening before', () => {
    const at = shanghai('2026-03-04', '01:00');
    const occurrence = { at, hard: true, expiresAt: shanghai('2026-03-04', '05:00') };
    expect(deliverAt(occurrence, shanghai('2026-03-03', '05:00'), SHANGHAI)).toBe(shanghai('2026-03-03', '20:00'));
    expect(deliverAt({ ...occurrence, hard: false }, at, SHANGHAI)).toBe(shanghai('2026-03-04', '08:00'));
  });
});

let count = 0;
const due = (changes: Partial<TimedOccurrence> = {}): TimedOccurrence => {
  const at = changes.at ?? shanghai('2026-03-03', '09:00');
  return {
    id: `o-${++count}`,
    enrolmentId: 'e',
    ruleKey: 'r',
    key: `k-${count}`,
    recipientId: 'lin',
    channel: 'chat',
    role: 'LEARNER',
    at,
    deliverAt: at,
    hard: false,
    about: { en: 'x' },
    why: { en: 'y' },
    ...changes,
  };
};

describe('after an outage', () => {
  const mixed = fc.array(
    fc.record({
      hoursAgo: fc.integer({ min: 0, max: 24 * 16 }),
      life: fc.option(fc.integer({ min: 1, max: 24 * 20 }), { nil: undefined }),
      hard: fc.boolean(),
      rule: fc.constantFrom('a', 'b'),
      person: fc.constantFrom('lin', 'mei'),
    }),
    { maxLength: 30 },
  );

  test.each([
    ['ALL', 3],
    ['ALL', 15],
    ['LATEST', 3],
    ['LATEST', 15],
    ['NONE', 3],
    ['NONE', 15],
  ] as [CatchUp, number][])('%s does what it says after %d days', (policy, days) => {
    const now = shanghai('2026-03-20', '10:00');
    fc.assert(
      fc.property(mixed, (list) => {
        const all = list.map(({ hoursAgo, life, hard, rule, person }) => {
          const at = addMs(now, -Math.min(hoursAgo, days * 24) * HOUR);
          const known = { at, hard, ruleKey: rule, recipientId: person };
          return due(life === undefined ? known : { ...known, expiresAt: addMs(at, life * HOUR) });
        });
        const { send, expire } = catchUpOf(all, now, () => policy);
        expect(send.length + expire.length).toBe(all.length);
        for (const one of send) expect((one.expiresAt ?? '9') > now).toBe(true);
        const live = all.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > now);
        for (const one of live.filter(({ hard }) => hard)) expect(send).toContain(one);
        const missed = live.filter((one) => !one.hard && one.deliverAt < addMs(now, -HOUR));
        const sent = missed.filter((one) => send.includes(one));
        if (policy === 'ALL') expect(sent).toEqual(missed);
        if (policy === 'NONE') expect(sent).toEqual([]);
        if (policy === 'LATEST') {
          const series = sent.map(({ ruleKey, recipientId }) => `${ruleKey} ${recipientId}`);
          expect(new Set(series).size).toBe(series.length);
          for (const one of sent) {
            for (const other of live)
              if (other.ruleKey === one.ruleKey && other.recipientId === one.recipientId)
                expect(other.at <= one.at).toBe(true);
          }
          // Exactly one of a rule and person, when all of it was missed.
          const groups = new Set(live.map(({ ruleKey, recipientId }) => `${ruleKey} ${recipientId}`));
          for (const group of groups) {
            const mine = live.filter(({ ruleKey, recipientId }) => `${ruleKey} ${recipientId}` === group);
            if (mine.every((one) => missed.includes(one)))
              expect(mine.filter((one) => send.includes(one))).toHaveLength(1);
          }
        }
      }),
    );
  });

  test('a clock set forwards by 40 days is an outage of 40 days', () => {
    const at = shanghai('2026-03-03', '09:00');
    const weeks = [0, 7, 14, 21, 28, 35].map((day) => due({ at: addMs(at, day * 24 * HOUR), key: `${day}` }));
    const later = addMs(at, 40 * 24 * HOUR);
    expect(catchUpOf(weeks, later, () => 'LATEST').send.map(({ key }) => key)).toEqual(['35']);
  });
});

describe('what goes into one message', () => {
  const NOW = shanghai('2026-03-03', '09:00');

  test('has a key that depends on its occurrences, not on their order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }), (ids) => {
        const batch = (list: string[]) => ({
          personId: 'lin',
          route: 'chat',
          occurrences: list.map((id) => due({ id })),
        });
        expect(deliveryKey(batch(ids))).toBe(deliveryKey(batch(ids.toReversed())));
        expect(deliveryKey(batch(ids))).not.toBe(deliveryKey({ ...batch(ids), route: 'email' }));
        expect(deliveryKey(batch(ids))).not.toBe(deliveryKey(batch([...ids, 'e'])));
      }),
    );
  });

  test('keeps to the daily budget: deadlines always go, the rest waits for the next day, or ends where that is too late', () => {
    const batch = fc.array(
      fc.record({ hard: fc.boolean(), life: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }) }),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(batch, fc.nat(8), fc.nat(8), hours, (list, sentToday, limit, open) => {
        const all = list.map(({ hard, life }) =>
          due(life === undefined ? { hard } : { hard, expiresAt: addMs(NOW, life * HOUR) }),
        );
        const { send, wait, drop } = withinBudget(all, { sentToday, limit }, NOW, open);
        expect([...send, ...wait.map(({ occurrence }) => occurrence), ...drop]).toHaveLength(all.length);
        for (const one of all) if (one.hard) expect(send).toContain(one);
        if (sentToday < limit) expect(send).toEqual(all);
        if (sentToday >= limit && !all.some(({ hard }) => hard)) expect(send).toEqual([]);
        for (const { occurrence, deliverAt: at } of wait) {
          expect(plainDateIn(at, open.zone) > plainDateIn(NOW, open.zone)).toBe(true);
          expect(isOpen(at, open)).toBe(true);
          expect(occurrence.expiresAt === undefined || occurrence.expiresAt > at).toBe(true);
        }
      }),
    );
  });
});
