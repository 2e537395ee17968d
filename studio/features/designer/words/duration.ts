const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** Hours of an ISO 8601 duration of days, hours and minutes: `PT24H`, `P2D` (48); undefined when it is none. */
export function durationHours(duration: string | undefined): number | undefined {
  const match = duration === undefined ? null : DURATION.exec(duration);
  if (!match) return undefined;
  const [, days = '0', hours = '0', minutes = '0'] = match;
  return Number(days) * 24 + Number(hours) + Number(minutes) / 60;
}

/** The shortest duration of whole hours, or of minutes where they are not whole: 24 → `PT24H`, 1.5 → `PT90M`. */
export function hoursDuration(hours: number): string {
  return Number.isInteger(hours) ? `PT${hours}H` : `PT${Math.round(hours * 60)}M`;
}
