import type { Json, PluginManifest, SecretRef } from '@planwright/plugin-sdk';
import type { LocalizedText } from '@planwright/schema/text';
import type { Logger } from 'pino';
import { type Clock, workspaceNow } from '../../clock/index.js';
import { type Database, statement } from '../../database/index.js';
import { type Keyring, NoKey } from '../../secrets/index.js';
import { say } from '../generated/messages.js';
import { Scrubber } from '../host/broker/scrubber.js';
import type { Admission, BrokerSession } from '../host/broker-session.js';
import type { LoadedRelease, PluginHost } from '../host/plugin-host.js';
import type { PluginRegistry } from '../registry.js';
import { type SecretOwner, SecretStore } from '../secrets/secret-store.js';
import { type Bucket, Buckets } from './buckets.js';
import { Circuit } from './circuit.js';
import { type Config, secretName, secretPaths, withValueAt } from './config-schema.js';
import { findIntegration, type IntegrationRecord, noteCheck } from './integration-records.js';
import { KeyValues } from './key-values.js';
import { Tokens } from './tokens.js';

/** An integration ready to be called. */
export interface OpenIntegration {
  integration: IntegrationRecord;
  release: LoadedRelease;
  session: BrokerSession;
}

/** Why an integration cannot be called: it is gone, its plugin is off, or the key of its secrets is lost. */
export type NotOpen = { closed: 'GONE' | 'PLUGIN_OFF' } | { closed: 'KEY_LOST'; keyId: string | undefined };

export interface SessionOptions {
  database: Database;
  registry: PluginRegistry;
  keyring: Keyring;
  clock: Clock;
  log: Logger;
  host: PluginHost;
  /** Hosts in private networks that the operator lets plugins call. */
  privateHosts: readonly string[];
}

const FIND = statement(
  { offset: 'double' },
  'select clock_offset_ms::float8 as offset from workspace where id = $1::uuid',
);

/** Makes what the host may do for one integration during one call: settings, secrets, limits, all behind references. */
export class Sessions {
  readonly #options: SessionOptions;
  readonly #secrets: SecretStore;
  readonly #buckets: Buckets;
  readonly #circuit: Circuit;
  readonly #tokens: Tokens;
  readonly #values: KeyValues;

  constructor(options: SessionOptions) {
    const { database, keyring } = options;
    this.#options = options;
    this.#secrets = new SecretStore(keyring);
    this.#buckets = new Buckets(database);
    this.#circuit = new Circuit(database);
    this.#tokens = new Tokens(database, keyring);
    this.#values = new KeyValues(database);
  }

  /** The integration with its release and a session for one call. */
  open(integrationId: string): Promise<OpenIntegration | NotOpen> {
    return this.#open(integrationId, false);
  }

  /**
   * Takes from the buckets of a channel before it is called: one of each limit for the call, one of each for every
   * recipient. Nothing is taken when one of them is used up.
   */
  async admitSend(integrationId: string, channelKey: string, recipients: readonly string[]): Promise<Admission> {
    const found = await this.#find(integrationId);
    if (!found) return { ok: true };
    const rates =
      found.manifest.contributes.find(({ kind, key }) => kind === 'CHANNEL' && key === channelKey)?.channel?.rates ??
      [];
    const buckets = rates.flatMap((rate, index): Bucket[] => {
      const names = rate.scope === 'call' ? ['call'] : [...new Set(recipients)].map((person) => `to:${person}`);
      return names.map((name) => ({ key: `${channelKey}/${index}/${name}`, rate }));
    });
    return buckets.length === 0 ? { ok: true } : this.#buckets.take(found.owner, buckets);
  }

