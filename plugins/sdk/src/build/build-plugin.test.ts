import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runChild } from '../cli/run-child.js';

const CHECKOUT = path.resolve(import.meta.dirname, '../../../..');
const PROGRAM = path.join(CHECKOUT, 'plugins/sdk/bin/planwright-plugin.mjs');

let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'planwright-build-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** A new plugin of some kinds in a folder of its own, with changes of its text. */
async function plugin(name: string, kind: string, changes: Record<string, (text: string) => string> = {}) {
  const created = await command(root, 'create', name, '--kind', kind);
  expect(created.output).toContain(`${name} is in`);
  const folder = path.join(root, name);
  for (const [file, change] of Object.entries(changes)) {
    const at = path.join(folder, file);
    await mkdir(path.dirname(at), { recursive: true });
    await writeFile(at, change(await readFile(at, 'utf8').catch(() => '')));
  }
  return folder;
}
const command = (folder: string, ...words: string[]) => runChild(process.execPath, [PROGRAM, ...words], folder);
const built = async (folder: string) => ({
  code: await readFile(path.join(folder, 'dist/plugin.mjs')),
  manifest: JSON.parse(await readFile(path.join(folder, 'dist/planwright.plugin.json'), 'utf8')),
});

describe('planwright-plugin build', () => {
  it('gives the same bytes for the same source, wherever it lies', async () => {
    const folder = await plugin('here', 'all');
    const elsewhere = path.join(root, 'deep/down/here');
    await cp(folder, elsewhere, { recursive: true, verbatimSymlinks: true });
    await command(folder, 'build');
    await command(elsewhere, 'build');
    const [one, other] = [await built(folder), await built(elsewhere)];
    expect(one.code.equals(other.code)).toBe(true);
    expect(one.manifest).toEqual(other.manifest);
    expect(one.manifest.sha256).toBe(createHash('sha256').update(one.code).digest('hex'));
  });

  it('leaves nothing to import', async () => {
    const { code } = await built(path.join(root, 'here'));
    expect(code.toString()).not.toMatch(/\bimport\s*(["'{*]|\()|\brequire\(/);
  });

  it('says in the manifest what the plugin contributes, with its settings as JSON Schema', async () => {
    const { manifest } = await built(path.join(root, 'here'));
    expect(manifest).toMatchObject({
      id: 'here',
      api: 1,
      permissions: { http: ['{config.baseUrl}/*'] },
      configVersion: 1,
      configSchema: {
        properties: { apiKey: { type: 'string', secret: true, title: { 'zh-CN': 'API 密钥', en: 'API key' } } },
        required: ['baseUrl', 'apiKey'],
        additionalProperties: false,
      },
    });
    expect(manifest.contributes).toMatchObject([
      { kind: 'CONNECTOR', key: 'staff', streams: { 'org.person': { key: ['id'], deletes: 'sweep' } } },
      { kind: 'CHANNEL', key: 'notice', channel: { dedupe: { how: 'key' }, batch: 20, settles: false } },
      {
        kind: 'REMINDER_RULE',
        key: 'last-call',
        catchUp: 'LATEST',
        configSchema: { properties: { days: { default: 2 } } },
      },
      { kind: 'SCORER', key: 'steady', of: 'ITEM' },
    ]);
  });

  it.each([
    [
      'node',
      'src/rule.ts',
      (text: string) => `import 'node:fs';\n${text}`,
      'imports node:fs, which plugins do not have',
    ],
    [
      'other-id',
      'src/index.ts',
      (text: string) => text.replace("id: 'other-id'", "id: 'mine'"),
      'id is mine, its package',
    ],
    ['api', 'src/index.ts', (text: string) => text.replace('api: 1,', 'api: 9 as 1,'), 'Set api: 1'],
    ['version', 'package.json', (text: string) => text.replace('0.1.0', '0.2.0'), 'Make them equal'],
    [
      'throws',
      'src/rule.ts',
      (text: string) => `${text}\nthrow new Error('at once');`,
      'throws while it loads: at once',
    ],
    ['empty', 'src/index.ts', () => 'export const nothing = 1;', 'no plugin as its default export'],
    [
      'unexported',
      'src/rule.ts',
      (text: string) => text.replace('export const lastCall', 'export const firstCall'),
      'No matching export',
    ],
    ['typo', 'src/rule.ts', (text: string) => `${text}\nconst = ;`, 'src/rule.ts:'],
  ])('tells the author what to fix: %s', async (name, file, change, sentence) => {
    const folder = await plugin(name, 'rule', { [file]: change });
    const { code, output } = await command(folder, 'build');
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(sentence) });
    expect(output).not.toContain('    at ');
  });
});

describe('planwright-plugin create', () => {
  it('makes what its kinds ask for and no more', async () => {
    const folder = await plugin('only-score', 'scorer');
    const { code } = await runChild('ls', ['src'], folder);
    expect(code).toBe(0);
    const index = await readFile(path.join(folder, 'src/index.ts'), 'utf8');
    expect(index).toContain('scorers: { steady }');
    expect(index).not.toMatch(/channel|connector|rule|service|check/i);
    expect((await command(folder, 'build')).output).toContain('1 contribution.');
  });

  it.each([
    [['create'], 'Say where'],
    [['create', 'Bad Name'], 'Use lower-case letters'],
    [['create', 'x', '--kind', 'teapot'], 'There is no kind teapot'],
    [['create', 'here'], 'is not empty'],
    [['brew'], 'planwright-plugin <command>'],
  ])('refuses %j with a sentence', async (words, sentence) => {
    const { code, output } = await command(root, ...words);
    expect(code).not.toBe(0);
    expect(output).toContain(sentence);
  });
});

describe('planwright-plugin validate', () => {
  it.each([
    ['wild', 'src/service.ts', "'{config.baseUrl}/*'", "'https://*.example/*'", 'for hosts that nobody can foresee'],
    [
      'spare',
      'src/service.ts',
      "'{config.baseUrl}/*'",
      "'{config.baseUrl}/*', 'https://spare.example/*'",
      'the code never asks',
    ],
    ['secretly', 'src/service.ts', "'{config.baseUrl}/*'", "'{config.apiKey}/*'", 'holds the secret apiKey'],
    ['unknown', 'src/service.ts', "'{config.baseUrl}/*'", "'{config.nowhere}/*'", 'names the setting nowhere'],
    [
      'hidden',
      'src/channel.ts',
      'export const notice',
      "export const other = 'https://other.example/x';\nexport const notice",
      'speaks of https://other.example',
    ],
    [
      'monoglot',
      'src/index.ts',
      "title: { 'zh-CN': '插件模板', en: 'Plugin template' }",
      "title: { en: 'Only English' }",
      'has no text in zh-CN',
    ],
    [
      'untitled',
      'src/service.ts',
      "baseUrl: z.url({ protocol: /^https$/ }).meta(field({ 'zh-CN': '服务地址', en: 'Address of the service' }))",
      'baseUrl: z.url()',
      'The title of the setting config.baseUrl',
    ],
    ['free', 'package.json', '"license": "Apache-2.0",', '', 'names no licence'],
    ['silent', 'README.zh-CN.md', /[\s\S]+/, '# silent', 'Say in Chinese'],
    ['untested', 'src/channel.test.ts', "'notice'", "'other' as string", 'No test holds notice'],
    ['untyped', 'src/channel.ts', 'email || null', 'email || 3', 'The types do not fit'],
  ])('finds what a reviewer would: %s', async (name, file, from, to, sentence) => {
    const folder = await plugin(name, 'channel', { [file]: (text) => text.replace(from, to) });
    const before = await command(folder, 'validate');
    expect(before).toEqual({ code: 1, output: expect.stringContaining(sentence) });
  });

  it('finds a dist that was built from another source', async () => {
    const folder = await plugin('stale', 'rule');
    await command(folder, 'build');
    expect((await command(folder, 'validate')).output).toContain('is in order');
    const rule = path.join(folder, 'src/rule.ts');
    await writeFile(rule, (await readFile(rule, 'utf8')).replace('09:00', '10:00'));
    expect((await command(folder, 'validate')).output).toContain('Run planwright-plugin build');
  });
});

describe('planwright-plugin pack', () => {
  it('writes the same archive each time, which tar reads', async () => {
    const folder = await plugin('packed', 'rule');
    await command(folder, 'pack');
    const archive = path.join(folder, 'packed-0.1.0.tgz');
    const first = await readFile(archive);
    await command(folder, 'pack');
    expect((await readFile(archive)).equals(first)).toBe(true);
    await runChild('tar', ['xzf', archive, '-C', root], root);
    const manifest = JSON.parse(await readFile(path.join(root, 'packed/planwright.plugin.json'), 'utf8'));
    const code = await readFile(path.join(root, 'packed/plugin.mjs'));
    expect(createHash('sha256').update(code).digest('hex')).toBe(manifest.sha256);
  });
});

describe('planwright-plugin doctor', () => {
  it('names the level that plugins reach here, and each reason', async () => {
    const { code, output } = await command(root, 'doctor');
    expect(code).toBe(0);
    expect(output).toMatch(/Isolation: (none|level [12])\./);
    expect(output.split('\n').filter((line) => /^[✓✗]/.test(line))).toHaveLength(5);
  });
});
