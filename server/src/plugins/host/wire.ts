import type { BrokerFault, Json, Verdict } from '@planwright/plugin-sdk';

/** Version of the lines between the host and a plugin's process; README.md describes them for other runners. */
export const PROTOCOL = 1;
/** Wire versions of the SDK that this host runs. */
export const APIS: readonly number[] = [1];
/** Bytes of one line in either direction. */
export const MAX_LINE = 1024 * 1024;

export type Operation =
  | 'occurrences'
  | 'score'
  | 'address'
  | 'send'
  | 'settle'
  | 'update'
  | 'cancel'
  | 'check'
  | 'receive'
  | 'read'
  | 'classify'
  | 'migrateConfig';

export type AskOperation = 'http' | 'smtp' | 'token' | 'hmac' | 'aesCbc' | 'kvGet' | 'kvSet';

export interface WireFault {
  message: string;
  /** Set when a broker call failed. */
  code?: BrokerFault['code'];
  left?: boolean;
  retryAfterMs?: number;
  says?: BrokerFault['says'];
}

export interface CallContext {
  config: Record<string, Json>;
  now: string;
  deadline: string;
}

export type Answered = { ok: true; value: Json } | { ok: false; fault: WireFault };

export type ToChild =
  | {
      t: 'load';
      protocol: number;
      id: string;
      version: string;
      api: number;
      bundle: string;
      sha256: string;
      maxLine: number;
      logLinesPerSecond: number;
    }
  | { t: 'call'; call: number; operation: Operation; key: string; args: Json; context?: CallContext; credit?: number }
  | ({ t: 'answer'; ask: number } & Answered)
  /** The token of this ask is not there: run the plugin's own fetch and say `fetched`. */
  | { t: 'fetch'; ask: number }
  | { t: 'credit'; call: number; n: number }
  | { t: 'abort'; call: number }
  | { t: 'bye' };

export type ToHost =
  | { t: 'ready'; id: string; version: string; api: number; classifies: boolean }
  | { t: 'broken'; reason: 'no-plugin' | 'threw' | 'bytes'; message: string }
  | ({ t: 'result'; call: number } & Answered)
  | { t: 'ask'; call: number; ask: number; operation: AskOperation; args: Json }
  | ({ t: 'fetched'; ask: number } & Answered)
  | { t: 'verdict'; call: number; ask: number; verdict: Verdict }
  | { t: 'item'; call: number; message: Json }
  | { t: 'log'; call?: number; level: 'info' | 'warn' | 'error'; message: string; fields: Record<string, Json> };
