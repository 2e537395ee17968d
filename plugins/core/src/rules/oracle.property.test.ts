import { describe, expect, test } from '@jest/globals';
import { type CalendarYear, cnCalendar, type WorkingDayCalendar } from '@planwright/schema/calendar';
import type { PlanProgress, RuleEnvironment } from '@planwright/schema/rules';
import { addDays, fromDayNumber, instantAt, plainDateIn, plainTimeIn, toDayNumber } from '@planwright/schema/time';
import fc from 'fast-check';
import { coreRules } from '../core-rules.js';
import { ZONES } from '../testing/arbitrary-progress.js';

/*
 * The oracles walk days one by one with the calendar of the runtime and lists of days, where the rules count by index; and
 * read zones by Intl, where the rules have their own arithmetic.
 */

const title = { 'zh-CN': '条目', en: 'Item' };

/** Somebody with one open item, due then. */
const someone = (zone: string, startsOn: string, dueAt: string): PlanProgress => ({
  person: 'p',
  plan: { key: 'plan', title },
  status: 'ACTIVE',
  zone,
  startsOn,
  enrolledAt: instantAt(startsOn, '00:00', zone),
  hasMentor: true,
  stages: [],
  items: [
    {
      key: 'item',
      stageKey: 'stage',
      kind: 'COURSE',
      title,
      requirement: 'REQUIRED',
      state: 'AVAILABLE',
      opensAt: instantAt(startsOn, '00:00', zone),
      inHandSince: instantAt(startsOn, '00:00', zone),
      dueAt,
      overdue: false,
      provisional: false,
      steps: [],
    },
  ],
  submissions: [],
});

const during = (from: string, until: string, calendar: WorkingDayCalendar): RuleEnvironment => ({
  from,
  until,
  calendar,
  workspace: { workingHours: { from: '09:00', to: '18:00' }, calendar: 'x' },
});

function ask(use: string, person: PlanProgress, params: Record<string, unknown>, environment: RuleEnvironment) {
  const rule = coreRules[use];
  if (!rule) throw new Error(`No rule ${use}`);
  return rule([person], params, environment);
}

/** Days of a year picked at random: holidays on weekdays, weekends that work. */
const anyYear = (year: number): fc.Arbitrary<CalendarYear> =>
  fc
    .record({
      off: fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 60 }),
      on: fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 20 }),
    })
    .map(({ off, on }) => {
      const date = (n: number) => addDays(`${year}-01-01`, n);
      return { year, off: off.map(date), on: on.map(date).filter((one) => !off.map(date).includes(one)) };
    });
const anyCalendar = fc
  .tuple(fc.option(anyYear(2025), { nil: undefined }), anyYear(2026), fc.option(anyYear(2027), { nil: undefined }))
  .map(
    (years): WorkingDayCalendar => ({
      key: 'x',
      years: Object.fromEntries(years.flatMap((year) => (year ? [[year.year, year]] : []))),
    }),
  );

const utc = (date: string): Date => new Date(`${date}T12:00:00Z`);
const next = (date: string, by: 1 | -1): string =>
  new Date(utc(date).getTime() + by * 86_400_000).toISOString().slice(0, 10);
