import type { DateRule, Roll } from '../calendar/date-rule.js';
import { cnCalendar } from '../calendar/generated/cn.js';
import { type Anchors, resolveDate } from '../calendar/resolve-date.js';
import { reviewDeadline } from '../calendar/review-deadline.js';
import { addWorkdays, isWorkday, rollDate } from '../calendar/workdays.js';
import { weekOf } from '../time/plain-date.js';
import { instantAt, plainDateIn, plainTimeIn } from '../time/zone.js';

/** One line of the table: what was asked, what a person with a paper calendar found, what came out. */
export interface DateCase {
  asked: string;
  expected: unknown;
  actual: unknown;
}

const row = (asked: string, expected: unknown, actual: unknown): DateCase => ({ asked, expected, actual });

const workday = (date: string, expected: boolean, provisional = false): DateCase =>
  row(`${date} is a working day`, { workday: expected, provisional }, isWorkday(date, cnCalendar));

const plus = (date: string, n: number, expected: string, provisional = false): DateCase =>
  row(`${date} and ${n} working days`, { date: expected, provisional }, addWorkdays(date, n, cnCalendar));

const rolled = (date: string, roll: Roll, expected: string, provisional = false): DateCase =>
  row(`${date} rolled ${roll}`, { date: expected, provisional }, rollDate(date, roll, cnCalendar));

const clock = (date: string, time: string, zone: string, expected: string): DateCase =>
  row(`${date} ${time} in ${zone}`, expected, instantAt(date, time, zone));

function rule(
  startsOn: string,
  dateRule: DateRule,
  expected: unknown,
  options: { zone?: string; kind?: 'opens' | 'due'; anchor?: string } = {},
) {
  const { zone = 'Asia/Shanghai', kind = 'due', anchor } = options;
  const anchors: Anchors = { startsOn, lookup: () => anchor };
  const asked = `${JSON.stringify(dateRule)} from ${startsOn} in ${zone} (${kind}, anchor ${anchor ?? 'none'})`;
  return row(asked, expected, resolveDate(dateRule, anchors, { calendar: cnCalendar, zone, kind }));
}

const at = (instant: string, provisional = false) => ({ at: instant, provisional });
const friday = (week: number): DateRule => ({ week, weekday: 'FRI', at: '18:00' });

function review(
  submittedAt: string,
  within: string,
  hours: 'HOURS' | 'WORKING_HOURS',
  expected: string,
  more: { zone?: string; from?: string; to?: string; provisional?: boolean } = {},
) {
  const { zone = 'Asia/Shanghai', from = '09:00', to = '18:00', provisional = false } = more;
  return row(
    `review of ${submittedAt} within ${within} ${hours} in ${zone} ${from}–${to}`,
    at(expected, provisional),
    reviewDeadline(submittedAt, within, hours, { zone, calendar: cnCalendar, workingHours: { from, to } }),
  );
}

