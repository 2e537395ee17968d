import { createHash } from 'node:crypto';
import type { Dedupe, Outcome } from '@planwright/plugin-sdk';
import { addMs, type Instant, plainDateIn } from '@planwright/schema/time';
import type { Called } from '../../../plugins/host/plugin-host.js';
import type { ChannelPort } from '../../ports.js';
import { lot } from './conduct.js';
import type { ProviderFaults } from './quarter-settings.js';

/** What somebody outside sees: one line for each message that a provider took. */
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

export interface ProvidersOptions {
  seed: number;
  faults: ProviderFaults;
  now(): Instant;
  /** Away just now. */
  down(route: string): boolean;
  providers: readonly { integrationId: string; route: string; dedupe: Dedupe; bytes?: number }[];
}

const CUT = { kind: 'died', message: 'cut' } as const;

/** Providers of each dedupe kind with a log of their own, and every way in which providers fail. */
export function fakeProviders({ seed, faults, now, down, providers }: ProvidersOptions): {
  channels: ChannelPort;
  log: ProviderEntry[];
} {
  const log: ProviderEntry[] = [];
  const seen = new Set<string>();
  const takenAt = new Map<string, Instant>();
  const calls = new Map<string, number>();
  const providerOf = (integrationId: string) => {
    const provider = providers.find((one) => one.integrationId === integrationId);
    if (!provider) throw new Error(`nothing leads to ${integrationId}`);
    return provider;
  };
  const isNew = (what: string): boolean => seen.size < seen.add(what).size;
  const shows = (dedupe: Dedupe, entry: Omit<ProviderEntry, 'effect'>): boolean => {
    switch (dedupe.how) {
      case 'key':
        return isNew(`${entry.route} ${entry.key}`);
      case 'content':
        return isNew(`${entry.route} ${entry.person} ${entry.hash} ${plainDateIn(entry.at, 'Asia/Shanghai')}`);
      case 'lookup':
      case 'none':
        return true;
      default:
        return dedupe satisfies never;
    }
  };

  const channels: ChannelPort = {
    describe: async ({ integrationId }) => {
      const { dedupe, bytes } = providerOf(integrationId);
      return { dedupe, rates: [], settles: dedupe.how === 'lookup', ...(bytes === undefined ? {} : { bytes }) };
    },
    admit: async () => ({ ok: true }),
    addresses: async (_channel, people) => ({ ok: true, value: people.map(({ email }) => email ?? null) }),
    send: async ({ integrationId }, { key, to: [to], content }): Promise<Called<Outcome[]>> => {
      const { route, dedupe } = providerOf(integrationId);
      if (!to) return { ok: true, value: [] };
      if (down(route)) return { ok: false, failure: { kind: 'unavailable', message: 'away' } };
      const call = (calls.get(key) ?? 0) + 1;
      calls.set(key, call);
      // Drawn by the message and not in the order of calls, so that a seed tells the same story again.
      let draw = lot(seed, key, call);
      const happens = (chance: number): boolean => {
        draw -= chance;
        return draw < 0;
      };
      const answer = (outcome: Omit<Outcome, 'person'>): Called<Outcome[]> => ({
        ok: true,
        value: [{ person: to.person, ...outcome }],
      });
      if (happens(faults.throttled)) return answer({ status: 'retry', retryAfterMs: 90_000 });
      if (happens(faults.failing)) return answer({ status: 'retry' });
      if (happens(faults.rejecting)) return answer({ status: 'rejected' });
      if (happens(faults.cutBefore)) return { ok: false, failure: CUT };
      const isSlow = happens(faults.slow);
      const hash = createHash('sha256').update(`${content.title}\n${content.markdown}`).digest('hex');
      const at = isSlow ? addMs(now(), 45_000) : now();
      const entry = { calledAt: now(), at, route, key, person: to.person, hash };
      log.push({ ...entry, effect: shows(dedupe, entry) });
      if (!takenAt.has(key)) takenAt.set(key, at);
      return isSlow || happens(faults.cutAfter) ? { ok: false, failure: CUT } : answer({ status: 'accepted' });
    },
    settle: async ({ integrationId }, refs) => {
      const isDown = down(providerOf(integrationId).route);
      const status = (ref: string): Outcome['status'] => {
        if (isDown) return 'unknown';
        const at = takenAt.get(ref);
        return at !== undefined && at <= now() ? 'delivered' : 'retry';
      };
      return { ok: true, value: refs.map((ref) => ({ person: '', ref, status: status(ref) })) };
    },
  };
  return { channels, log };
}
