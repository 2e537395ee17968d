import type { Dedupe } from '@planwright/plugin-sdk';

/** A fake provider of each kind, and the channel of plans that leads to it. */
export const KINDS = {
  chat: { how: 'key' },
  email: { how: 'lookup' },
  todo: { how: 'content', window: 'day' },
  sms: { how: 'none' },
} as const satisfies Record<string, Dedupe>;

export type ChaosChannel = keyof typeof KINDS;
export const CHANNELS = Object.keys(KINDS) as ChaosChannel[];

/** One line of the provider's log: a call that it let in. */
export interface ProviderCall {
  channel: ChaosChannel;
  key: string;
  person: string;
  content: string;
  /** Somebody's telephone rang. */
  effect: boolean;
}

/** What a worker is told by its environment. */
export interface ChaosSetting {
  appUrl: string;
  providerUrl: string;
  /** Integration by channel. */
  integrations: Record<ChaosChannel, string>;
  /** Everybody is to be told at this instant. */
  at: string;
}
