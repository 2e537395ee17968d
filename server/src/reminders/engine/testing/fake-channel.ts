import { addMs, type Instant, plainDateIn } from '@planwright/schema/time';
import type { DedupeKind, Settled } from '../../deliver/reconcile.js';
import type { ChannelOutcome } from '../../deliver/retry.js';
import type { Random } from '../index.js';

/** What somebody outside sees: one line for each message that the provider took. */
export interface ProviderEntry {
  /** When the call was made. */
  calledAt: Instant;
  /** When the provider had it; later than the answer for slow ones. */
  at: Instant;
  route: string;
  key: string;
  person: string;
  hash: string;
  /** The person got a message; false = the provider dropped a repeat. */
  effect: boolean;
}

export interface ProviderFaults {
  /** Chance of each, in [0, 1). */
  throttled: number;
  failing: number;
  /** Cut before the provider had it, and after. */
  cutBefore: number;
  cutAfter: number;
  /** Takes it only after we stopped waiting. */
  slow: number;
  rejecting: number;
}

export const NO_FAULTS: ProviderFaults = {
  throttled: 0,
  failing: 0,
  cutBefore: 0,
  cutAfter: 0,
  slow: 0,
  rejecting: 0,
};

/** A provider of one dedupe kind with a log of its own, and every way in which providers fail. */
export class FakeChannel {
  readonly log: ProviderEntry[] = [];
  private readonly keys = new Set<string>();
  private readonly contents = new Set<string>();
  private readonly takenAt = new Map<string, Instant>();

  constructor(
    readonly route: string,
    readonly dedupe: DedupeKind,
    readonly bytes: number | undefined,
    private readonly faults: ProviderFaults,
    private readonly down: (now: Instant) => boolean,
    private readonly random: Random,
  ) {}

  /** As the half-open probe of a circuit asks. */
  isUp = (now: Instant): boolean => !this.down(now);

  send(now: Instant, message: { key: string; person: string; hash: string }): ChannelOutcome {
    if (this.down(now)) return { status: 'retry' };
    const { throttled, failing, cutBefore, cutAfter, slow, rejecting } = this.faults;
    let draw = this.random();
    const happens = (chance: number): boolean => {
      draw -= chance;
      return draw < 0;
    };
    if (happens(throttled)) return { status: 'retry', retryAfterMs: 90_000 };
    if (happens(failing)) return { status: 'retry' };
    if (happens(rejecting)) return { status: 'rejected' };
    if (happens(cutBefore)) return { status: 'unknown' };
    if (happens(slow)) {
      this.take(now, addMs(now, 45_000), message);
      return { status: 'unknown' };
    }
    this.take(now, now, message);
    return happens(cutAfter) ? { status: 'unknown' } : { status: 'accepted' };
  }

  /** Only `lookup` channels know. */
  settle(now: Instant, key: string): Settled {
    if (this.down(now)) return 'unknown';
    const at = this.takenAt.get(key);
    return at !== undefined && at <= now ? 'delivered' : 'absent';
  }

  private take(calledAt: Instant, at: Instant, { key, person, hash }: { key: string; person: string; hash: string }) {
    this.log.push({ calledAt, at, route: this.route, key, person, hash, effect: this.shows(at, key, person, hash) });
    if (!this.takenAt.has(key)) this.takenAt.set(key, at);
  }

  private shows(at: Instant, key: string, person: string, hash: string): boolean {
    const { dedupe } = this;
    switch (dedupe.how) {
      case 'key':
        return isNew(this.keys, key);
      case 'content':
        return isNew(this.contents, `${person} ${hash} ${plainDateIn(at, 'Asia/Shanghai')}`);
      case 'lookup':
      case 'none':
        return true;
      default:
        return dedupe satisfies never;
    }
  }
}

function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