/** Every expected value was found by hand with the State Council's notices and the zones' rules. */
export function dateTable(): DateCase[] {
  return [
    // Make-up days and the holidays beside them.
    workday('2026-01-04', true),
    workday('2026-01-03', false),
    workday('2026-02-14', true),
    workday('2026-02-15', false),
    workday('2026-02-23', false),
    workday('2026-02-24', true),
    workday('2026-02-28', true),
    workday('2026-03-01', false),
    workday('2026-05-09', true),
    workday('2026-09-20', true),
    workday('2026-10-10', true),
    workday('2025-01-26', true),
    workday('2025-01-25', false),
    workday('2024-02-04', true),
    workday('2024-02-17', false),
    workday('2027-01-01', true, true),
    workday('2027-01-02', false, true),
    workday('2023-12-29', true, true),

    // Across Spring Festival 2026, 15–23 February.
    plus('2026-02-13', 1, '2026-02-14'),
    plus('2026-02-13', 2, '2026-02-24'),
    plus('2026-02-13', 6, '2026-02-28'),
    plus('2026-02-13', 7, '2026-03-02'),
    plus('2026-02-18', 1, '2026-02-24'),
    plus('2026-02-18', -1, '2026-02-14'),
    plus('2026-02-24', -2, '2026-02-13'),
    plus('2026-02-16', 0, '2026-02-24'),
    plus('2026-02-14', 0, '2026-02-14'),
    plus('2025-12-31', 1, '2026-01-04'),
    plus('2025-12-31', 2, '2026-01-05'),
    plus('2026-04-30', 1, '2026-05-06'),
    plus('2026-04-30', 4, '2026-05-09'),
    plus('2026-04-30', 5, '2026-05-11'),
    plus('2025-01-24', 1, '2025-01-26'),
    plus('2025-01-24', 3, '2025-02-05'),
    plus('2025-01-24', 6, '2025-02-08'),
    plus('2026-10-12', -3, '2026-10-08'),
    plus('2026-10-12', -4, '2026-09-30'),

    // 2027 is not published; the day that is counted from is not counted.
    plus('2026-12-30', 1, '2026-12-31'),
    plus('2026-12-31', 1, '2027-01-01', true),
    plus('2027-01-04', -1, '2027-01-01', true),
    plus('2027-01-01', -1, '2026-12-31'),
    plus('2027-01-02', 0, '2027-01-04', true),
    plus('2023-12-31', 1, '2024-01-02'),

    rolled('2026-02-21', 'NONE', '2026-02-21'),
    rolled('2026-02-21', 'FOLLOWING', '2026-02-24'),
    rolled('2026-02-21', 'PRECEDING', '2026-02-14'),
    rolled('2026-02-21', 'MODIFIED_FOLLOWING', '2026-02-24'),
    rolled('2026-01-31', 'MODIFIED_FOLLOWING', '2026-01-30'),
    rolled('2026-01-31', 'FOLLOWING', '2026-02-02'),
    rolled('2026-02-28', 'FOLLOWING', '2026-02-28'),
    rolled('2027-01-03', 'PRECEDING', '2027-01-01', true),

    // The Fridays of the retail plan that starts on Monday 5 January 2026.
    rule('2026-01-05', friday(1), at('2026-01-09T10:00:00.000Z')),
    rule('2026-01-05', friday(2), at('2026-01-16T10:00:00.000Z')),
    rule('2026-01-05', friday(4), at('2026-01-30T10:00:00.000Z')),
    rule('2026-01-05', friday(6), at('2026-02-13T10:00:00.000Z')),
    rule('2026-01-05', friday(8), at('2026-02-27T10:00:00.000Z')),
    rule('2026-01-05', friday(10), at('2026-03-13T10:00:00.000Z')),
    rule('2026-01-05', friday(11), at('2026-03-20T10:00:00.000Z')),
    rule('2026-01-05', friday(12), at('2026-03-27T10:00:00.000Z')),
    // Week 1 holds the start day, also when that is its Sunday.
    rule('2026-01-11', friday(1), at('2026-01-09T10:00:00.000Z')),
    rule('2026-01-11', friday(2), at('2026-01-16T10:00:00.000Z')),
    rule('2026-01-05', { week: 3, weekday: 'MON' }, at('2026-01-18T16:00:00.000Z'), { kind: 'opens' }),
    row('week of 2026-02-22 from 2026-01-05', 7, weekOf('2026-02-22', '2026-01-05')),
    row('week of 2026-02-23 from 2026-01-07', 8, weekOf('2026-02-23', '2026-01-07')),
    row('week of 2026-01-04 from 2026-01-05', 0, weekOf('2026-01-04', '2026-01-05')),

    // The interview report: seven days after it opens, 18:00, PRECEDING.
    rule(
      '2026-01-05',
      { anchor: 'OPENED', offset: 7, unit: 'DAY', at: '18:00', roll: 'PRECEDING' },
      at('2026-01-12T10:00:00.000Z'),
      { anchor: '2026-01-04T16:00:00.000Z' },
    ),
    rule(
      '2026-01-05',
      { anchor: 'OPENED', offset: 7, unit: 'DAY', at: '18:00', roll: 'PRECEDING' },
      at('2026-02-14T10:00:00.000Z'),
      { anchor: '2026-02-10T03:00:00.000Z' },
    ),
    // 23:30 on the 9th in Shanghai is still the 9th in UTC, and 00:30 on the 10th is the 9th there: the person's date counts.
    rule('2026-01-05', { anchor: { completed: 'x' }, offset: 1, unit: 'DAY' }, at('2026-01-11T15:59:59.000Z'), {
      anchor: '2026-01-09T16:30:00.000Z',
    }),
    rule('2026-01-05', { anchor: 'START', offset: 0, unit: 'DAY' }, at('2026-01-04T16:00:00.000Z'), { kind: 'opens' }),
    rule('2026-01-05', { anchor: 'START', offset: 0, unit: 'DAY' }, at('2026-01-05T15:59:59.000Z')),
    rule('2026-01-31', { anchor: 'START', offset: 1, unit: 'MONTH' }, at('2026-02-28T15:59:59.000Z')),
    rule('2026-01-31', { anchor: 'START', offset: 13, unit: 'MONTH', at: '12:00' }, at('2027-02-28T04:00:00.000Z')),
    rule('2024-03-31', { anchor: 'START', offset: -1, unit: 'MONTH', at: '12:00' }, at('2024-02-29T04:00:00.000Z')),
    rule('2026-02-09', { anchor: 'START', offset: 1, unit: 'WEEK', roll: 'FOLLOWING' }, at('2026-02-24T15:59:59.000Z')),
    rule('2026-02-13', { anchor: 'START', offset: 2, unit: 'WORKDAY', at: '18:00' }, at('2026-02-24T10:00:00.000Z')),
    rule(
      '2026-12-28',
      { anchor: 'START', offset: 5, unit: 'WORKDAY', at: '18:00' },
      at('2027-01-04T10:00:00.000Z', true),
    ),
    rule('2026-12-28', { anchor: 'START', offset: 14, unit: 'DAY', at: '18:00' }, at('2027-01-11T10:00:00.000Z')),
    rule(
      '2026-12-28',
      { anchor: 'START', offset: 14, unit: 'DAY', at: '18:00', roll: 'FOLLOWING' },
      at('2027-01-11T10:00:00.000Z', true),
    ),
    rule('2026-01-05', { anchor: 'START', offset: 36, unit: 'HOUR' }, at('2026-01-06T04:00:00.000Z')),
    rule('2026-01-05', { anchor: { completed: 'x' }, offset: -90, unit: 'MINUTE' }, at('2026-01-09T15:00:00.000Z'), {
      anchor: '2026-01-09T16:30:00.000Z',
    }),
    rule('2026-01-05', { fixed: '2026-05-01T18:00' }, at('2026-05-01T10:00:00.000Z')),
    rule('2026-01-05', { fixed: '2026-05-01T18:00' }, at('2026-05-01T22:00:00.000Z'), { zone: 'America/New_York' }),
    rule(
      '2026-01-05',
      { anchor: { completed: 'goal-plan' }, offset: 1, unit: 'DAY' },
      { awaiting: 'completed:goal-plan' },
    ),
    rule('2026-01-05', { anchor: { event: 'PROMOTED' }, offset: 1, unit: 'DAY' }, { awaiting: 'event:PROMOTED' }),

    // Hours that do not exist move on by the gap, hours that exist twice are the first.
    clock('2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'),
    clock('2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'),
    clock('2026-11-01', '02:00', 'America/New_York', '2026-11-01T07:00:00.000Z'),
    clock('2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'),
    clock('2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'),
    clock('2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'),
    clock('2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'),
    clock('2026-03-08', '00:00', 'America/Havana', '2026-03-08T05:00:00.000Z'),
    clock('2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'),
    clock('2026-01-01', '00:00', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'),
    clock('2026-06-01', '23:59:59', 'Asia/Shanghai', '2026-06-01T15:59:59.000Z'),
    row('date in Shanghai', '2026-01-10', plainDateIn('2026-01-09T16:30:00.000Z', 'Asia/Shanghai')),
    row('date in New York', '2026-01-09', plainDateIn('2026-01-10T04:59:59.999Z', 'America/New_York')),
    row('time in New York in summer', '20:30:00', plainTimeIn('2026-07-01T00:30:00.000Z', 'America/New_York')),

    // Friday 13 February 15:00 in Shanghai: 3 h, then Saturday the 14th 9 h, Tuesday the 24th 9 h, 3 h on the 25th.
    review('2026-02-13T07:00:00.000Z', 'PT24H', 'HOURS', '2026-02-14T07:00:00.000Z'),
    review('2026-02-13T07:00:00.000Z', 'PT24H', 'WORKING_HOURS', '2026-02-25T04:00:00.000Z'),
    review('2026-02-13T07:00:00.000Z', 'P1D', 'WORKING_HOURS', '2026-02-14T07:00:00.000Z'),
    review('2026-02-13T07:00:00.000Z', 'P2DT30M', 'HOURS', '2026-02-15T07:30:00.000Z'),
    // On a Saturday evening the clock starts on Monday at nine; at seven it starts at nine too.
    review('2026-01-10T12:00:00.000Z', 'PT4H', 'WORKING_HOURS', '2026-01-12T05:00:00.000Z'),
    review('2026-01-11T23:00:00.000Z', 'PT9H', 'WORKING_HOURS', '2026-01-12T10:00:00.000Z'),
    // One hour of the day is left, and the next working day is the make-up Sunday.
    review('2025-12-31T09:00:00.000Z', 'PT2H', 'WORKING_HOURS', '2026-01-04T02:00:00.000Z'),
    review('2026-12-31T09:00:00.000Z', 'PT2H', 'WORKING_HOURS', '2027-01-01T02:00:00.000Z', { provisional: true }),
    // A night shift from 22:00 on Friday works on after midnight; at 02:00 four hours of it are left.
    review('2026-01-09T18:00:00.000Z', 'PT5H', 'WORKING_HOURS', '2026-01-12T15:00:00.000Z', {
      from: '22:00',
      to: '06:00',
    }),
    // A reviewer in New York: Thursday 5 March 14:00 there; 4 h, Friday 9 h, Monday in summer time 9 h, 2 h.
    review('2026-03-05T19:00:00.000Z', 'PT24H', 'WORKING_HOURS', '2026-03-10T15:00:00.000Z', {
      zone: 'America/New_York',
    }),
  ];
}
