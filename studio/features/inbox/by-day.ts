import { dateIn } from '@/features/time/words';

/** Things in their order, in groups of the calendar day on which they happened in the zone. */
export function byDay<One>(
  list: readonly One[],
  atOf: (one: One) => string,
  zone: string,
): { date: string; list: One[] }[] {
  const days: { date: string; list: One[] }[] = [];
  for (const one of list) {
    const date = dateIn(zone, atOf(one));
    const last = days.at(-1);
    if (last?.date === date) last.list.push(one);
    else days.push({ date, list: [one] });
  }
  return days;
}
