import { dateIn, daysBetween } from '@/features/time/words';

/** The plan week (1-based) of a day, counted in calendar weeks from Monday; the first holds the start day. */
export function weekOf(startsOn: string, day: string): number {
  const weekday = (new Date(`${startsOn}T00:00:00Z`).getUTCDay() + 6) % 7;
  return Math.floor((daysBetween(startsOn, day) + weekday) / 7) + 1;
}

/** First and last week of a stage; undefined where a date waits for something. */
export function stageWeeks(
  stage: { opensAt?: string | null; dueAt?: string | null },
  startsOn: string,
  zone: string,
): { from: number; to: number } | undefined {
  if (!stage.opensAt || !stage.dueAt) return undefined;
  return { from: weekOf(startsOn, dateIn(zone, stage.opensAt)), to: weekOf(startsOn, dateIn(zone, stage.dueAt)) };
}
