/**
 * Writes generated/cn.ts, the working days of mainland China, from two independent packages. Run by hand when the State
 * Council publishes a year (usually in November) and both packages carry it:
 *
 *   node schema/src/calendar/generate-cn.mjs
 *
 * It refuses to write what the two do not agree on. cn.test.ts runs the same comparison against the checked-in file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { getFestival, isWorkday } from 'chinese-workday';

/** Years whose notice is published. Beyond them both packages silently answer with plain Monday–Friday years. */
export const PUBLISHED = [2024, 2025, 2026];

/** Official notices (国务院办公厅关于部分节假日安排的通知) that the years stand in. */
export const NOTICES = {
  2024: 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm',
  2025: 'https://www.gov.cn/zhengce/content/202411/content_6986382.htm',
  2026: 'https://www.gov.cn/zhengce/content/202511/content_7047090.htm',
};

/**
 * The one day that the packages name differently. The notice gives 1–8 October 2025 to both holidays together; the
 * Mid-Autumn Festival itself (15th of the 8th month) is the 6th, as chinese-days has it.
 */
export const NAMED_BY_HAND = { '2025-10-06': '中秋节' };

const DAY_MS = 86_400_000;

function datesOf(year) {
  const dates = [];
  for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += DAY_MS) {
    dates.push({ date: new Date(ms).toISOString().slice(0, 10), weekend: [0, 6].includes(new Date(ms).getUTCDay()) });
  }
  return dates;
}

/** The years as chinese-days has them. Its data file is read; its functions go wrong in process zones west of UTC. */
export function readChineseDays() {
  const file = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
  const { holidays, workdays } = JSON.parse(readFileSync(file, 'utf8'));
  return PUBLISHED.map((year) => {
    const off = datesOf(year).filter(({ date }) => date in holidays);
    const names = Object.fromEntries(off.map(({ date }) => [date, holidays[date].split(',')[1]]));
    return {
      year,
      off: off.map(({ date }) => date),
      on: datesOf(year).flatMap(({ date }) => (date in workdays ? [date] : [])),
      names,
    };
  });
}

/** The same out of chinese-workday, which only answers day by day. */
export function readChineseWorkday() {
  return PUBLISHED.map((year) => {
    const off = datesOf(year).filter(({ date }) => !isWorkday(date) && getFestival(date) !== '周末');
    const names = Object.fromEntries(off.map(({ date }) => [date, getFestival(date)]));
    return {
      year,
      off: off.map(({ date }) => date),
      on: datesOf(year).flatMap(({ date, weekend }) => (weekend && isWorkday(date) ? [date] : [])),
      names,
    };
  });
}

/** Every day on which the two differ, as sentences. Empty = they agree. */
export function differences(a = readChineseDays(), b = readChineseWorkday()) {
  const found = [];
  for (const [i, year] of a.entries()) {
    const other = b[i];
    for (const list of ['off', 'on']) {
      for (const date of year[list]) if (!other[list].includes(date)) found.push(`${date} ${list}: only chinese-days`);
      for (const date of other[list])
        if (!year[list].includes(date)) found.push(`${date} ${list}: only chinese-workday`);
    }
  }
  return found;
}

/** The checked-in source. Names are those of chinese-workday, which writes 清明节 where chinese-days has 清明. */
export function renderCn() {
  const years = Object.fromEntries(
    readChineseWorkday().map(({ year, off, on, names }) => {
      const corrected = Object.fromEntries(
        Object.entries(names).map(([date, name]) => [date, NAMED_BY_HAND[date] ?? name]),
      );
      return [year, { year, off, on, names: corrected }];
    }),
  );
  return `// Written by generate-cn.mjs from chinese-days and chinese-workday; not edited by hand.
// Notices of the General Office of the State Council:
${PUBLISHED.map((year) => `//   ${year}: ${NOTICES[year]}`).join('\n')}
import type { WorkingDayCalendar } from '../calendar.js';

/** Working days of mainland China with 调休, for the years whose notice is published. */
export const cnCalendar: WorkingDayCalendar = ${JSON.stringify({ key: 'cn', years }, null, 2)};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = differences();
  if (found.length > 0) {
    console.error(`The packages differ; look the days up in the notice first:\n${found.join('\n')}`);
    process.exit(1);
  }
  writeFileSync(new URL('./generated/cn.ts', import.meta.url), renderCn());
}
