import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { API, type Plugin } from '../plugin.js';
import { AuthorError } from './author-error.js';

/** Runs the bundle's top level in this process, once, and gives its default export. For the author's own code only. */
export async function loadPlugin(bundle: Uint8Array): Promise<Plugin> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'planwright-plugin-'));
  const file = path.join(folder, `${createHash('sha256').update(bundle).digest('hex').slice(0, 16)}.mjs`);
  try {
    await writeFile(file, bundle);
    const module: unknown = await import(pathToFileURL(file).href).catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new AuthorError(`The plugin throws while it loads: ${why}. Leave only definitions at the top level.`);
    });
    return pluginIn(module);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function pluginIn(module: unknown): Plugin {
  const plugin = typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
  if (!isPlugin(plugin))
    throw new AuthorError('The entry has no plugin as its default export: export default definePlugin({ … }).');
  if (plugin.api !== API)
    throw new AuthorError(`The plugin says api: ${String(plugin.api)}; this SDK builds for ${API}. Set api: ${API}.`);
  return plugin;
}

const isPlugin = (value: unknown): value is Plugin =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'version', 'api', 'title', 'description', 'config', 'permissions'].every((name) => name in value);