function works(date: string, { years }: WorkingDayCalendar): boolean {
  const year = years[utc(date).getUTCFullYear()];
  if (year?.on.includes(date)) return true;
  if (year?.off.includes(date)) return false;
  return ![0, 6].includes(utc(date).getUTCDay());
}
function countBack(date: string, n: number, calendar: WorkingDayCalendar): string {
  let at = date;
  for (let left = n; left > 0; ) {
    at = next(at, -1);
    if (works(at, calendar)) left -= 1;
  }
  return at;
}
function roll(date: string, by: 1 | -1, calendar: WorkingDayCalendar): string {
  let at = date;
  while (!works(at, calendar)) at = next(at, by);
  return at;
}
/** What a clock on the wall of the zone shows, by Intl. */
function onTheWall(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(instant));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}`;
}

const anyDate = fc.integer({ min: toDayNumber('2025-12-01'), max: toDayNumber('2027-02-01') }).map(fromDayNumber);

describe('core/before-due', () => {
  test('N working days before is what counting day by day gives, for every calendar', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyDate,
        fc.integer({ min: 1, max: 25 }),
        fc.constantFrom(...ZONES),
        (calendar, due, days, zone) => {
          const person = someone(zone, addDays(due, -200), instantAt(due, '18:00', zone));
          const [firing, ...more] = ask(
            'core/before-due',
            person,
            { days, unit: 'WORKDAY' },
            during('2024-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z', calendar),
          );
          expect(more).toEqual([]);
          expect(onTheWall(firing?.at ?? '', zone)).toBe(`${countBack(due, days, calendar)} 09:00`);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('N calendar days before moves off days off as it is told', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyDate,
        fc.integer({ min: 0, max: 25 }),
        fc.constantFrom('SKIP', 'NEXT', 'PREVIOUS'),
        (calendar, due, days, holidays) => {
          const person = someone('Asia/Shanghai', addDays(due, -200), instantAt(due, '18:00', 'Asia/Shanghai'));
          const firings = ask(
            'core/before-due',
            person,
            { days, holidays },
            during('2024-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z', calendar),
          );
          let day = due;
          for (let i = 0; i < days; i++) day = next(day, -1);
          const forward = roll(day, 1, calendar);
          const wanted =
            holidays === 'SKIP'
              ? works(day, calendar)
                ? [day]
                : []
              : [holidays === 'NEXT' && forward <= due ? forward : roll(day, -1, calendar)];
          expect(firings.map(({ at }) => onTheWall(at, 'Asia/Shanghai'))).toEqual(
            wanted.map((date) => `${date} 09:00`),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test('what comes in hand too late for it is announced at once, and what is past its date never', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 }), (hoursLeft, late) => {
        const dueAt = '2026-03-20T10:00:00.000Z';
        const since = new Date(Date.parse(dueAt) - hoursLeft * 3_600_000).toISOString();
        const person = someone('Asia/Shanghai', '2026-01-05', dueAt);
        const items = person.items.map((item) => ({ ...item, inHandSince: since }));
        const firings = ask(
          'core/before-due',
          { ...person, items },
          { days: 3 },
          during('2024-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z', cnCalendar),
        );
        const planned = '2026-03-17T01:00:00.000Z';
        expect(firings.map(({ at }) => at)).toEqual([planned > since ? planned : since]);
        const past = items.map((item) => ({
          ...item,
          inHandSince: new Date(Date.parse(dueAt) + late * 3_600_000).toISOString(),
        }));
        expect(
          ask(
            'core/before-due',
            { ...person, items: past },
            { days: 3 },
            during('2024-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z', cnCalendar),
          ),
        ).toEqual([]);
      }),
    );
  });
});

describe('core/weekly', () => {
  test.each(ZONES)('comes once a week at its time on the wall, through every change of the clocks in %s', (zone) => {
    const person = someone(zone, '2026-01-01', instantAt('2026-01-02', '18:00', zone));
    const weekdays: WorkingDayCalendar = { key: 'x', years: {} };
    for (const [weekday, first] of [
      ['MON', '2026-01-05'],
      ['SUN', '2026-01-04'],
    ] as const) {
      for (const at of ['00:00', '01:30', '02:30', '09:00']) {
        const until = instantAt('2027-01-01', '00:00', zone);
        const settings = { weekday, at, holidays: weekday === 'SUN' ? 'NEXT' : 'SKIP' };
        const firings = ask('core/weekly', person, settings, during('2025-12-30T00:00:00.000Z', until, weekdays));
        const wanted: string[] = [];
        for (let day = first; day < '2027-01-01'; ) {
          wanted.push(weekday === 'SUN' ? next(day, 1) : day);
          for (let i = 0; i < 7; i++) day = next(day, 1) as typeof first;
        }
        expect(firings.map((one) => plainDateIn(one.at, zone))).toEqual(wanted);
        const shown = firings.map((one) => onTheWall(one.at, zone).slice(11));
        // A time that the clocks skip is shown later, by the gap; every other week shows the time itself.
        const odd = shown.filter((time) => time !== at);
        expect(odd.length).toBeLessThanOrEqual(1);
        for (const time of odd) expect(time > at).toBe(true);
        expect(new Set(firings.map((one) => one.at)).size).toBe(firings.length);
      }
    }
  });

  test('is silent on the holidays of 2026 and on no other Monday', () => {
    const person = someone('Asia/Shanghai', '2025-12-01', instantAt('2025-12-02', '18:00', 'Asia/Shanghai'));
    const firings = ask(
      'core/weekly',
      person,
      {},
      during('2026-01-01T00:00:00.000Z', '2026-12-31T00:00:00.000Z', cnCalendar),
    );
    const told = new Set(firings.map(({ at }) => plainDateIn(at, 'Asia/Shanghai')));
    const silent: string[] = [];
    for (let day = '2026-01-05'; day < '2026-12-31'; day = addDays(day, 7)) if (!told.has(day)) silent.push(day);
    // Spring Festival, Qingming, Labour Day, National Day; Dragon Boat and Mid-Autumn make long weekends before a Monday.
    expect(silent).toEqual(['2026-02-16', '2026-02-23', '2026-04-06', '2026-05-04', '2026-10-05']);
  });

  test('a long holiday moves it, and never two weeks onto one day', () => {
    for (const holidays of ['NEXT', 'PREVIOUS']) {
      const person = someone('Asia/Shanghai', '2025-12-01', instantAt('2025-12-02', '18:00', 'Asia/Shanghai'));
      const firings = ask(
        'core/weekly',
        person,
        { holidays },
        during('2026-02-08T00:00:00.000Z', '2026-03-03T00:00:00.000Z', cnCalendar),
      );
      const days = firings.map(({ at }) => plainDateIn(at, 'Asia/Shanghai').slice(5));
      expect(days).toEqual(holidays === 'NEXT' ? ['02-09', '02-24', '03-02'] : ['02-09', '02-14', '03-02']);
    }
  });
});

describe('core/overdue', () => {
  test('climbs on the working days that counting gives, each rung to its own, with words of its own', () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, (calendar, due) => {
        const person = someone('Asia/Shanghai', addDays(due, -200), instantAt(due, '18:00', 'Asia/Shanghai'));
        const firings = ask(
          'core/overdue',
          person,
          {},
          during('2024-01-01T00:00:00.000Z', '2029-01-01T00:00:00.000Z', calendar),
        );
        const after = (n: number): string => {
          let day = due;
          for (let left = n; left > 0; ) {
            day = next(day, 1);
            if (works(day, calendar)) left -= 1;
          }
          return day;
        };
        expect(firings.map(({ at, to }) => [onTheWall(at, 'Asia/Shanghai'), ...(to ?? [])])).toEqual([
          [`${after(1)} 09:00`, 'LEARNER'],
          [`${after(3)} 09:00`, 'MENTOR'],
          [`${after(5)} 09:00`, 'SUPERIOR'],
          [`${after(10)} 09:00`, 'HR'],
        ]);
        expect(new Set(firings.map(({ about }) => about.en)).size).toBe(4);
        expect(new Set(firings.map(({ about }) => about['zh-CN'])).size).toBe(4);
        firings.forEach(({ expiresAt }, i) => {
          const following = firings[i + 1];
          if (following) expect((expiresAt ?? '') <= following.at).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('without a mentor the mentor’s step goes to HR, and 0 leaves a step out', () => {
    const person = { ...someone('Asia/Shanghai', '2026-01-05', '2026-01-09T10:00:00.000Z'), hasMentor: false };
    const firings = ask(
      'core/overdue',
      person,
      { learnerAfter: 0, superiorAfter: 0 },
      during('2026-01-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z', cnCalendar),
    );
    expect(firings.map(({ to }) => to)).toEqual([['HR'], ['HR']]);
  });
});

describe('core/month-ahead', () => {
  test('comes on the last working day of each month whose next asks something', () => {
    for (const [due, told] of [
      ['2026-02-10', '2026-01-30'],
      // 28 February 2026 is a Saturday that is worked.
      ['2026-03-10', '2026-02-28'],
      ['2026-05-31', '2026-04-30'],
      ['2026-06-01', '2026-05-29'],
    ] as const) {
      const person = someone('Asia/Shanghai', '2025-11-03', instantAt(due, '18:00', 'Asia/Shanghai'));
      const firings = ask(
        'core/month-ahead',
        person,
        {},
        during('2025-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z', cnCalendar),
      );
      expect(firings.map(({ at, key }) => [onTheWall(at, 'Asia/Shanghai'), key])).toEqual([
        [`${told} 09:00`, due.slice(0, 7)],
      ]);
    }
  });
});

describe('a year that is not published', () => {
  test('counts Monday to Friday, and dates that may move are called provisional', () => {
    const person = someone('Asia/Shanghai', '2026-11-02', instantAt('2027-01-06', '18:00', 'Asia/Shanghai'));
    const items = person.items.map((item) => ({ ...item, provisional: true }));
    const [firing] = ask(
      'core/before-due',
      { ...person, items },
      { days: 3, unit: 'WORKDAY' },
      during('2026-11-01T00:00:00.000Z', '2027-02-01T00:00:00.000Z', cnCalendar),
    );
    // 1 January is a holiday that nobody has published yet.
    expect(onTheWall(firing?.at ?? '', 'Asia/Shanghai')).toBe('2027-01-01 09:00');
    expect(firing?.about['zh-CN']).toContain('暂定');
    expect(firing?.about.en).toContain('provisional');
    expect(firing?.why.en).toContain('not published');
    expect(firing?.why['zh-CN']).toContain('还没公布');
    expect(plainTimeIn(firing?.at ?? '', 'Asia/Shanghai')).toBe('09:00:00');
  });
});
