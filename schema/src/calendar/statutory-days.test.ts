import { describe, expect, test } from '@jest/globals';
import chineseDays from 'chinese-days';
import { addDays } from '../time/index.js';
import { cnCalendar } from './generated/cn.js';
import { statutoryDays } from './statutory-days.js';

describe('the days that are off by law', () => {
  test.each([2026])('of %i are days off in the notice of that year', (year) => {
    const notice = cnCalendar.years[year]?.off ?? [];
    const weekday = (date: string) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    expect(statutoryDays(year).filter((date) => weekday(date) && !notice.includes(date))).toEqual([]);
  });

  test('of 2027, which nobody has published yet', () => {
    expect(statutoryDays(2027)).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ]);
  });

  test('are where the lunar calendar has them, for ten years', () => {
    for (let year = 2027; year <= 2036; year += 1) {
      const days = statutoryDays(year);
      for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
        const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(date);
        const festival = !isLeap && ['1/1', '1/2', '1/3', '5/5', '8/15'].includes(`${lunarMon}/${lunarDay}`);
        if (festival) expect([date, days.includes(date)]).toEqual([date, true]);
      }
      expect(days.length).toBeGreaterThanOrEqual(11);
      expect(days.length).toBeLessThanOrEqual(13);
    }
  });
});
