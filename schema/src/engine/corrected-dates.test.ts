import { describe, expect, test } from '@jest/globals';
import type { Calendars } from '../calendar/index.js';
import { person } from '../testing/person.js';
import { course, plan, stage } from '../testing/plan-builder.js';
import { correctedDates } from './corrected-dates.js';

const workdays = (offset: number) => ({ anchor: 'START' as const, offset, unit: 'WORKDAY' as const, at: '18:00' });
const definition = plan([
  stage('one', [
    course('soon', { due: workdays(1) }),
    course('later', { due: workdays(10) }),
    course('moved', { due: workdays(10) }),
    course('fixed', { due: { fixed: '2026-03-20' } }),
  ]),
]);
const calendars = (...off: string[]): Calendars => ({
  cn: { key: 'cn', years: { 2026: { year: 2026, off, on: [] } } },
});
const START = '2026-03-02T00:00:00.000Z';

function enrolled() {
  const p = person(definition, { now: START, startsOn: '2026-03-02', calendars: calendars() });
  p.fixDates();
  p.record({
    type: 'dueChanged',
    data: { itemKey: 'moved', reason: 'asked', at: '2026-03-25T10:00:00.000Z' },
  });
  p.moveTo('2026-03-05T00:00:00.000Z');
  return p;
}

describe('a correction of a published year', () => {
  test('moves the dates to come that are counted through it, and no others', () => {
    const p = enrolled();
    const before = p.environment();
    const after = { ...before, calendars: calendars('2026-03-03', '2026-03-10') };
    const dates = correctedDates(p.definitions, p.events, before, after);
    expect(dates.map(({ itemKey, before: was, at }) => [itemKey, was, at])).toEqual([
      ['later', '2026-03-16T10:00:00.000Z', '2026-03-18T10:00:00.000Z'],
    ]);
    p.record({
      type: 'calendarPublished',
      data: { calendar: 'cn', year: 2026, dates: dates.map(({ before: _, ...date }) => date), corrects: true },
    });
    expect(p.item('later').dueAt).toBe('2026-03-18T10:00:00.000Z');
    expect(p.item('soon').dueAt).toBe('2026-03-03T10:00:00.000Z');
    expect(p.item('moved').dueAt).toBe('2026-03-25T10:00:00.000Z');
  });

  test('moves nothing into the past', () => {
    const p = enrolled();
    p.moveTo('2026-03-13T00:00:00.000Z');
    const before = { ...p.environment(), calendars: calendars() };
    const after = {
      ...before,
      calendars: {
        cn: { key: 'cn', years: { 2026: { year: 2026, off: [], on: ['2026-03-07', '2026-03-08', '2026-03-14'] } } },
      },
    };
    expect(correctedDates(p.definitions, p.events, before, after)).toEqual([]);
  });

  test('that changes nothing for a person has nothing to record', () => {
    const p = enrolled();
    const before = p.environment();
    expect(correctedDates(p.definitions, p.events, before, { ...before, calendars: calendars('2026-06-01') })).toEqual(
      [],
    );
  });
});
