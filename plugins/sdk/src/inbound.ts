import type { LocalizedText } from '@planwright/schema/text';
import type { z } from 'zod';
import type { Context } from './context.js';
import type { Json } from './json.js';

export interface RawRequest {
  method: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** The body as it came, for signatures. */
  body: string;
}
export interface RawReply {
  status: number;
  headers?: Record<string, string>;
  body: string;
}
export interface InboundEvent {
  /** The provider's id of the event: the same event twice is stored once. */
  id: string;
  type: string;
  at: string;
  data: Json;
}
export interface Inbound<C extends z.ZodObject> {
  title: LocalizedText;
  receive(ctx: Context<C>, request: RawRequest): Promise<{ events: InboundEvent[]; reply: RawReply }>;
}
