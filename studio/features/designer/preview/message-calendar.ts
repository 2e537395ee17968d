import { addDays } from '@planwright/schema/time';
import { dateIn } from '@/features/time/words';

interface Event {
  at: string;
  kind: string;
  to: readonly string[];
}
interface Day<One> {
  date: string;
  workday: boolean;
  events: readonly One[];
}

export interface CalendarDay<One> {
  date: string;
  /** Outside the month that is shown: a place in the grid and nothing more. */
  isOutside: boolean;
  /** As the plan's calendar has it; before and after the plan, where it says nothing, Monday to Friday. */
  workday: boolean;
  messages: One[];
}

export interface CalendarMonth<One> {
  /** `2026-01` */
  month: string;
  /** Weeks from Monday to Sunday. */
  weeks: CalendarDay<One>[][];
  count: number;
}

/** Monday = 0 … Sunday = 6. */
const weekday = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The reminders of a simulation by the day on which the reader gets them. `to` leaves only those to that role. */
export function messagesByDate<One extends Event>(
  days: readonly Day<One>[],
  zone: string,
  to?: string,
): Map<string, One[]> {
  const byDate = new Map<string, One[]>();
  for (const event of days.flatMap((day) => day.events)) {
    if (event.kind !== 'REMINDER' || (to !== undefined && !event.to.includes(to))) continue;
    const date = dateIn(zone, event.at);
    byDate.set(date, [...(byDate.get(date) ?? []), event]);
  }
  for (const messages of byDate.values()) messages.sort((a, b) => a.at.localeCompare(b.at));
  return byDate;
}

/** Whole months from the first to the last day of the simulation or of a message, as grids of weeks. */
export function messageCalendar<One extends Event>(
  days: readonly Day<One>[],
  zone: string,
  to?: string,
): CalendarMonth<One>[] {
  const byDate = messagesByDate(days, zone, to);
  const dates = [...days.map((day) => day.date), ...byDate.keys()].sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const workdays = new Map(days.map((day) => [day.date, day.workday]));
  const months: CalendarMonth<One>[] = [];
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = nextMonth(month)) {
    const weeks: CalendarDay<One>[][] = [];
    let count = 0;
    const start = `${month}-01`;
    const end = addDays(`${nextMonth(month)}-01`, -1);
    for (let monday = addDays(start, -weekday(start)); monday <= end; monday = addDays(monday, 7)) {
      weeks.push(
        Array.from({ length: 7 }, (_, index) => {
          const date = addDays(monday, index);
          const isOutside = date < start || date > end;
          const messages = isOutside ? [] : (byDate.get(date) ?? []);
          count += messages.length;
          return { date, isOutside, workday: workdays.get(date) ?? weekday(date) < 5, messages };
        }),
      );
    }
    months.push({ month, weeks, count });
  }
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** How many messages a person gets in all, and on their busiest day. */
export function messageFigures<One extends Event>(
  byDate: ReadonlyMap<string, readonly One[]>,
): {
  messages: number;
  days: number;
  most: { date: string; count: number } | undefined;
} {
  let messages = 0;
  let most: { date: string; count: number } | undefined;
  for (const [date, list] of byDate) {
    messages += list.length;
    if (list.length > (most?.count ?? 0)) most = { date, count: list.length };
  }
  return { messages, days: byDate.size, most };
}
