import { notFound, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { permissionsKey, readEnablements, writeEnablement } from './enablement.js';
import { say } from './generated/messages.js';
import type { PluginRegistry } from './registry.js';
import { refOf } from './releases/release.js';

/** Lets a plugin run in this workspace. `consent` are the permissions that were shown: other ones are refused. */
export async function enablePlugin(
  act: Act,
  registry: PluginRegistry,
  { pluginKey, consent }: { pluginKey: string; consent: unknown },
): Promise<Outcome<{ pluginKey: string }>> {
  const { tx, viewer, language, now } = act;
  const plugin = registry.find(pluginKey);
  if (!plugin) throw notFound(act);
  const { manifest } = plugin;
  if (!manifest) return refused(userError('NOT_NOW', say('brokenPlugin'), language, ['pluginId']));
  if (permissionsKey(consent) !== permissionsKey(manifest.permissions))
    return refused(userError('PREVIEW_OUTDATED', say('otherPermissions'), language, ['consent']));
  await tx.becomeWorker();
  const { permissions } = manifest;
  const decision = { ...refOf(manifest), enabled: true, permissions };
  await writeEnablement(tx, { ...decision, workspaceId: viewer.workspace.id, by: viewer.personId, at: now });
  await audited(act, {
    action: 'enablePlugin',
    subject: pluginKey,
    detail: { version: manifest.version, permissions },
  });
  return done({ pluginKey });
}

/** Stops a plugin in this workspace. Integrations and their secrets stay; plans that use it run on without it. */
export async function disablePlugin(
  act: Act,
  registry: PluginRegistry,
  pluginKey: string,
): Promise<Outcome<{ pluginKey: string }>> {
  const { tx, viewer, now } = act;
  await tx.becomeWorker();
  const decision = (await readEnablements(tx, viewer.workspace.id)).get(pluginKey);
  const manifest = registry.find(pluginKey)?.manifest;
  const before = decision ?? (manifest && { ...refOf(manifest), permissions: manifest.permissions });
  if (!before) throw notFound(act);
  await writeEnablement(tx, {
    ...before,
    enabled: false,
    workspaceId: viewer.workspace.id,
    by: viewer.personId,
    at: now,
  });
  await audited(act, { action: 'disablePlugin', subject: pluginKey, detail: { version: before.version } });
  return done({ pluginKey });
}
