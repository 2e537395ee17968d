import type { Dedupe } from '@planwright/plugin-sdk';
import type { PlanDefinition } from '@planwright/schema/definition';
import type { PlainDate, Zone } from '@planwright/schema/time';
import { seededRandom } from '../../engine/random.js';
import type { Conduct } from './conduct.js';

/** Channels of plans that lead to a provider; everything else leads to the inbox. */
export const ROUTES = ['chat', 'email'] as const;
export type ProviderRoute = (typeof ROUTES)[number];

/** Zones whose clocks change, on both halves of the globe, by an hour and by half of one; Shanghai stands for those that do not. */
export const ZONES: readonly Zone[] = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Africa/Cairo',
  'Europe/London',
  'Asia/Beirut',
];

export interface QuarterSettings {
  seed: number;
  people: number;
  weeks: number;
  conduct: Conduct;
  definition: PlanDefinition;
  /** Absent = one is drawn for each provider. */
  kinds?: Partial<Record<ProviderRoute, Dedupe>>;
  /** Where e-mail leads; two channels at one provider make one message. */
  emailTo?: ProviderRoute | 'inbox';
  /** Absent = Shanghai alone. */
  zones?: readonly Zone[];
  startsOn?: PlainDate;
  faults?: Partial<Faults>;
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

export interface Faults {
  provider: ProviderFaults;
  /** Chance that a worker dies at each point around a transaction and a call. */
  crash: number;
  /** No worker runs for this many days, somewhere in the weeks. */
  outageDays: number;
  /** The provider of chat is away for this many days. */
  providerOutageDays: number;
  /** Share of people who go through a change: leaving, a moved date, another mentor, another version, a lost account. */
  upheaval: number;
  /** How far the clock of a second worker is behind, in ms; it comes now and then, at the same time as the right one. */
  behindMs: readonly number[];
}

const NO_PROVIDER_FAULTS: ProviderFaults = {
  throttled: 0,
  failing: 0,
  cutBefore: 0,
  cutAfter: 0,
  slow: 0,
  rejecting: 0,
};

export const NO_FAULTS: Faults = {
  provider: NO_PROVIDER_FAULTS,
  crash: 0,
  outageDays: 0,
  providerOutageDays: 0,
  upheaval: 0,
  behindMs: [],
};

const HOURS = 3_600_000;

/** Everything that may go wrong, in a mixture drawn from the seed: each seed has some of it, many have most. */
export function troubledQuarter(seed: number, people: number, definition: PlanDefinition): QuarterSettings {
  const random = seededRandom(seed ^ 0x7a0b1e);
  const maybe = <T>(value: T, otherwise: T, chance = 0.5): T => (random() < chance ? value : otherwise);
  const faults: Partial<Faults> = {
    provider: {
      throttled: maybe(0.03, 0),
      failing: maybe(0.04, 0),
      cutBefore: maybe(0.02, 0),
      cutAfter: maybe(0.03, 0),
      slow: maybe(0.02, 0),
      rejecting: maybe(0.003, 0),
    },
    crash: maybe(0.01, 0.001),
    outageDays: [0, 0, 3, 15][Math.floor(random() * 4)] ?? 0,
    providerOutageDays: [0, 0, 3, 15][Math.floor(random() * 4)] ?? 0,
    upheaval: 0.3,
    behindMs: maybe([2 * HOURS, 40 * 24 * HOURS], []),
  };
  const conduct = random() < 0.8 ? 'MIXED' : random() < 0.5 ? 'NOBODY' : 'DILIGENT';
  const emailTo = (['email', 'email', 'chat', 'inbox'] as const)[Math.floor(random() * 4)] ?? 'email';
  return { seed, people, weeks: 12, conduct, definition, emailTo, zones: maybe(ZONES, ['Asia/Shanghai'], 0.6), faults };
}
