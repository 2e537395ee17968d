import { notFound, type UserErrorData, userError } from '../../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../../access/index.js';
import { statement } from '../../database/index.js';
import { NoKey } from '../../secrets/index.js';
import { say } from '../generated/messages.js';
import type { PluginDeps } from '../plugin-deps.js';
import type { SecretStore } from '../secrets/secret-store.js';
import { checkConfig, type FieldProblem } from './check-config.js';
import { secretPaths, valueAt, withValueAt } from './config-schema.js';
import {
  bringBack,
  findIntegration,
  findRemoved,
  insertIntegration,
  isNameTaken,
  removeIntegration as markRemoved,
  updateIntegration as writeChange,
} from './integration-records.js';

type Needed = Pick<PluginDeps, 'registry' | 'secrets'>;
type Made = Outcome<{ integrationId: string }>;

/** Kinds of contributions that reach outside; rules and scorers need no integration. */
const REACHING = ['CHANNEL', 'CONNECTOR', 'INBOUND'];

export interface ConfigureIntegration {
  name: string;
  config: unknown;
}

/** A configured plugin: its settings checked by the manifest's schema, its secrets sealed. */
export async function createIntegration(
  act: Act,
  { registry, secrets }: Needed,
  { pluginKey, ...input }: ConfigureIntegration & { pluginKey: string },
): Promise<Made> {
  const { tx, viewer, language, now } = act;
  await tx.becomeWorker();
  const manifest = (await registry.active(tx, viewer.workspace.id)).get(pluginKey)?.manifest;
  if (!manifest) return refused(userError('NOT_NOW', say('notEnabled'), language, ['pluginId']));
  if (!manifest.contributes.some(({ kind }) => REACHING.includes(kind)))
    return refused(userError('INVALID', say('nothingToConfigure'), language, ['pluginId']));
  const name = nameOf(input.name);
  if (name === undefined) return refused(userError('INVALID', say('nameMissing'), language, ['name']));
  const workspaceId = viewer.workspace.id;
  if (await isNameTaken(tx, workspaceId, name))
    return refused(userError('INVALID', say('nameTaken', { name }), language, ['name']));
  const removed = await findRemoved(tx, { workspaceId, pluginKey, name });
  const kept = removed ? await keptSecrets(act, secrets, removed.id) : new Set<string>();
  const result = checkConfig(manifest.configSchema, input.config, kept);
  if ('problems' in result) return refused(...errorsOf(act, result.problems));
  const { config } = result.checked;
  const { configVersion } = manifest;
  if (removed) {
    await bringBack(tx, removed.id);
    await writeChange(tx, { id: removed.id, name, config, configVersion });
  }
  const of = { workspaceId, pluginKey, by: viewer.personId, now };
  const id = removed?.id ?? (await insertIntegration(tx, { ...of, name, config, configVersion }));
  if (id === undefined) return refused(userError('INVALID', say('nameTaken', { name }), language, ['name']));
  return sealed(act, async () => {
    await secrets.write(tx, { workspaceId, integrationId: id }, result.checked.secrets, now);
    await audited(act, { action: 'createIntegration', subject: `Integration:${id}`, detail: { plugin: pluginKey } });
    return done({ integrationId: id });
  });
}

async function keptSecrets({ tx }: Act, secrets: SecretStore, integrationId: string): Promise<Set<string>> {
  return new Set((await secrets.names(tx, [integrationId])).get(integrationId) ?? []);
}

const UPDATE_INTEGRATION = statement({ id: 'uuid' }, 'select id from integration where id = $1::uuid for update');

/** Other settings. A secret that is not mentioned stays, one that is null is erased. */
export async function updateIntegration(
  act: Act,
  { registry, secrets }: Needed,
  { integrationId, ...input }: ConfigureIntegration & { integrationId: string },
): Promise<Made> {
  const { tx, viewer, language, now } = act;
  if (!(await findIntegration(tx, integrationId))) throw notFound(act);
  await tx.becomeWorker();
  await tx.rows(UPDATE_INTEGRATION, [integrationId]);
  const integration = await findIntegration(tx, integrationId);
  if (!integration) throw notFound(act);
  const manifest = (await registry.active(tx, viewer.workspace.id)).get(integration.pluginKey)?.manifest;
  if (!manifest) return refused(userError('NOT_NOW', say('notEnabled'), language, ['integrationId']));
  const name = nameOf(input.name);
  if (name === undefined) return refused(userError('INVALID', say('nameMissing'), language, ['name']));
  if (await isNameTaken(tx, viewer.workspace.id, name, integrationId))
    return refused(userError('INVALID', say('nameTaken', { name }), language, ['name']));
  const kept = await keptSecrets(act, secrets, integrationId);
  const result = checkConfig(manifest.configSchema, input.config, kept);
  if ('problems' in result) return refused(...errorsOf(act, result.problems));
  return sealed(act, async () => {
    const { config } = result.checked;
    await writeChange(tx, { id: integrationId, name, config, configVersion: manifest.configVersion });
    await secrets.write(tx, { workspaceId: viewer.workspace.id, integrationId }, result.checked.secrets, now);
    const changed = [...result.checked.secrets.keys()];
    await audited(act, {
      action: 'updateIntegration',
      subject: `Integration:${integrationId}`,
      detail: { fields: changedFields(integration.config, config), secrets: changed },
    });
    return done({ integrationId });
  });
}

/** Takes it out of use. Its secrets stay for a later return, or are erased: whoever removes it chooses. */
export async function removeIntegration(
  act: Act,
  { integrationId, eraseSecrets }: { integrationId: string; eraseSecrets: boolean },
): Promise<Made> {
  const { tx, now } = act;
  if (!(await findIntegration(tx, integrationId))) throw notFound(act);
  await tx.becomeWorker();
  await markRemoved(tx, integrationId, eraseSecrets, now);
  await audited(act, {
    action: 'removeIntegration',
    subject: `Integration:${integrationId}`,
    detail: { eraseSecrets },
  });
  return done({ integrationId });
}

function nameOf(text: string): string | undefined {
  const name = text.trim();
  return name === '' || name.length > 100 ? undefined : name;
}

/** Names only: values stay out of the audit trail. */
function changedFields(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).sort();
}

function errorsOf({ language }: Act, problems: readonly FieldProblem[]): UserErrorData[] {
  return problems.map(({ path, message }) => userError('INVALID', message, language, ['config', ...path]));
}

/** Without a key to seal with nothing is stored, and the sentence says what to do. */
async function sealed(act: Act, work: () => Promise<Made>): Promise<Made> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NoKey)) throw error;
    return refused(userError('NOT_NOW', say('noSecretKey'), act.language, ['config']));
  }
}

/** Settings as the API answers them: every secret field is there and null. */
export function shownConfig(schema: Record<string, unknown> | undefined, config: Record<string, unknown>): unknown {
  return secretPaths(schema ?? {}).reduce<Record<string, unknown>>(
    (shown, path) =>
      path.length > 1 && valueAt(shown, path.slice(0, -1)) === undefined ? shown : withValueAt(shown, path, null),
    config,
  );
}
