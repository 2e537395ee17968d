import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { API, type PluginManifest, pluginManifest } from '@planwright/plugin-sdk';
import { undrawableSettings } from '@planwright/schema/settings';
import type { LocalizedText } from '@planwright/schema/text';
import type { Text } from '@planwright/schema/words';
import { inEach } from '@planwright/schema/words';
import { say, sayIn } from '../generated/messages.js';

export const MANIFEST = 'planwright.plugin.json';

/** A plugin whose manifest and code are in order; nothing of it has run. */
export interface FoundPlugin {
  key: string;
  manifest: PluginManifest;
  bundle: Buffer;
}

/** A folder that should hold a plugin and does not, or not one of ours. */
export interface BrokenPlugin {
  /** Its id if that can be read, else the name of its folder. */
  key: string;
  version: string;
  title: LocalizedText | undefined;
  problem: Text;
}

export type FolderFinding = { found: FoundPlugin } | { broken: BrokenPlugin };

/** A manifest says what it is in a few pages; a bundle is one file of JavaScript. */
const LARGEST_MANIFEST = 1024 * 1024;
const LARGEST_BUNDLE = 32 * 1024 * 1024;

/** The host speaks this wire version and the one before. */
export const SPOKEN: readonly number[] = [API - 1, API].filter((version) => version > 0);

/** What lies in the folders, in their order. Reads only manifests and the bytes of bundles; never throws. */
export async function readPluginFolders(folders: readonly string[]): Promise<FolderFinding[]> {
  const findings: FolderFinding[] = [];
  const keys = new Set<string>();
  for (const folder of await expand(folders)) {
    const finding = await readFolder(folder);
    const key = 'found' in finding ? finding.found.key : finding.broken.key;
    const twice = 'found' in finding && keys.has(key);
    keys.add(key);
    findings.push(
      twice
        ? {
            broken: {
              key: `${key} (${path.basename(folder)})`,
              version: '',
              title: undefined,
              problem: say('idTwice', { key }),
            },
          }
        : finding,
    );
  }
  return findings;
}

/** A manifest that lies in a folder, unread. */
export interface ManifestFile {
  file: string;
  mtimeMs: number;
}

/** The manifests that lie in the folders now: each place is looked at once. */
export async function manifestFiles(folders: readonly string[]): Promise<ManifestFile[]> {
  const files = await Promise.all((await candidates(folders)).map(({ folder }) => manifestIn(folder)));
  return files.flatMap((file) => (file === undefined ? [] : [file]));
}

/** `folder/*` stands for each folder in it that holds a built plugin; a folder that is named is expected to hold one. */
async function expand(folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    (await candidates(folders)).map(async ({ folder, isNamed }) =>
      isNamed || (await manifestIn(folder)) !== undefined ? [folder] : [],
    ),
  );
  return found.flat();
}

/** Every folder that could hold a plugin, in order, and whether it was named itself. */
async function candidates(folders: readonly string[]): Promise<{ folder: string; isNamed: boolean }[]> {
  const all = await Promise.all(
    folders.map(async (folder) => {
      if (path.basename(folder) !== '*') return [{ folder, isNamed: true }];
      const parent = path.dirname(folder);
      const names = await readdir(parent).catch(() => []);
      return names.sort().map((name) => ({ folder: path.join(parent, name), isNamed: false }));
    }),
  );
  return all.flat();
}

/** The manifest lies in `dist`, where the build writes it, or in the folder itself, as in an unpacked plugin. */
async function manifestIn(folder: string): Promise<ManifestFile | undefined> {
  for (const file of [path.join(folder, 'dist', MANIFEST), path.join(folder, MANIFEST)]) {
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile()) return { file, mtimeMs: found.mtimeMs };
  }
  return undefined;
}

async function readFolder(folder: string): Promise<FolderFinding> {
  const name = path.basename(folder);
  const broken = (problem: Text, known: Partial<BrokenPlugin> = {}): FolderFinding => ({
    broken: { key: name, version: '', title: undefined, ...known, problem },
  });
  try {
    const { file } = (await manifestIn(folder)) ?? {};
    if (file === undefined) return broken(say('noManifest', { file: MANIFEST }));
    const text = await readUpTo(file, LARGEST_MANIFEST);
    const json = text === undefined ? undefined : jsonOf(text.toString('utf8'));
    if (json === undefined) return broken(say('manifestNotJson', { file: MANIFEST }));
    const head = headOf(json);
    if (head.api !== undefined && !SPOKEN.includes(head.api))
      return broken(
        say('wrongApi', { api: head.api, spoken: inEach((language) => SPOKEN.join(sayIn(language, 'and'))) }),
        head.known,
      );
    const parsed = pluginManifest.safeParse(json);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return broken(
        say('manifestInvalid', { path: issue?.path.join('.') ?? '', problem: issue?.message ?? '' }),
        head.known,
      );
    }
    const manifest = parsed.data;
    const [undrawn] = [manifest, ...manifest.contributes].flatMap((each) => undrawableSettings(each.configSchema));
    if (undrawn)
      return broken(
        say('notDrawn', { path: undrawn.path.join('.'), reason: say(`undrawable.${undrawn.why}`) }),
        head.known,
      );
    const bundle = await readUpTo(path.join(path.dirname(file), manifest.bundle), LARGEST_BUNDLE);
    if (bundle === undefined) return broken(say('noBundle', { file: manifest.bundle }), head.known);
    if (createHash('sha256').update(bundle).digest('hex') !== manifest.sha256)
      return broken(say('wrongHash', { file: manifest.bundle }), head.known);
    return { found: { key: manifest.id, manifest, bundle } };
  } catch {
    return broken(say('unreadable'));
  }
}

async function readUpTo(file: string, limit: number): Promise<Buffer | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() && found.size <= limit ? readFile(file) : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** What can be said of a manifest that may be wrong in everything. */
function headOf(json: unknown): { api: number | undefined; known: Partial<BrokenPlugin> } {
  const fields = new Map(typeof json === 'object' && json !== null ? Object.entries(json) : []);
  const [id, version, api] = [fields.get('id'), fields.get('version'), fields.get('api')];
  const title = pluginManifest.shape.title.safeParse(fields.get('title'));
  return {
    api: typeof api === 'number' ? api : undefined,
    known: {
      ...(typeof id === 'string' && ID.test(id) ? { key: id } : {}),
      ...(typeof version === 'string' ? { version: version.slice(0, 100) } : {}),
      ...(title.success ? { title: localized(title.data) } : {}),
    },
  };
}

/** zod's optional fields as ours: absent, never undefined. */
export function localized(text: { 'zh-CN'?: string | undefined; en?: string | undefined }): LocalizedText {
  return {
    ...(text['zh-CN'] === undefined ? {} : { 'zh-CN': text['zh-CN'] }),
    ...(text.en === undefined ? {} : { en: text.en }),
  };
}
