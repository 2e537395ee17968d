import { describe, expect, test } from '@jest/globals';
import { addDays } from '@planwright/schema/time';
import fc from 'fast-check';
import { readJoinedOn } from './read-joined-on.js';

const TODAY = '2026-11-30';

describe('a day as HR writes it', () => {
  test.each([
    ['2026-03-01', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['2026.3.1', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['2026 年 3 月 1 日', '2026-03-01'],
    ['２０２６／３／１', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['2026/3/1 0:00:00', '2026-03-01'],
    ['2026年3月1日 星期日', '2026-03-01'],
    ['2026年3月1日星期日', '2026-03-01'],
    ['二〇二六年三月一日', '2026-03-01'],
    ['二○一九年十二月三十一日', '2019-12-31'],
    ['46082', '2026-03-01'],
    ['46082.75', '2026-03-01'],
    ['1 March 2026', '2026-03-01'],
    ['1-Mar-2026', '2026-03-01'],
    ['March 1st, 2026', '2026-03-01'],
    ['Sunday, March 1, 2026', '2026-03-01'],
    ['2024-02-29', '2024-02-29'],
  ])('%j is %s', (text, day) => {
    expect(readJoinedOn(text, TODAY)).toEqual({ day });
  });

  test.each([
    ['3月1日', 'NO_YEAR'],
    ['3/1', 'NO_YEAR'],
    ['1 March', 'NO_YEAR'],
    ['26/3/1', 'SHORT_YEAR'],
    ['26年3月1日', 'SHORT_YEAR'],
    ['1-Mar-26', 'SHORT_YEAR'],
    ['2026年3月', 'NO_DAY'],
    ['2026/3', 'NO_DAY'],
    ['3/1/2026', 'DAY_OR_MONTH'],
    ['01.03.2026', 'DAY_OR_MONTH'],
    ['2026-02-31', 'NO_SUCH_DAY'],
    ['2026年2月31日', 'NO_SUCH_DAY'],
    ['31 February 2026', 'NO_SUCH_DAY'],
    ['20261301', 'NO_SUCH_DAY'],
    ['1926-03-01', 'TOO_FAR'],
    ['2062-03-01', 'TOO_FAR'],
    ['soon', 'UNREADABLE'],
    ['1234', 'UNREADABLE'],
    ['', 'UNREADABLE'],
  ])('%j is refused: %s', (text, fault) => {
    expect(readJoinedOn(text, TODAY)).toEqual({ fault });
  });

  test('is the same day however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 26_000 }), (days) => {
        const iso = addDays('1955-01-01', days);
        const [year, month, day] = iso.split('-').map(Number);
        const serial = Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
        const forms = [
          `${year}/${month}/${day}`,
          `${year}年${month}月${day}日`,
          iso.replaceAll('-', ''),
          String(serial),
        ];
        for (const form of forms) expect(readJoinedOn(form, TODAY)).toEqual({ day: iso });
      }),
    );
  });
});
