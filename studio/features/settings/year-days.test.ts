import { describe, expect, it } from '@jest/globals';
import { daysOf, kindOfDay, monthOf, sameDays, turned, weekdayOf, workingDays } from './year-days';

const NOTHING = { off: new Set<string>(), on: new Set<string>() };

describe('the days of a year', () => {
  it('are what their weekday says until they are turned, and turning twice gives them back', () => {
    for (const [date, before, after] of [
      ['2027-02-05', 'work', 'holiday'],
      ['2027-02-06', 'weekend', 'makeup'],
    ] as const) {
      expect(kindOfDay(date, NOTHING)).toBe(before);
      const once = turned(date, NOTHING);
      expect(kindOfDay(date, once)).toBe(after);
      expect(sameDays(turned(date, once), NOTHING)).toBe(true);
    }
  });

  it('of a weekend that the law makes a holiday can be worked, and never both', () => {
    const days = daysOf({ year: 2027, published: false, off: [], on: [] });
    expect(kindOfDay('2027-02-06', days)).toBe('holiday');
    const worked = turned('2027-02-06', days);
    expect(kindOfDay('2027-02-06', worked)).toBe('makeup');
    expect(worked.off.has('2027-02-06')).toBe(false);
  });

  it('stand under their weekdays', () => {
    expect(weekdayOf('2027-03-01')).toBe(0);
    expect(monthOf(2027, 2)).toMatchObject({ before: 0 });
    expect(monthOf(2027, 2).dates).toHaveLength(28);
    expect(monthOf(2028, 2).dates).toHaveLength(29);
    expect(monthOf(2027, 5).before).toBe(5);
  });

  it('are counted', () => {
    expect(workingDays(2027, NOTHING)).toBe(261);
    expect(workingDays(2027, turned('2027-02-05', NOTHING))).toBe(260);
  });
});
