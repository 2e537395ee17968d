import type { Sql } from '../../database/index.js';
import type { PluginHost, PluginRegistry, ReleaseRef } from '../../plugins/index.js';
import type { ReminderRules } from '../ports.js';

/** The rule that a version pins, of the release that it pins; a version from before there were pins uses what is enabled now. */
export function pluginRules(registry: PluginRegistry, host: PluginHost): ReminderRules {
  return {
    find: async (sql, workspaceId, versionId, use) => {
      const [pluginKey = '', key = ''] = use.split('/');
      const active = (await registry.active(sql, workspaceId)).get(pluginKey);
      if (!active) return undefined;
      const { id, version, sha256 } = active.manifest;
      const ref = (await pinOf(sql, versionId, use)) ?? { pluginKey: id, version, sha256 };
      const release = await registry.pinned(ref, sql);
      const rule = release?.manifest.contributes.find((one) => one.kind === 'REMINDER_RULE' && one.key === key);
      if (!release || !rule) return undefined;
      return {
        catchUp: rule.catchUp ?? 'LATEST',
        occurrences: (people, params, environment) => host.occurrences(release, key, people, params, environment),
      };
    },
  };
}

function pinOf(sql: Sql, versionId: string, use: string): Promise<ReleaseRef | undefined> {
  return sql.row<ReleaseRef>(
    `select plugin_key as "pluginKey", plugin_version as version, sha256 from plan_version_pin
     where plan_version_id = $1::uuid and use = $2 order by ordinal desc limit 1`,
    [versionId, use],
  );
}
