import type { Dedupe, Delivery, Identities, Outcome } from '@planwright/plugin-sdk';
import type { CatchUp, PlanProgress, RuleEnvironment, RuleOccurrence } from '@planwright/schema/rules';
import type { Logger } from 'pino';
import type { Clock } from '../clock/index.js';
import type { Database, Sql } from '../database/index.js';
import type { Inbox } from '../inbox/index.js';
import type { DefinitionCache } from '../plans/index.js';
import type { Called } from '../plugins/index.js';
import type { Random } from './engine/random.js';
import type { NoticeSources } from './notices/notice.js';

/** A rule of the release that a version pins. */
export interface ReminderRuleHandle {
  catchUp: CatchUp;
  occurrences(
    people: readonly PlanProgress[],
    params: Record<string, unknown>,
    environment: RuleEnvironment,
  ): Promise<Called<RuleOccurrence[]>>;
}

/** Where the rules of a published version are; undefined = nobody here can run it now. */
export interface ReminderRules {
  find(sql: Sql, workspaceId: string, versionId: string, use: string): Promise<ReminderRuleHandle | undefined>;
}

/** Which channel of which integration. */
export interface ChannelAddress {
  workspaceId: string;
  integrationId: string;
  /** Key of the channel within its plugin; null = the only one it has. */
  contribution: string | null;
}

/** What must be known of a channel before it is used. */
export interface ChannelDescription {
  dedupe: Dedupe;
  bytes?: number;
  rates: readonly { scope: 'call' | 'recipient'; max: number; perMs: number }[];
  /** `settle` answers. */
  settles: boolean;
  /** How long after an attempt began the provider surely knows whether it has it; absent = two minutes. */
  settlesAfterMs?: number;
}

export type Granted = { ok: true } | { ok: false; retryAfterMs: number };

/** Channels of integrations. Nothing throws for what a plugin or a provider does. */
export interface ChannelPort {
  /** undefined = it is not there (removed, or its plugin is off). */
  describe(channel: ChannelAddress): Promise<ChannelDescription | undefined>;
  /** Takes a place in the limits of the channel, for one message to one person. */
  admit(channel: ChannelAddress, description: ChannelDescription, personId: string): Promise<Granted>;
  addresses(channel: ChannelAddress, people: readonly Identities[]): Promise<Called<(string | null)[]>>;
  send(channel: ChannelAddress, delivery: Delivery): Promise<Called<Outcome[]>>;
  settle(channel: ChannelAddress, refs: string[]): Promise<Called<Outcome[]>>;
}

export interface ReminderDeps {
  database: Pick<Database, 'work' | 'look' | 'lookUp'>;
  clock: Clock;
  log: Logger;
  definitions: DefinitionCache;
  rules: ReminderRules;
  channels: ChannelPort;
  inbox: Inbox;
  /** Rooms that send messages of their own. */
  notices: NoticeSources;
  /** Where the studio is, for links in messages that leave the house. */
  studioUrl: string;
  /** Spreads retries. */
  random: Random;
  /** Waits this many milliseconds of real time. */
  pause(ms: number): Promise<unknown>;
}
