import type { ContributionManifest, PluginManifest } from '../manifest.js';
import type { Plugin } from '../plugin.js';
import { AuthorError } from './author-error.js';
import { configSchemaOf } from './config-schema.js';

/** What the bundle adds to the description. */
export interface BundleFacts {
  file: string;
  sha256: string;
  /** `engines.planwright` of package.json. */
  planwright: string;
}

/** The manifest of a plugin, from the plugin object itself: what is shown is what runs. */
export function describePlugin(plugin: Plugin, bundle: BundleFacts): PluginManifest {
  const { http, smtp, inbound } = plugin.permissions;
  return {
    manifest: 1,
    id: plugin.id,
    version: plugin.version,
    api: plugin.api,
    title: plugin.title,
    description: plugin.description,
    engines: { planwright: bundle.planwright },
    permissions: {
      ...(http ? { http } : {}),
      ...(smtp ? { smtp } : {}),
      ...(inbound === undefined ? {} : { inbound }),
    },
    ...(plugin.limits ? { limits: plugin.limits } : {}),
    configSchema: configSchemaOf(plugin.config, 'config'),
    configVersion: configVersionOf(plugin),
    contributes: contributionsOf(plugin),
    bundle: bundle.file,
    sha256: bundle.sha256,
  };
}

/** `migrateConfig[n]` turns settings of version n into those of n + 1; the first version is 1. */
export function configVersionOf({ migrateConfig }: Plugin): number {
  const steps = Object.keys(migrateConfig ?? {})
    .map(Number)
    .sort((a, b) => a - b);
  if (steps.some((step, i) => step !== i + 1))
    throw new AuthorError(`migrateConfig has the steps ${steps.join(', ')}: number them 1, 2, 3 … without gaps.`);
  return steps.length + 1;
}

/** Sorted by kind and key, so that moving code about does not change the manifest. */
export function contributionsOf(plugin: Plugin): ContributionManifest[] {
  const connectors = entries(plugin.connectors).map(
    ([key, connector]): ContributionManifest => ({
      kind: 'CONNECTOR',
      key,
      title: connector.title,
      configSchema: NO_SETTINGS,
      streams: Object.fromEntries(
        entries(connector.streams).map(([name, stream]) => [
          name,
          {
            schema: configSchemaOf(stream.schema, `stream ${name}`),
            key: stream.key,
            mode: stream.mode,
            deletes: stream.deletes,
          },
        ]),
      ),
    }),
  );
  const channels = entries(plugin.channels).map(
    ([key, channel]): ContributionManifest => ({
      kind: 'CHANNEL',
      key,
      title: channel.title,
      configSchema: configSchemaOf(channel.params, `channel ${key}`),
      channel: {
        kind: channel.kind,
        batch: channel.batch,
        ...(channel.bytes === undefined ? {} : { bytes: channel.bytes }),
        rates: channel.rates,
        dedupe: channel.dedupe,
        settles: channel.settle !== undefined,
      },
    }),
  );
  const inbound = entries(plugin.inbound).map(
    ([key, { title }]): ContributionManifest => ({
      kind: 'INBOUND',
      key,
      title,
      configSchema: NO_SETTINGS,
    }),
  );
  const rules = entries(plugin.reminderRules).map(
    ([key, rule]): ContributionManifest => ({
      kind: 'REMINDER_RULE',
      key,
      title: rule.title,
      configSchema: configSchemaOf(rule.params, `rule ${key}`),
      catchUp: rule.catchUp,
    }),
  );
  const scorers = entries(plugin.scorers).map(
    ([key, scorer]): ContributionManifest => ({
      kind: 'SCORER',
      key,
      title: scorer.title,
      configSchema: configSchemaOf(scorer.params, `scorer ${key}`),
      of: scorer.of,
    }),
  );
  return [...connectors, ...channels, ...inbound, ...rules, ...scorers];
}

const NO_SETTINGS = { type: 'object', properties: {}, additionalProperties: false };

/** @throws AuthorError for a name that stands for nothing, as after an import of something that is not exported */
function entries<T>(record: Partial<Record<string, T>> | undefined): [string, T][] {
  return Object.entries(record ?? {})
    .map(([key, value]): [string, T] => {
      if (value === undefined) throw new AuthorError(`${key} is undefined. Look at what its file exports.`);
      return [key, value];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
