/**
 * A fraction as whole percent, rounded half up from the exact counts, so that 29 of 40 is 73 on every screen.
 * Undefined while nothing counts yet.
 */
export function percentOf(count: number, of: number): number | undefined {
  return of === 0 ? undefined : Math.floor((count * 200 + of) / (2 * of));
}
