import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { undrawableSettings } from '@planwright/schema/settings';
import { type PluginManifest, pluginManifest } from '../manifest.js';
import type { Plugin } from '../plugin.js';
import { AuthorError } from './author-error.js';
import { type BundleOptions, bundle } from './bundle.js';
import { describePlugin } from './describe.js';
import { loadPlugin } from './load-plugin.js';
import { idOfPackage, readPackage } from './read-package.js';

export const MANIFEST_FILE = 'planwright.plugin.json';
const BUNDLE_FILE = 'plugin.mjs';

export interface BuiltPlugin {
  plugin: Plugin;
  manifest: PluginManifest;
  code: Uint8Array;
}

/**
 * Builds the plugin in `folder` in memory: one file and its manifest.
 * @throws AuthorError with what the author has to fix
 */
export async function buildPlugin(folder: string, options: BundleOptions = {}): Promise<BuiltPlugin> {
  const { name, version, engines } = await readPackage(folder);
  const entry = ['src/index.ts', 'src/index.js', 'index.js'].find((file) => existsSync(path.join(folder, file)));
  if (!entry) throw new AuthorError(`There is no src/index.ts in ${folder}. Export the plugin from there.`);
  const code = await bundle(folder, entry, options);
  const plugin = await loadPlugin(code);
  if (plugin.id !== idOfPackage(name))
    throw new AuthorError(
      `The plugin's id is ${plugin.id}, its package ${name}. Name the package planwright-plugin-${plugin.id}, or change the id.`,
    );
  if (plugin.version !== version)
    throw new AuthorError(`The plugin says version ${plugin.version}, package.json ${version}. Make them equal.`);
  const described = describePlugin(plugin, {
    file: BUNDLE_FILE,
    sha256: createHash('sha256').update(code).digest('hex'),
    planwright: engines?.planwright ?? '*',
  });
  const checked = pluginManifest.safeParse(described);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new AuthorError(`The manifest would be wrong at ${issue?.path.join('.') ?? '?'}: ${issue?.message ?? ''}.`);
  }
  const manifest = checked.data;
  const [undrawn] = [manifest, ...manifest.contributes].flatMap(({ configSchema }) => undrawableSettings(configSchema));
  if (undrawn)
    throw new AuthorError(
      `No field can be drawn for the setting ${undrawn.path.join('.')} (${undrawn.why}). Use texts, numbers, booleans, enums, lists, records, objects and discriminated unions.`,
    );
  return { plugin, manifest, code };
}

/** Writes `dist/plugin.mjs`, then the manifest, each whole: who reads between them finds the old pair or a wrong hash, never half a file. */
export async function writeBuilt(folder: string, { manifest, code }: BuiltPlugin): Promise<void> {
  const dist = path.join(folder, 'dist');
  await mkdir(dist, { recursive: true });
  await replaceFile(path.join(dist, manifest.bundle), code);
  await replaceFile(path.join(dist, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
}
