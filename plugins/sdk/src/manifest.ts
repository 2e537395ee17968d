import { z } from 'zod';

const localized = z.object({ 'zh-CN': z.string().optional(), en: z.string().optional() });
const jsonSchema = z.record(z.string(), z.unknown());

const contribution = z.strictObject({
  kind: z.enum(['CONNECTOR', 'CHANNEL', 'INBOUND', 'REMINDER_RULE', 'SCORER']),
  /** Within the plugin; plans and routes use `plugin/key`. */
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  title: localized,
  /** Settings that plans or routes give. */
  configSchema: jsonSchema,
  /** Rules. */
  catchUp: z.enum(['ALL', 'LATEST', 'NONE']).optional(),
  /** Scorers. */
  of: z.enum(['ITEM', 'PLAN']).optional(),
  /** Channels: what the host must know before it calls. */
  channel: z
    .strictObject({
      kind: z.enum(['message', 'todo', 'approval', 'calendar', 'document']),
      batch: z.int().min(1),
      bytes: z.int().min(1).optional(),
      rates: z.array(z.strictObject({ scope: z.enum(['call', 'recipient']), max: z.number(), perMs: z.number() })),
      dedupe: z.union([
        z.strictObject({ how: z.enum(['key', 'lookup', 'none']) }),
        z.strictObject({ how: z.literal('content'), window: z.union([z.literal('day'), z.number()]) }),
      ]),
      settles: z.boolean(),
    })
    .optional(),
  /** Connectors. */
  streams: z
    .record(
      z.string(),
      z.strictObject({
        schema: jsonSchema,
        key: z.array(z.string()),
        mode: z.enum(['full', 'incremental']),
        deletes: z.enum(['sweep', 'tombstone', 'none']),
      }),
    )
    .optional(),
});

/** `planwright.plugin.json`, made by the build: all that the host reads before somebody agrees to run the plugin. */
export const pluginManifest = z.strictObject({
  manifest: z.literal(1),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9a-z.-]+)?$/),
  api: z.int(),
  title: localized,
  description: localized,
  engines: z.strictObject({ planwright: z.string() }),
  permissions: z.strictObject({
    http: z.array(z.string()).optional(),
    smtp: z.array(z.string()).optional(),
    inbound: z.boolean().optional(),
  }),
  limits: z
    .strictObject({
      callMs: z.number().optional(),
      memoryMb: z.number().optional(),
      concurrency: z.number().optional(),
    })
    .optional(),
  /** JSON Schema of an integration's settings; secret fields carry `"secret": true`. */
  configSchema: jsonSchema,
  configVersion: z.int(),
  contributes: z.array(contribution),
  /** File beside the manifest. */
  bundle: z.string().regex(/^[\w.-]+\.mjs$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type PluginManifest = z.output<typeof pluginManifest>;
export type ContributionManifest = PluginManifest['contributes'][number];
