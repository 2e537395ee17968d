import type { PlanDefinition } from '@planwright/schema/definition';
import { notFound, userError } from '../../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../../access/index.js';
import { statement } from '../../database/index.js';
import { say } from '../generated/messages.js';
import { checkConfig } from '../integrations/check-config.js';
import type { PluginRegistry } from '../registry.js';
import { isPatch } from '../releases/release.js';
import { insertPins, readPins } from './pin-records.js';
import { usesOf } from './uses-of.js';

export interface UpgradePins {
  versionId: string;
  use: string;
  /** Of the plugin. */
  version: string;
  reason: string;
}

const UPGRADE_PINS = statement({ id: 'uuid' }, 'select id from plan_version where id = $1::uuid for no key update');

/**
 * Lets a published version use a patch of a plugin: a recorded act with its reason. A larger step can change what a plan does,
 * so it needs a new version of the plan. The caller has made sure that the viewer sees the version.
 */
export async function upgradePins(
  act: Act,
  registry: PluginRegistry,
  definition: PlanDefinition,
  { versionId, use, version, reason }: UpgradePins,
): Promise<Outcome<{ versionId: string }>> {
  const { tx, viewer, language, now } = act;
  const why = reason.trim();
  if (why === '' || why.length > 2000) return refused(userError('INVALID', say('reasonMissing'), language, ['reason']));
  await tx.becomeWorker();
  await tx.rows(UPGRADE_PINS, [versionId]);
  const pin = (await readPins(tx, [versionId])).find((one) => one.use === use);
  if (!pin) return refused(userError('INVALID', say('notPinned', { use }), language, ['use']));
  const releases = (await registry.store.versions(tx, [pin.pluginKey])).filter((one) => one.version === version);
  const release = releases.at(-1);
  if (!release) return refused(userError('INVALID', say('noSuchRelease', { version }), language, ['version']));
  if (!isPatch(pin.version, version) || release.sha256 === pin.sha256)
    return refused(userError('INVALID', say('onlyPatches', { from: pin.version, to: version }), language, ['version']));
  for (const { key, kind, settings } of usesOf(definition).filter((one) => one.use === use)) {
    const contribution = release.manifest.contributes.find((one) => one.kind === kind && one.key === key);
    if (!contribution) return refused(userError('INVALID', say('noSuchRelease', { version }), language, ['version']));
    const checked = checkConfig(contribution.configSchema, settings);
    if ('problems' in checked) {
      const [problem] = checked.problems;
      if (!problem) throw notFound(act);
      return refused(userError('INVALID', problem.message, language, ['version']));
    }
  }
  const { pluginKey, sha256 } = release;
  await insertPins(
    tx,
    { workspaceId: viewer.workspace.id, planVersionId: versionId, by: viewer.personId, at: now, reason: why },
    [{ use, pluginKey, version, sha256, ordinal: pin.ordinal + 1 }],
  );
  await audited(act, {
    action: 'upgradePins',
    subject: `PlanVersion:${versionId}`,
    detail: { use, from: pin.version, to: version, reason: why },
  });
  return done({ versionId });
}
