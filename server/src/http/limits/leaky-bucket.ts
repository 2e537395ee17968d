import { type Clock, msBetween } from '../../clock/index.js';

export interface BucketSize {
  /** Points that may be spent at once. */
  burst: number;
  /** Points that come back in a second. */
  perSecond: number;
}

/** Principals that are remembered at once; the longest unseen is forgotten first. */
const REMEMBERED = 10_000;

/** Spent points per principal, in the memory of this replica: a brake on floods, not an account. */
export class LeakyBuckets {
  readonly #levels = new Map<string, { level: number; at: string }>();

  constructor(private readonly clock: Clock) {}

  /** Takes `cost` points from the principal; false (and nothing taken) when fewer are left. */
  spend(principal: string, cost: number, { burst, perSecond }: BucketSize): boolean {
    const now = this.clock.real();
    const before = this.#levels.get(principal);
    const leaked = before ? (Math.max(0, msBetween(before.at, now)) / 1000) * perSecond : 0;
    const level = Math.max(0, (before?.level ?? 0) - leaked) + cost;
    if (level > burst) return false;
    this.#levels.delete(principal);
    this.#levels.set(principal, { level, at: now });
    if (this.#levels.size > REMEMBERED) {
      const [oldest] = this.#levels.keys();
      if (oldest !== undefined) this.#levels.delete(oldest);
    }
    return true;
  }
}
