import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MANIFEST, readPluginFolders } from './plugin-folders.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'planwright-plugin-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const CODE = 'export default {};';
const objectOf = (properties: object) => ({ type: 'object', properties, additionalProperties: false });

/** What is found in a folder whose plugin has these settings, of its integrations and of a rule. */
async function found(config: object, params: object = {}) {
  const manifest = {
    manifest: 1,
    id: 'crm',
    version: '1.0.0',
    api: 1,
    title: { 'zh-CN': '客户', en: 'Customers' },
    description: {},
    engines: { planwright: '*' },
    permissions: {},
    configSchema: objectOf(config),
    configVersion: 1,
    contributes: [{ kind: 'SCORER', key: 'points', title: {}, configSchema: objectOf(params), of: 'ITEM' }],
    bundle: 'plugin.mjs',
    sha256: createHash('sha256').update(CODE).digest('hex'),
  };
  await writeFile(path.join(folder, MANIFEST), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'plugin.mjs'), CODE);
  const [finding] = await readPluginFolders([folder]);
  return finding;
}

describe('a plugin whose settings HR fills in', () => {
  it('is taken when each setting has a field, lists and maps too', async () => {
    const finding = await found(
      { routes: { type: 'array', items: objectOf({ to: { type: 'string' } }) } },
      { weights: { type: 'object', additionalProperties: { type: 'number' } } },
    );
    expect(finding).toMatchObject({ found: { key: 'crm' } });
  });

  it('is refused with the setting and the reason when one could only be written as JSON', async () => {
    expect(await found({ auth: objectOf({ extra: {} }) })).toMatchObject({
      broken: {
        key: 'crm',
        problem: {
          en: 'No field can be drawn for the setting “auth.extra”: it may be anything and needs a type. Ask the author of the plugin to change it.',
          'zh-CN': '设置“auth.extra”无法用表单填写：没有规定类型。请插件作者修改。',
        },
      },
    });
    const either = { anyOf: [{ type: 'string' }, { type: 'number' }] };
    expect(await found({}, { either })).toMatchObject({
      broken: { problem: { en: expect.stringContaining('“either”: it has several forms') } },
    });
  });
});
