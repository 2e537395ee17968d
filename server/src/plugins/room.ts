import type { ApiRoom } from '../access/graphql/index.js';
import { IntegrationResolver, integrationNodes } from './graphql/integration.resolver.js';
import { PluginResolver, pluginNodes } from './graphql/plugin.resolver.js';
import type { PluginDeps } from './plugin-deps.js';

/** Plugins and what is configured of them. */
export function pluginsRoom(deps: PluginDeps): ApiRoom {
  return {
    resolvers: [new PluginResolver(deps), new IntegrationResolver(deps)],
    nodes: [...pluginNodes(deps), ...integrationNodes(deps)],
  };
}
export { followFolders } from './releases/folder-follower.js';
export { integrationSecrets } from './secrets/sealed-tables.js';
export { startPlugins } from './start-plugins.js';
