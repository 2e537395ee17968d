import { describe, expect, it } from '@jest/globals';
import { messageCalendar, messageFigures, messagesByDate } from './message-calendar';

const event = (at: string, to = ['LEARNER'], kind = 'REMINDER') => ({ at, to, kind });
const day = (date: string, events: ReturnType<typeof event>[] = [], workday = true) => ({ date, workday, events });
const ZONE = 'Asia/Shanghai';

const days = [
  day('2026-01-30', [
    event('2026-01-30T01:00:00Z'),
    event('2026-01-30T00:30:00Z'),
    event('2026-01-30T02:00:00Z', [], 'DUE'),
  ]),
  day('2026-01-31', [event('2026-01-31T17:00:00Z', ['MENTOR'])], false),
  day('2026-02-02', [event('2026-02-02T01:00:00Z', ['LEARNER', 'MENTOR'])]),
];

describe('the messages of a sample person', () => {
  it('stand on the day of the reader’s zone, in order, and are messages only', () => {
    const byDate = messagesByDate(days, ZONE);
    expect([...byDate].map(([date, list]) => [date, list.map(({ at }) => at.slice(11, 16))])).toEqual([
      ['2026-01-30', ['00:30', '01:00']],
      ['2026-02-01', ['17:00']],
      ['2026-02-02', ['01:00']],
    ]);
    expect(messageFigures(byDate)).toEqual({ messages: 4, days: 3, most: { date: '2026-01-30', count: 2 } });
    expect(messageFigures(new Map())).toEqual({ messages: 0, days: 0, most: undefined });
  });

  it('can be those to one role alone', () => {
    expect([...messagesByDate(days, ZONE, 'MENTOR').keys()]).toEqual(['2026-02-01', '2026-02-02']);
  });

  it('fill a grid of whole weeks for each month, Monday first', () => {
    const months = messageCalendar(days, ZONE);
    expect(months.map(({ month, weeks, count }) => [month, weeks.length, count])).toEqual([
      ['2026-01', 5, 2],
      ['2026-02', 5, 2],
    ]);
    for (const { weeks } of months) for (const week of weeks) expect(week).toHaveLength(7);
    const [january] = months;
    expect(january?.weeks[0]?.map(({ date, isOutside }) => `${date.slice(8)}${isOutside ? '-' : ''}`)).toEqual([
      '29-',
      '30-',
      '31-',
      '01',
      '02',
      '03',
      '04',
    ]);
    expect(january?.weeks[4]?.[4]).toMatchObject({ date: '2026-01-30', workday: true });
    expect(january?.weeks[4]?.[5]).toMatchObject({ date: '2026-01-31', workday: false, messages: [] });
    // The simulation says nothing of the first days of the month: a Saturday is one.
    expect(january?.weeks[0]?.slice(4).map(({ workday }) => workday)).toEqual([true, false, false]);
    expect(january?.weeks[4]?.[6]).toMatchObject({ date: '2026-02-01', isOutside: true, messages: [] });
  });

  it('cross a year, and are nothing where nothing was simulated', () => {
    const months = messageCalendar([day('2026-12-31'), day('2027-01-01')], ZONE);
    expect(months.map(({ month }) => month)).toEqual(['2026-12', '2027-01']);
    expect(messageCalendar([], ZONE)).toEqual([]);
  });
});
