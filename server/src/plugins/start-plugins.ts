import type { Logger } from 'pino';
import type { Clock } from '../clock/index.js';
import type { Settings } from '../config/index.js';
import type { Database } from '../database/index.js';
import type { Keyring } from '../secrets/index.js';
import { startPluginHost } from './host/start-plugin-host.js';
import { Sessions } from './integrations/sessions.js';
import type { PluginDeps } from './plugin-deps.js';
import { PluginRegistry } from './registry.js';
import { SecretStore } from './secrets/secret-store.js';

/** Everything about plugins that a server runs; stopping the host ends their processes. */
export async function startPlugins({
  database,
  clock,
  log,
  settings,
  keyring,
}: {
  database: Database;
  clock: Clock;
  log: Logger;
  settings: Pick<Settings, 'plugins'>;
  keyring: Keyring;
}): Promise<PluginDeps> {
  const { folders, cacheFolder, privateHosts } = settings.plugins;
  const registry = await PluginRegistry.start({ database, log, folders, cacheFolder, now: clock.real() });
  const host = await startPluginHost({ log: (level, message, fields) => log[level](fields, message) });
  const sessions = new Sessions({ database, registry, keyring, clock, log, host, privateHosts });
  return { registry, host, secrets: new SecretStore(keyring), sessions };
}
