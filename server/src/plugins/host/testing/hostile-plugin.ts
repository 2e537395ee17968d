import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ContributionManifest } from '@planwright/plugin-sdk';
import type { LoadedRelease } from '../plugin-host.js';
import { buildPlugin } from './build-plugin.js';

export type Hostile =
  | 'endless-loop'
  | 'memory-bomb'
  | 'ends-itself'
  | 'kills'
  | 'flood'
  | 'tells-secrets'
  | 'escapes'
  | 'walks';

const CONTRIBUTES: Record<Hostile, Partial<ContributionManifest>[]> = {
  'endless-loop': [{ key: 'rule' }, { key: 'fine' }, { key: 'pattern' }],
  'memory-bomb': [{ key: 'buffers' }, { key: 'heap' }, { key: 'leak' }],
  'ends-itself': [{ key: 'exit' }, { key: 'abort' }, { key: 'overflow' }, { key: 'rejection' }],
  kills: [],
  flood: [
    { key: 'console' },
    { key: 'huge' },
    { kind: 'CONNECTOR', key: 'million' },
    { kind: 'CONNECTOR', key: 'huge' },
    { kind: 'CONNECTOR', key: 'silent' },
  ],
  'tells-secrets': [{ kind: 'CHANNEL', key: 'chat' }],
  escapes: [],
  walks: [],
};

/** One of the hostile plugins, built. */
export async function hostilePlugin(name: Hostile): Promise<LoadedRelease> {
  const code = await readFile(fileURLToPath(new URL(`./hostile/${name}.mjs`, import.meta.url)), 'utf8');
  return buildPlugin({ id: 'hostile', code, contributes: CONTRIBUTES[name] });
}
