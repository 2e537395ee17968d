import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPlugin, MANIFEST_FILE, writeBuilt } from '../build/index.js';
import type { Command } from './command.js';
import { tarOf } from './tar.js';

const BESIDE = ['README.md', 'README.zh-CN.md', 'LICENSE'];

/** `pack`: builds, and writes `<id>-<version>.tgz`: a folder with manifest and code, to be unpacked below a server's plugins. */
export const packCommand: Command = async ({ folder, say }) => {
  const built = await buildPlugin(folder);
  await writeBuilt(folder, built);
  const { id, version, bundle, sha256 } = built.manifest;
  const files = [
    { name: `${id}/${MANIFEST_FILE}`, content: Buffer.from(`${JSON.stringify(built.manifest, null, 2)}\n`) },
    { name: `${id}/${bundle}`, content: built.code },
  ];
  for (const name of BESIDE)
    if (existsSync(path.join(folder, name)))
      files.push({ name: `${id}/${name}`, content: await readFile(path.join(folder, name)) });
  const archive = `${id}-${version}.tgz`;
  await writeFile(path.join(folder, archive), gzipSync(tarOf(files), { level: 9 }));
  say(`${archive}: unpack it below the server's plugin folder. Code: sha256 ${sha256}.`);
};
