import type { Language, LocalizedText } from '@planwright/schema/text';
import type { z } from 'zod';
import type { Context } from './context.js';
import type { Json } from './json.js';

/** The ids a person is known by. */
export interface Identities {
  email?: string;
  mobile?: string;
  /** By provider: `dingtalk.userid`, `wecom.userid` … */
  ids: Record<string, string>;
}

/** How an unknown outcome (a cut after bytes left) is resolved. */
export type Dedupe =
  /** the provider honours our key: resend with the same key */
  | { how: 'key' }
  /** `settle()` finds out: ask first, resend only what is surely absent */
  | { how: 'lookup' }
  /** the provider drops equal content within the window: resend byte-identical text */
  | { how: 'content'; window: 'day' | number }
  /** nothing dedupes: never sent again once bytes left */
  | { how: 'none' };

/** A small tree that every channel renders its own way, within its budget of bytes. */
export interface Content {
  title: string;
  /** Markdown without HTML: paragraphs, lists, bold, links. */
  markdown: string;
  language: Language;
}

export interface Delivery {
  /** Idempotency key: the same for every attempt of this delivery. */
  key: string;
  to: { person: string; name: string; address: string }[];
  content: Content;
  /** Where the reader goes from the message. */
  link?: string;
  params: Record<string, Json>;
}

export interface Outcome {
  person: string;
  status: 'accepted' | 'delivered' | 'read' | 'done' | 'rejected' | 'unknown' | 'retry';
  /** `retry`: nothing left the machine, or the provider said try later. */
  retryAfterMs?: number;
  ref?: string;
  code?: string;
  /** What the provider said, for HR; secrets are scrubbed by the host. */
  detail?: string;
}

export interface Channel<C extends z.ZodObject> {
  title: LocalizedText;
  kind: 'message' | 'todo' | 'approval' | 'calendar' | 'document';
  params: z.ZodObject;
  /** null = the person cannot be reached here. */
  address(identities: Identities): string | null;
  /** People in one call. */
  batch: number;
  /** Budget of the rendered text in bytes of UTF-8. */
  bytes?: number;
  rates: { scope: 'call' | 'recipient'; max: number; perMs: number }[];
  dedupe: Dedupe;
  /** One outcome for each recipient. */
  send(ctx: Context<C>, delivery: Delivery): Promise<Outcome[]>;
  /** What really happened to earlier refs (`lookup`: refs may be delivery keys). */
  settle?(ctx: Context<C>, refs: string[]): Promise<Outcome[]>;
  update?(ctx: Context<C>, ref: string, params: Json): Promise<Outcome>;
  cancel?(ctx: Context<C>, ref: string): Promise<Outcome>;
}
