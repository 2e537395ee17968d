import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PluginManifest } from '@planwright/plugin-sdk';

/** A folder of plugins of a test, and one for their code. */
export interface PluginFolders {
  root: string;
  /** Settings of a server that has exactly these plugins, and `core`. */
  environment: Record<string, string>;
  /** Writes a plugin as its build would: manifest and one file of code. Answers its manifest. */
  write(id: string, spec?: PluginSpec): PluginManifest;
  /** Writes a manifest as it stands, with whatever is wrong in it. */
  writeRaw(folder: string, manifest: unknown, code?: string): void;
  remove(id: string): void;
  erase(): void;
}

export interface PluginSpec extends Partial<Omit<PluginManifest, 'id' | 'bundle' | 'sha256' | 'manifest'>> {
  /** The module's text; its default export is the plugin. */
  code?: string;
}

const text = (en: string) => ({ en, 'zh-CN': `${en}（中文）` });

/** A channel plugin with one secret. */
export const sampleConfig = {
  type: 'object',
  properties: {
    baseUrl: { type: 'string', format: 'uri' },
    retries: { type: 'integer', minimum: 0, maximum: 5, default: 2 },
    apiKey: { type: 'string', secret: true },
  },
  required: ['baseUrl', 'apiKey'],
  additionalProperties: false,
};

export const sampleChannel: PluginManifest['contributes'][number] = {
  kind: 'CHANNEL',
  key: 'message',
  title: text('Message'),
  configSchema: { type: 'object', properties: {} },
  channel: {
    kind: 'message',
    batch: 10,
    rates: [],
    dedupe: { how: 'key' },
    settles: false,
  },
};

export const CORE_FOLDER = path.join(process.cwd(), 'plugins', 'core');

export function pluginFolders(): PluginFolders {
  const root = mkdtempSync(path.join(tmpdir(), 'planwright-plugins-'));
  const lay = (folder: string, manifest: unknown, code: string) => {
    const dist = path.join(root, folder, 'dist');
    mkdirSync(dist, { recursive: true });
    writeFileSync(
      path.join(dist, 'planwright.plugin.json'),
      typeof manifest === 'string' ? manifest : JSON.stringify(manifest),
    );
    writeFileSync(path.join(dist, 'plugin.mjs'), code);
  };
  return {
    root,
    environment: {
      PLANWRIGHT_PLUGINS: `${CORE_FOLDER},${path.join(root, '*')}`,
      PLANWRIGHT_PLUGIN_CACHE: path.join(root, '.cache'),
    },
    write: (id, { code = `export default { id: '${id}' };`, ...changes } = {}) => {
      const manifest: PluginManifest = {
        manifest: 1,
        id,
        version: '1.0.0',
        api: 1,
        title: text(id),
        description: text(`Sends by ${id}`),
        engines: { planwright: '>=0.1.0' },
        permissions: { http: ['{config.baseUrl}/*'] },
        configSchema: sampleConfig,
        configVersion: 1,
        contributes: [sampleChannel],
        ...changes,
        bundle: 'plugin.mjs',
        sha256: createHash('sha256').update(code).digest('hex'),
      };
      lay(id, manifest, code);
      return manifest;
    },
    writeRaw: (folder, manifest, code = '') => lay(folder, manifest, code),
    remove: (id) => rmSync(path.join(root, id), { recursive: true, force: true }),
    erase: () => rmSync(root, { recursive: true, force: true }),
  };
}
