const DAY_MS = 86_400_000;

/** The Monday after a calendar date (`2026-03-02`): the best start of a plan that counts in weeks. */
export function nextMonday(today: string): string {
  const at = Date.parse(`${today}T00:00:00Z`);
  const daysSinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at + (7 - daysSinceMonday) * DAY_MS).toISOString().slice(0, 10);
}

/** Whether somebody who is added today comes after the cohort's first calendar week; then they start today, as on the server. */
export const joinsLate = (cohortStartsOn: string, today: string): boolean =>
  cohortStartsOn < new Date(Date.parse(`${nextMonday(today)}T00:00:00Z`) - 7 * DAY_MS).toISOString().slice(0, 10);
