import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AuthorError } from './author-error.js';

const packageJson = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  main: z.string().optional(),
  engines: z.object({ planwright: z.string().optional() }).optional(),
});

export type PluginPackage = z.output<typeof packageJson>;

/** @throws AuthorError when there is none, or it names no name and version */
export async function readPackage(folder: string): Promise<PluginPackage> {
  const file = path.join(folder, 'package.json');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new AuthorError(`There is no package.json in ${folder}. Run the command in the folder of the plugin.`);
  });
  try {
    return packageJson.parse(JSON.parse(text));
  } catch {
    throw new AuthorError(`${file} is no package.json with a name and a version. Add both.`);
  }
}

/** `@planwright/plugin-sms` and `plugin-sms` are the plugin `sms`. */
export const idOfPackage = (name: string): string =>
  name.replace(/^@[^/]+\//, '').replace(/^(planwright-)?plugin-/, '');
