const DAY = 86_400_000;

/** How far the clock goes in one request: short enough to show how far it has come, and to stop between two. */
export const STEP_DAYS = 7;

/** The instants at which a long way is cut, the last is its end; empty when the end is not ahead. */
export function clockSteps(from: string, to: string): string[] {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  if (!Number.isFinite(start) || !Number.isFinite(end) || end <= start) return [];
  const steps: string[] = [];
  for (let at = start + STEP_DAYS * DAY; at < end; at += STEP_DAYS * DAY) steps.push(new Date(at).toISOString());
  return [...steps, new Date(end).toISOString()];
}

/** The same time of day `days` days later; days are those of UTC, so a change of summer time moves the hour. */
export const daysLater = (from: string, days: number): string => new Date(Date.parse(from) + days * DAY).toISOString();