  async #find(
    integrationId: string,
  ): Promise<
    { integration: IntegrationRecord; owner: SecretOwner; manifest: PluginManifest; offset: number } | undefined
  > {
    const { database, registry } = this.#options;
    return database.look(async (tx) => {
      const integration = await findIntegration(tx, integrationId);
      if (!integration) return undefined;
      const { workspaceId, pluginKey } = integration;
      const manifest = (await registry.active(tx, workspaceId)).get(pluginKey)?.manifest;
      const row = await tx.row(FIND, [workspaceId]);
      return manifest && { integration, manifest, owner: { workspaceId, integrationId }, offset: row?.offset ?? 0 };
    });
  }

  async #open(integrationId: string, isProbe: boolean): Promise<OpenIntegration | NotOpen> {
    const { database, registry, clock } = this.#options;
    const found = await this.#find(integrationId);
    if (!found) {
      const there = await database.look((tx) => findIntegration(tx, integrationId));
      return { closed: there ? 'PLUGIN_OFF' : 'GONE' };
    }
    const { integration, manifest, owner, offset } = found;
    const release = await registry.pinned({
      pluginKey: manifest.id,
      version: manifest.version,
      sha256: manifest.sha256,
    });
    if (!release) return { closed: 'PLUGIN_OFF' };
    let secrets: Map<string, Buffer>;
    try {
      secrets = await database.look((tx) => this.#secrets.open(tx, owner));
    } catch (error) {
      if (error instanceof NoKey) return { closed: 'KEY_LOST', keyId: error.keyId };
      throw error;
    }
    const now = workspaceNow(clock, offset);
    return { integration, release, session: this.#session({ owner, integration, manifest, secrets, now, isProbe }) };
  }

  #session(of: {
    owner: SecretOwner;
    integration: IntegrationRecord;
    manifest: PluginManifest;
    secrets: ReadonlyMap<string, Buffer>;
    now: string;
    isProbe: boolean;
  }): BrokerSession {
    const { owner, integration, manifest, secrets, now } = of;
    const { integrationId } = owner;
    const known = new Map<string, Uint8Array>([...secrets].map(([name, bytes]) => [`config:${name}`, bytes]));
    let kept = 0;
    const scrub = new Scrubber();
    for (const bytes of known.values()) scrub.add(bytes);
    const keep = (ref: string, bytes: Uint8Array): SecretRef => {
      known.set(ref, bytes);
      scrub.add(bytes);
      return { $secret: ref };
    };
    const secret = async (ref: string): Promise<Uint8Array> => {
      const bytes = known.get(ref);
      if (!bytes) throw new Error('this integration has no such secret');
      return bytes;
    };
    return {
      integrationId,
      now,
      config: withReferences(manifest, integration.config, secrets),
      allow: {
        http: manifest.permissions.http ?? [],
        smtp: manifest.permissions.smtp ?? [],
        privateHosts: [...this.#options.privateHosts],
      },
      secret,
      keepSecret: async (value) => {
        kept += 1;
        return keep(`kept:${kept}`, value);
      },
      token: async (name, fetch) => {
        const bytes = await this.#tokens.get(owner, name, async () => {
          const fetched = await fetch();
          return { secret: await secret(fetched.secret.$secret), expiresInSeconds: fetched.expiresInSeconds };
        });
        kept += 1;
        return keep(`token:${kept}:${name}`, bytes);
      },
      kv: {
        get: (key) => this.#values.get(owner, scrub.text(key)),
        set: (key, value) => this.#values.set(owner, scrub.text(key), scrub.json(value)),
      },
      admit: (_scope, host) => (of.isProbe ? Promise.resolve({ ok: true }) : this.#admit(owner, host)),
      report: async (host, verdict) => {
        await this.#circuit.report(owner, host, verdict);
      },
      refused: (why) => void this.#noteRefusal(owner, why),
      log: (level, message, fields) =>
        this.#options.log[level](
          { plugin: manifest.id, integration: integrationId, fields: scrub.json(fields) as Record<string, Json> },
          scrub.text(message),
        ),
    };
  }

  /** Shown at the integration as its problem: people who look for why nothing is sent or synced find the setting there. */
  async #noteRefusal({ integrationId }: SecretOwner, why: LocalizedText): Promise<void> {
    const { database, clock, log } = this.#options;
    const problem = [{ ...say('noCheck'), ...why }];
    const note = { health: 'FAILING', verdict: 'config', problem, now: clock.real() } as const;
    await database
      .work((tx) => noteCheck(tx, integrationId, note))
      .catch((error: unknown) => log.warn({ integration: integrationId, error }, 'a refused address was not noted'));
  }

  async #admit(owner: SecretOwner, host: string): Promise<Admission> {
    const asked = await this.#circuit.ask(owner, host);
    if (asked.state === 'closed') return { ok: true };
    if (asked.state === 'open') return { ok: false, retryAfterMs: asked.retryAfterMs };
    return this.#probe(owner, host);
  }

  /** The pause is over: the plugin's own check finds out whether the provider is back, before any message is risked. */
  async #probe(owner: SecretOwner, host: string): Promise<Admission> {
    const opened = await this.#open(owner.integrationId, true);
    if ('closed' in opened) return { ok: false, retryAfterMs: 60_000 };
    const checked = await this.#options.host.check(opened.release, opened.session);
    // A plugin without a check lets this one call try.
    if (!checked.ok && checked.failure.kind === 'refused') return { ok: true };
    const isBack = checked.ok && checked.value.verdict !== 'transient' && checked.value.verdict !== 'throttled';
    await this.#circuit.report(owner, host, isBack ? 'ok' : 'transient');
    if (isBack) return { ok: true };
    const after = await this.#circuit.ask(owner, host);
    return { ok: false, retryAfterMs: after.state === 'open' ? after.retryAfterMs : 1000 };
  }
}

/** Settings as the plugin sees them: a reference in the place of each secret that is set. */
function withReferences(
  { configSchema }: PluginManifest,
  config: Config,
  secrets: ReadonlyMap<string, Buffer>,
): Record<string, Json> {
  return secretPaths(configSchema).reduce<Record<string, unknown>>(
    (seen, path) =>
      secrets.has(secretName(path)) ? withValueAt(seen, path, { $secret: `config:${secretName(path)}` }) : seen,
    config,
  ) as Record<string, Json>;
}
