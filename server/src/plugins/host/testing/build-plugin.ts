import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ContributionManifest, PluginManifest } from '@planwright/plugin-sdk';
import type { LoadedRelease } from '../plugin-host.js';

export interface PluginSource {
  id?: string;
  version?: string;
  /** Code of the bundle. */
  code: string;
  contributes?: Partial<ContributionManifest>[];
  manifest?: Partial<PluginManifest>;
}

const title = { 'zh-CN': '试验', en: 'Trial' };

/** A built plugin in a folder of its own, as the author's build leaves it: one file and its manifest. */
export async function buildPlugin({
  id = 'trial',
  version = '1.0.0',
  code,
  contributes = [],
  manifest = {},
}: PluginSource): Promise<LoadedRelease> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'planwright-plugin-')), 'dist');
  await mkdir(folder);
  const bundle = path.join(folder, 'plugin.mjs');
  await writeFile(bundle, code);
  const sha256 = createHash('sha256').update(code).digest('hex');
  const whole: PluginManifest = {
    manifest: 1,
    id,
    version,
    api: 1,
    title,
    description: title,
    engines: { planwright: '*' },
    permissions: {},
    configSchema: {},
    configVersion: 1,
    contributes: contributes.map((one) => ({ kind: 'REMINDER_RULE', key: 'rule', title, configSchema: {}, ...one })),
    bundle: 'plugin.mjs',
    sha256,
    ...manifest,
  };
  return { id, version, sha256, manifest: whole, bundle };
}

/** The code of a plugin whose members are given as text. */
export const pluginCode = (members: string, { id = 'trial', version = '1.0.0' } = {}): string =>
  `export default { id: '${id}', version: '${version}', api: 1, title: {}, description: {}, permissions: {}, config: { shape: {} }, ${members} };`;
