import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ContributionManifest } from '@planwright/plugin-sdk';
import type { PluginFolders } from './plugin-folder.js';
import { sampleChannel } from './plugin-folder.js';

/** An attack by a rule, or by the check of an integration. */
export interface Attack {
  plugin: string;
  /** Key of the rule; none = the check. */
  rule?: string;
  /** Whether the process must be dead behind each attempt. */
  ends: boolean;
}

/** Every way of attack of the seven hostile plugins; those of one plugin share a process. */
export const ATTACKS: readonly Attack[] = [
  { plugin: 'endless-loop', rule: 'rule', ends: true },
  { plugin: 'endless-loop', rule: 'pattern', ends: true },
  { plugin: 'memory-bomb', rule: 'buffers', ends: true },
  { plugin: 'memory-bomb', rule: 'heap', ends: true },
  { plugin: 'ends-itself', rule: 'exit', ends: true },
  { plugin: 'ends-itself', rule: 'abort', ends: true },
  { plugin: 'ends-itself', ends: true },
  { plugin: 'kills', ends: false },
  { plugin: 'flood', rule: 'console', ends: false },
  { plugin: 'flood', rule: 'huge', ends: false },
  { plugin: 'flood', ends: true },
  { plugin: 'tells-secrets', ends: false },
  { plugin: 'escapes', ends: false },
];

export const HOSTILE = [...new Set(ATTACKS.map(({ plugin }) => plugin))];

/** Who would hold a call for ever, or for long; the others have the time that every plugin has. */
const HOLDS: readonly string[] = ['endless-loop', 'memory-bomb', 'flood'];

/** Lays the seven down beside a harmless one, whose rule `harmless/rule` answers nothing at once. */
export function writeHostilePlugins(folders: PluginFolders, callMs: number): void {
  for (const id of HOSTILE) {
    const file = fileURLToPath(new URL(`../host/testing/hostile/${id}.mjs`, import.meta.url));
    const rules = ATTACKS.flatMap(({ plugin, rule }) => (plugin === id && rule ? [rule] : []));
    const tells = id === 'tells-secrets';
    const checks = ATTACKS.some(({ plugin, rule }) => plugin === id && rule === undefined);
    folders.write(id, {
      code: readFileSync(file, 'utf8').replace(`id: 'hostile'`, `id: '${id}'`),
      ...(HOLDS.includes(id) ? { limits: { callMs } } : {}),
      permissions: tells ? { http: ['{config.server}/*'] } : {},
      configSchema: tells ? withSecrets : { type: 'object', properties: {} },
      // A plugin that attacks in its check needs an integration, and so a channel to have one for.
      contributes: [...(checks ? [{ ...sampleChannel, key: 'chat' }] : []), ...rules.map(reminderRule)],
    });
  }
  folders.write('harmless', {
    code: `export default { id: 'harmless', version: '1.0.0', api: 1, config: { shape: {} },
      reminderRules: { rule: { params: { parse: (value) => value }, occurrences: () => [] } } };`,
    permissions: {},
    configSchema: { type: 'object', properties: {} },
    contributes: [reminderRule('rule')],
  });
}

/** How the plugin that tells secrets ends its check: by an error, by an answer, by dying with them on its lips. */
export const WAYS = ['error', 'answer', 'last-words'] as const;

/** Settings of an integration that tells: the service repeats the secrets to it, and it has their real values besides. */
export const tellingConfig = (server: string, secrets: Record<string, string>, way: (typeof WAYS)[number]) => ({
  server,
  way,
  backwards: Object.values(secrets).map((secret) => [...secret].reverse().join('')),
  ...secrets,
});

const withSecrets = {
  type: 'object',
  properties: {
    server: { type: 'string' },
    way: { type: 'string', enum: [...WAYS] },
    backwards: { type: 'array', items: { type: 'string' } },
    password: { type: 'string', secret: true },
    apiKey: { type: 'string', secret: true },
  },
  required: ['server', 'password', 'apiKey'],
};

const reminderRule = (key: string): ContributionManifest => ({
  kind: 'REMINDER_RULE',
  key,
  title: { en: key, 'zh-CN': key },
  configSchema: { type: 'object', properties: {} },
  catchUp: 'LATEST',
});
