import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export interface Source {
  /** Below the plugin's folder, with `/`. */
  file: string;
  text: string;
  isTest: boolean;
}

/** All TypeScript below src/. */
export async function readSources(folder: string): Promise<Source[]> {
  const entries = await readdir(path.join(folder, 'src'), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name));
  return Promise.all(
    files.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const below = path.relative(folder, file).split(path.sep).join('/');
      return { file: below, text: await readFile(file, 'utf8'), isTest: /\.test\.[jt]s$|\/testing\//.test(below) };
    }),
  );
}
