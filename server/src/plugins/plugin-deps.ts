import type { PluginHost } from './host/plugin-host.js';
import type { Sessions } from './integrations/sessions.js';
import type { PluginRegistry } from './registry.js';
import type { SecretStore } from './secrets/secret-store.js';

/** What this room works with; wired in `start.ts`. */
export interface PluginDeps {
  registry: PluginRegistry;
  host: PluginHost;
  secrets: SecretStore;
  sessions: Sessions;
}
