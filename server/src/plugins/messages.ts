import type { Undrawable, WhyUndrawable } from '@planwright/schema/settings';
import type { LocalizedText } from '@planwright/schema/text';

export type Sentence = LocalizedText & Record<'zh-CN' | 'en', string>;

/** Why a setting has no field, and what would give it one. */
const NOT_DRAWN: Record<WhyUndrawable, Sentence> = {
  anything: { en: 'it may be anything and needs a type.', 'zh-CN': '没有规定类型。' },
  reference: { en: 'its form refers to another schema or to itself.', 'zh-CN': '结构引用了其他定义或自身。' },
  mixed: {
    en: 'it has several forms, and no text tells them apart.',
    'zh-CN': '有多种形式，但没有可区分的标记。',
  },
  places: { en: 'its entries mean different things by their place.', 'zh-CN': '列表中各位置的含义不同。' },
  conditions: { en: 'its form depends on conditions.', 'zh-CN': '结构由条件决定。' },
  secret: {
    en: 'a secret in a list, a map or one of several forms cannot be sealed.',
    'zh-CN': '列表、映射或可选形式中的密钥无法加密保存。',
  },
  empty: { en: 'it must be given and may be null; make it optional.', 'zh-CN': '必填却允许为空，应改为选填。' },
};

/** What this room tells people. */
export const messages = {
  noManifest: (file: string): Sentence => ({
    en: `The folder holds no ${file}. Build the plugin, then start again.`,
    'zh-CN': `文件夹中没有 ${file}。构建插件后重新启动。`,
  }),
  manifestNotJson: (file: string): Sentence => ({
    en: `${file} is not JSON. Build the plugin again.`,
    'zh-CN': `${file} 不是 JSON，重新构建插件。`,
  }),
  manifestInvalid: (path: string, problem: string): Sentence => ({
    en: `The manifest is not valid at “${path}”: ${problem}. Build the plugin again with the current SDK.`,
    'zh-CN': `清单的“${path}”无效：${problem}。用当前 SDK 重新构建插件。`,
  }),
  notDrawn: ({ path, why }: Undrawable): Sentence => {
    const reason = NOT_DRAWN[why];
    return {
      en: `No field can be drawn for the setting “${path.join('.')}”: ${reason.en} Ask the author of the plugin to change it.`,
      'zh-CN': `设置“${path.join('.')}”无法用表单填写：${reason['zh-CN']}请插件作者修改。`,
    };
  },
  wrongApi: (api: number, spoken: readonly number[]): Sentence => ({
    en: `The plugin speaks API ${api}; this server speaks ${spoken.join(' and ')}. Install a version of the plugin that fits.`,
    'zh-CN': `插件使用 API ${api}，本服务支持 ${spoken.join('、')}。安装相应版本的插件。`,
  }),
  noBundle: (file: string): Sentence => ({
    en: `${file} is missing or larger than 32 MB. Build the plugin again.`,
    'zh-CN': `缺少 ${file}，或文件超过 32 MB。重新构建插件。`,
  }),
  wrongHash: (file: string): Sentence => ({
    en: `${file} is not the file that the manifest was made for: its hash differs. Install the plugin again.`,
    'zh-CN': `${file} 与清单不符：哈希不一致。重新安装插件。`,
  }),
  unreadable: (): Sentence => ({
    en: 'The folder cannot be read. Check its permissions.',
    'zh-CN': '无法读取文件夹，检查权限。',
  }),
  idTwice: (key: string): Sentence => ({
    en: `Another folder already holds the plugin “${key}”. Remove one of them.`,
    'zh-CN': `另一个文件夹中已有插件“${key}”，移除其中一个。`,
  }),
  notNewestConsented: (version: string): Sentence => ({
    en: `Version ${version} asks for other permissions. Review them and enable the plugin again; until then the previous version keeps running.`,
    'zh-CN': `${version} 版要求不同的权限。查看后重新启用；在此之前继续使用旧版本。`,
  }),
  gone: (): Sentence => ({
    en: 'The plugin is no longer installed, but is still in use. Install it again, or publish plans without it.',
    'zh-CN': '插件已卸载，但仍被使用。重新安装，或发布不使用它的计划。',
  }),
  doesNotStart: (): Sentence => ({
    en: 'The plugin does not start. Its log says why.',
    'zh-CN': '插件无法启动，原因见日志。',
  }),
  brokenPlugin: (): Sentence => ({
    en: 'This plugin is broken and cannot be enabled. Its problem says what to do.',
    'zh-CN': '插件已损坏，无法启用。按所示问题处理。',
  }),
  otherPermissions: (): Sentence => ({
    en: 'The plugin’s permissions have changed since you agreed to them. Reload the page and review them again.',
    'zh-CN': '插件要求的权限与你同意的不同，重新载入后再确认。',
  }),
  notEnabled: (): Sentence => ({
    en: 'This plugin is not enabled. Enable it first.',
    'zh-CN': '插件未启用，先启用插件。',
  }),
  nameMissing: (): Sentence => ({
    en: 'Give the integration a name of 1 to 100 characters.',
    'zh-CN': '为集成取一个 1–100 个字符的名称。',
  }),
  nameTaken: (name: string): Sentence => ({
    en: `There is already an integration called “${name}”. Choose another name.`,
    'zh-CN': `已有名为“${name}”的集成，换一个名称。`,
  }),
  nothingToConfigure: (): Sentence => ({
    en: 'This plugin has only rules and scorers; plans use them without an integration.',
    'zh-CN': '该插件只提供规则和评分器，培养计划可直接使用，无需集成。',
  }),
  configNotObject: (): Sentence => ({
    en: 'The settings are an object with a value for each field.',
    'zh-CN': '设置须为对象，每个字段对应一个值。',
  }),
  unknownField: (field: string): Sentence => ({
    en: `There is no setting called “${field}”. Remove it.`,
    'zh-CN': `没有名为“${field}”的设置，删除它。`,
  }),
  fieldMissing: (field: string): Sentence => ({
    en: `The setting “${field}” is missing. Fill it in.`,
    'zh-CN': `缺少设置“${field}”，补充填写。`,
  }),
  fieldInvalid: (field: string, problem: Sentence): Sentence => ({
    en: `The setting “${field}” is not valid: ${problem.en}`,
    'zh-CN': `设置“${field}”无效：${problem['zh-CN']}`,
  }),
  /** What a keyword of JSON Schema asks for. */
  keyword: {
    type: { en: 'it has the wrong type.', 'zh-CN': '类型不对。' },
    enum: { en: 'choose one of the offered values.', 'zh-CN': '从提供的选项中选择。' },
    const: { en: 'choose one of the offered values.', 'zh-CN': '从提供的选项中选择。' },
    format: { en: 'it does not have the expected form.', 'zh-CN': '格式不对。' },
    pattern: { en: 'it does not have the expected form.', 'zh-CN': '格式不对。' },
    minLength: { en: 'it is too short.', 'zh-CN': '内容太短。' },
    maxLength: { en: 'it is too long.', 'zh-CN': '内容太长。' },
    minimum: { en: 'the number is too small.', 'zh-CN': '数值太小。' },
    exclusiveMinimum: { en: 'the number is too small.', 'zh-CN': '数值太小。' },
    maximum: { en: 'the number is too large.', 'zh-CN': '数值太大。' },
    exclusiveMaximum: { en: 'the number is too large.', 'zh-CN': '数值太大。' },
    minItems: { en: 'the list has too few entries.', 'zh-CN': '列表项太少。' },
    maxItems: { en: 'the list has too many entries.', 'zh-CN': '列表项太多。' },
    uniqueItems: { en: 'the list has an entry twice.', 'zh-CN': '列表中有重复项。' },
  } as Record<string, Sentence>,
  secretNotText: (field: string): Sentence => ({
    en: `“${field}” is a secret: give it as text of at most 64 KB.`,
    'zh-CN': `“${field}”是机密，须为不超过 64 KB 的文本。`,
  }),
  noSecretKey: (): Sentence => ({
    en: 'The server has no key to encrypt secrets with. Set PLANWRIGHT_SECRET_KEY (openssl rand -base64 32) and start it again.',
    'zh-CN': '服务没有用于加密机密的密钥。设置 PLANWRIGHT_SECRET_KEY（openssl rand -base64 32）后重新启动。',
  }),
  sealedWithOtherKey: (id: string): Sentence => ({
    en: `The secrets were encrypted with the key ${id}, which the server no longer has. Restore that key, or enter the secrets again.`,
    'zh-CN': `机密由密钥 ${id} 加密，服务已没有该密钥。恢复密钥，或重新填写机密。`,
  }),
  noCheck: (): Sentence => ({
    en: 'The plugin gave no text in this language.',
    'zh-CN': '插件没有提供该语言的说明。',
  }),
  notAsked: (kind: string, message: string): Sentence => ({
    en: `The plugin could not be asked (${kind}): ${message} Try again in a minute.`,
    'zh-CN': `无法调用插件（${kind}）：${message} 一分钟后再试。`,
  }),
  reasonMissing: (): Sentence => ({
    en: 'Say why, in 1 to 2,000 characters.',
    'zh-CN': '填写原因，1–2000 个字符。',
  }),
  notPinned: (use: string): Sentence => ({
    en: `This version of the plan does not use “${use}”.`,
    'zh-CN': `该计划版本没有使用“${use}”。`,
  }),
  noSuchRelease: (version: string): Sentence => ({
    en: `Version ${version} of the plugin is not installed.`,
    'zh-CN': `没有安装插件的 ${version} 版。`,
  }),
  onlyPatches: (from: string, to: string): Sentence => ({
    en: `From ${from} to ${to} is more than a patch. Publish a new version of the plan to use it.`,
    'zh-CN': `从 ${from} 到 ${to} 不是补丁升级。发布新的计划版本来使用它。`,
  }),
  settingsNoLongerFit: (field: string, problem: string): Sentence => ({
    en: `The plan's settings do not fit this version: “${field}” ${problem}`,
    'zh-CN': `计划中的设置不适用于该版本：“${field}” ${problem}`,
  }),
} as const;
