import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { LocalizedText } from '@planwright/schema/text';
import type { LoadedRelease } from './plugin-host.js';
import { APIS } from './wire.js';

/** Why a release cannot run at all, for the studio. It stays off until its files are replaced. */
export const brokenBecause = {
  api: (api: number): LocalizedText => ({
    'zh-CN': `插件使用的接口版本是 ${api}，此服务器支持 ${APIS.join('、')}。换用匹配的插件版本。`,
    en: `The plugin speaks interface ${api}; this server speaks ${APIS.join(', ')}. Install a version that fits.`,
  }),
  missing: (): LocalizedText => ({
    'zh-CN': '插件文件不存在。重新构建或重新安装插件。',
    en: 'The plugin’s file is missing. Build or install it again.',
  }),
  hash: (): LocalizedText => ({
    'zh-CN': '插件文件与清单中的校验值不符。可能被改动过，重新构建或重新安装插件。',
    en: 'The plugin’s file does not match the hash in its manifest; it may have been changed. Build or install it again.',
  }),
  identity: (is: string, says: string): LocalizedText => ({
    'zh-CN': `清单写的是 ${says}，代码却是 ${is}。重新构建插件。`,
    en: `The manifest says ${says}, the code says ${is}. Build the plugin again.`,
  }),
  noPlugin: (): LocalizedText => ({
    'zh-CN': '插件文件没有默认导出 definePlugin 的结果。修正后重新构建。',
    en: 'The default export of the plugin’s file is not the result of definePlugin. Fix the file and build the plugin again.',
  }),
  threw: (message: string): LocalizedText => ({
    'zh-CN': `插件加载时出错：${message}`,
    en: `The plugin fails while it loads: ${message}`,
  }),
  slow: (): LocalizedText => ({
    'zh-CN': '插件没有在限定时间内加载完。去掉加载时的等待后重新构建。',
    en: 'The plugin did not finish loading in time. Remove what it waits for at the top level and build it again.',
  }),
};

/** What is wrong with a release before any of its code runs: nothing, or a sentence. */
export async function integrityProblem(release: LoadedRelease): Promise<LocalizedText | undefined> {
  if (!APIS.includes(release.manifest.api)) return brokenBecause.api(release.manifest.api);
  const bytes = await readFile(release.bundle).catch(() => undefined);
  if (!bytes) return brokenBecause.missing();
  const hash = createHash('sha256').update(bytes).digest('hex');
  return hash === release.sha256 && hash === release.manifest.sha256 ? undefined : brokenBecause.hash();
}
