import { weekOf } from '@planwright/schema/time';

/** Days of a simulation by the plan's calendar weeks, quiet days left out; a holiday with nothing on it says nothing. */
export function byWeek<Day extends { date: string; events: readonly unknown[] }>(
  days: readonly Day[],
  startsOn: string,
): { week: number; days: Day[] }[] {
  const weeks = new Map<number, Day[]>();
  for (const day of days) {
    if (day.events.length === 0) continue;
    const week = weekOf(day.date, startsOn);
    weeks.set(week, [...(weeks.get(week) ?? []), day]);
  }
  return [...weeks].sort(([a], [b]) => a - b).map(([week, inWeek]) => ({ week, days: inWeek }));
}
