import type { Instant } from '@planwright/schema/time';

/** Where time comes from. The one place that reads the machine's clock is `systemClock`. */
export interface Clock {
  /** Real time: sign-ins, sessions, rate limits and leases stay on it, in a sandbox too. */
  real(): Instant;
  /** Runs `action` once, `delayMs` of real time from now, unless the returned function is called before. */
  after(delayMs: number, action: () => void): () => void;
}

/** The machine's clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  real: () => new Date().toISOString(),
  after: (delayMs, action) => {
    const timer = setTimeout(action, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** The time a workspace lives in: real time plus its offset (0 but in a sandbox). */
export function workspaceNow(clock: Clock, offsetMs: number): Instant {
  return plusMs(clock.real(), offsetMs);
}

/** `instant` moved by `ms` milliseconds. */
export function plusMs(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export function msBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}
