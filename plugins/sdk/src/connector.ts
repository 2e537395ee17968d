import type { LocalizedText } from '@planwright/schema/text';
import type { z } from 'zod';
import type { Context } from './context.js';
import type { Json } from './json.js';

export type StandardStream =
  | 'org.unit'
  | 'org.person'
  | 'org.assignment'
  | 'org.position'
  | 'learning.record'
  | 'metric.value'
  | 'hr.event';

export interface StreamDefinition {
  schema: z.ZodObject;
  key: string[];
  mode: 'full' | 'incremental';
  deletes: 'sweep' | 'tombstone' | 'none';
}

export type StreamMessage =
  | { t: 'record'; data: Json }
  | { t: 'tombstone'; key: Json }
  /** Everything before it may be committed; reading can go on from here. */
  | { t: 'state'; state: Json };

export interface Connector<C extends z.ZodObject> {
  title: LocalizedText;
  streams: Partial<Record<StandardStream | `x.${string}`, StreamDefinition>>;
  discover?(ctx: Context<C>): Promise<Record<string, StreamDefinition>>;
  read(ctx: Context<C>, stream: string, state: Json): AsyncIterable<StreamMessage>;
}
