import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
// @ts-expect-error: a script for people, without declarations
import * as generate from './generate-cn.mjs';
import { cnCalendar } from './generated/cn.js';

/**
 * Days on which one of the packages is wrong by the notice, with the package that is right. None for 2024–2026: all three
 * years were compared day by day. (2018, which is not shipped, is the known one: 18 against 17 weekday holidays.)
 */
const EXCEPTIONS: string[] = [];

describe('calendar cn', () => {
  test('chinese-days and chinese-workday agree on every day of every published year', () => {
    expect(generate.differences()).toEqual(EXCEPTIONS);
  });

  test('the checked-in file is what the generator writes from them', () => {
    const checkedIn = readFileSync(new URL('./generated/cn.ts', import.meta.url), 'utf8');
    expect(checkedIn).toBe(generate.renderCn());
  });

  test('chinese-days has the same years as the checked-in calendar, so neither package is trusted alone', () => {
    for (const year of generate.readChineseDays()) {
      expect(cnCalendar.years[year.year]?.off).toEqual(year.off);
      expect(cnCalendar.years[year.year]?.on).toEqual(year.on);
    }
  });

  test('both packages give each day the same name, one of them without the 节, but for the day named by hand', () => {
    const spelled = (name: unknown): string => String(name).replace(/节$/, '');
    const others = generate.readChineseWorkday();
    const different: string[] = [];
    for (const [i, { names }] of generate.readChineseDays().entries()) {
      for (const [date, name] of Object.entries(names)) {
        if (spelled(others[i].names[date]) !== spelled(name)) different.push(date);
        expect([date, spelled(cnCalendar.years[Number(date.slice(0, 4))]?.names?.[date])]).toEqual([
          date,
          spelled(name),
        ]);
      }
    }
    expect(different).toEqual(Object.keys(generate.NAMED_BY_HAND));
  });

  test('2024 to 2026 are published and 2027 is not', () => {
    expect(Object.keys(cnCalendar.years)).toEqual(['2024', '2025', '2026']);
  });

  test('2026 has the make-up days and the Spring Festival of the notice', () => {
    const year = cnCalendar.years[2026];
    expect(year?.on).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
    expect(year?.off.filter((date) => date.startsWith('2026-02'))).toEqual([
      '2026-02-15',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-02-21',
      '2026-02-22',
      '2026-02-23',
    ]);
    expect(year?.names?.['2026-02-17']).toBe('春节');
    expect(year?.names?.['2026-10-01']).toBe('国庆节');
  });
});
