import type { LocalizedText } from '@planwright/schema/text';
import type { z } from 'zod';
import type { Channel } from './channel.js';
import type { Connector } from './connector.js';
import type { Context, HttpResponse, Verdict } from './context.js';
import type { Inbound } from './inbound.js';
import type { ReminderRule, Scorer } from './rules.js';

/** The wire version this SDK speaks; the host speaks it and the one before. */
export const API = 1;

export interface Permissions {
  /** `https://api.example.com/*`, or `{config.baseUrl}/*` */
  http?: string[];
  /** `{config.host}:{config.port}` */
  smtp?: string[];
  inbound?: boolean;
}

export interface CheckReport {
  verdict: Verdict;
  /** In both languages: what was tried, what is missing, what to do. */
  messages: LocalizedText[];
}

export interface Plugin<C extends z.ZodObject = z.ZodObject> {
  /** Lower case, and with the version equal to package.json's (name without scope and `plugin-`). */
  id: string;
  version: string;
  api: typeof API;
  title: LocalizedText;
  description: LocalizedText;
  /** Settings of an integration; `.meta({ secret: true })` marks secrets. Empty for plugins of rules alone. */
  config: C;
  migrateConfig?: Record<number, (old: Record<string, unknown>) => Record<string, unknown>>;
  permissions: Permissions;
  limits?: { callMs?: number; memoryMb?: number; concurrency?: number };
  /** HTTP 200 lies: tells what a response means. */
  classify?(response: HttpResponse): Verdict;
  /** “Test connection”. Never throws for what a provider answers. */
  check?(ctx: Context<C>): Promise<CheckReport>;
  connectors?: Record<string, Connector<C>>;
  channels?: Record<string, Channel<C>>;
  inbound?: Record<string, Inbound<C>>;
  // biome-ignore lint/suspicious/noExplicitAny: each rule has settings of its own; a map cannot say so, and `unknown` would refuse them all
  reminderRules?: Record<string, ReminderRule<any>>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  scorers?: Record<string, Scorer<any>>;
}

export const definePlugin = <C extends z.ZodObject>(plugin: Plugin<C>): Plugin<C> => plugin;
