import type { Json, Verdict } from '@planwright/plugin-sdk';
import type { LogLevel } from '../broker-session.js';
import type { Answered, AskOperation, CallContext } from '../wire.js';

/** What one call of a plugin may reach: made by the broker over a session, closed when the call ends. */
export interface CallScope {
  readonly context: CallContext;
  /** `fetch` runs the plugin's own fetch of a token. Never rejects. */
  ask(ask: number, operation: AskOperation, args: Json, fetch: () => Promise<Answered>): Promise<Answered>;
  /** The plugin's own word on the response to an ask. */
  verdict(ask: number, verdict: Verdict): void;
  log(level: LogLevel, message: string, fields: Record<string, Json>): void;
  /** The text without the secrets of this call. */
  scrub(text: string): string;
  scrubJson(value: Json): Json;
  close(): void;
}
