import type {
  CheckReport,
  Delivery,
  HttpResponse,
  Identities,
  InboundEvent,
  Json,
  Outcome,
  PluginManifest,
  RawReply,
  RawRequest,
  StreamMessage,
  Verdict,
} from '@planwright/plugin-sdk';
import type { Evidence, PlanProgress, RuleEnvironment, RuleOccurrence, Score } from '@planwright/schema/rules';
import type { LocalizedText } from '@planwright/schema/text';
import type { BrokerSession } from './broker-session.js';

/**
 * Why a call gave nothing. `timeout`: it overran and its process was killed · `died`: the process ended during the call ·
 * `refused`: this is not allowed or not there · `protocol`: the answer has the wrong shape · `unavailable`: no process now
 * (backing off, broken, stopped), nothing of the call ran · `error`: the plugin threw. Messages are scrubbed of secrets.
 */
export interface PluginFailure {
  kind: 'timeout' | 'died' | 'refused' | 'protocol' | 'unavailable' | 'error';
  message: string;
  /** With `unavailable`: when a process may be there again. */
  retryAfterMs?: number;
}

export type Called<T> = { ok: true; value: T } | { ok: false; failure: PluginFailure };

/** One version of a plugin as its manifest describes it; no code of it has run. */
export interface LoadedRelease {
  id: string;
  version: string;
  sha256: string;
  manifest: PluginManifest;
  /** Path of `plugin.mjs`. */
  bundle: string;
}

/** 1 = own process with its memory, files and time bounded · 2 = with no network and no sight of other processes, by the kernel. */
export interface Isolation {
  level: 1 | 2;
  /** What this level gives, and why it is not more. */
  reasons: LocalizedText[];
}

export interface ReleaseHealth {
  state: 'idle' | 'ready' | 'backing-off' | 'broken';
  problem?: LocalizedText;
  restarts: number;
}

/** Runs plugins, each release in a supervised process of its own. Never throws for what a plugin does. */
export interface PluginHost {
  readonly isolation: Isolation;
  /** Firings of a rule for all people; large batches are cut into messages and joined again. */
  occurrences(
    release: LoadedRelease,
    rule: string,
    people: readonly PlanProgress[],
    params: Record<string, unknown>,
    environment: RuleEnvironment,
  ): Promise<Called<RuleOccurrence[]>>;
  score(
    release: LoadedRelease,
    scorer: string,
    evidence: readonly Evidence[],
    params: Record<string, unknown>,
  ): Promise<Called<Score[]>>;
  /** One address per person, in their order; null = not reachable by this channel. */
  address(
    release: LoadedRelease,
    channel: string,
    identities: readonly Identities[],
  ): Promise<Called<(string | null)[]>>;
  /** One outcome for each recipient, in their order. A failure of `timeout` or `died` may have sent something. */
  send(release: LoadedRelease, channel: string, session: BrokerSession, delivery: Delivery): Promise<Called<Outcome[]>>;
  settle(release: LoadedRelease, channel: string, session: BrokerSession, refs: string[]): Promise<Called<Outcome[]>>;
  update(
    release: LoadedRelease,
    channel: string,
    session: BrokerSession,
    ref: string,
    params: Json,
  ): Promise<Called<Outcome>>;
  cancel(release: LoadedRelease, channel: string, session: BrokerSession, ref: string): Promise<Called<Outcome>>;
  check(release: LoadedRelease, session: BrokerSession): Promise<Called<CheckReport>>;
  receive(
    release: LoadedRelease,
    inbound: string,
    session: BrokerSession,
    request: RawRequest,
  ): Promise<Called<{ events: InboundEvent[]; reply: RawReply }>>;
  /** Messages as they are consumed: the plugin runs ahead by a small credit only. Throws `PluginReadError` when it fails. */
  read(
    release: LoadedRelease,
    connector: string,
    session: BrokerSession,
    stream: string,
    state: Json,
  ): AsyncIterable<StreamMessage>;
  /** What a response means by the plugin's own word. */
  classify(release: LoadedRelease, response: HttpResponse): Promise<Called<Verdict>>;
  /** Config of an older `configVersion` brought to this release's. */
  migrateConfig(
    release: LoadedRelease,
    from: number,
    config: Record<string, Json>,
  ): Promise<Called<Record<string, Json>>>;
  health(release: LoadedRelease): ReleaseHealth;
  /** Ends the process of a release that is no longer used. */
  retire(release: LoadedRelease): Promise<void>;
  stop(): Promise<void>;
}

/** `read` stopped before its end. */
export class PluginReadError extends Error {
  constructor(readonly failure: PluginFailure) {
    super(failure.message);
    this.name = 'PluginReadError';
  }
}
