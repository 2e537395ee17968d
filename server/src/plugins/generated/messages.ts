// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  noManifest: { file: Said };
  manifestNotJson: { file: Said };
  manifestInvalid: { path: Said; problem: Said };
  wrongApi: { api: Said; spoken: Said };
  noBundle: { file: Said };
  wrongHash: { file: Said };
  unreadable: Record<never, never>;
  idTwice: { key: Said };
  notNewestConsented: { version: Said };
  gone: Record<never, never>;
  doesNotStart: Record<never, never>;
  brokenPlugin: Record<never, never>;
  otherPermissions: Record<never, never>;
  notEnabled: Record<never, never>;
  nameMissing: Record<never, never>;
  nameTaken: { name: Said };
  nothingToConfigure: Record<never, never>;
  configNotObject: Record<never, never>;
  unknownField: { field: Said };
  fieldMissing: { field: Said };
  fieldInvalid: { field: Said; problem: Said };
  'keyword.type': Record<never, never>;
  'keyword.enum': Record<never, never>;
  'keyword.const': Record<never, never>;
  'keyword.format': Record<never, never>;
  'keyword.pattern': Record<never, never>;
  'keyword.minLength': Record<never, never>;
  'keyword.maxLength': Record<never, never>;
  'keyword.minimum': Record<never, never>;
  'keyword.exclusiveMinimum': Record<never, never>;
  'keyword.maximum': Record<never, never>;
  'keyword.exclusiveMaximum': Record<never, never>;
  'keyword.minItems': Record<never, never>;
  'keyword.maxItems': Record<never, never>;
  'keyword.uniqueItems': Record<never, never>;
  secretNotText: { field: Said };
  noSecretKey: Record<never, never>;
  sealedWithOtherKey: { id: Said };
  noCheck: Record<never, never>;
  notAsked: { kind: Said; message: Said };
  reasonMissing: Record<never, never>;
  notPinned: { use: Said };
  noSuchRelease: { version: Said };
  onlyPatches: { from: Said; to: Said };
  and: Record<never, never>;
  'refusals.never': { host: Said; address: Said };
  'refusals.notPermitted': { place: Said };
  'refusals.plainHttp': { place: Said; host: Said; setting: Said };
  'refusals.plainMail': { host: Said; setting: Said };
  'refusals.credentials': Record<never, never>;
  'refusals.noHttp': { protocol: Said };
  'refusals.noAddress': Record<never, never>;
  'refusals.private': { host: Said; address: Said; setting: Said };
  'refusals.privateItself': { host: Said; setting: Said };
  'integrity.api': { api: Said; spoken: Said };
  'integrity.missing': Record<never, never>;
  'integrity.hash': Record<never, never>;
  'integrity.identity': { says: Said; is: Said };
  'integrity.noPlugin': Record<never, never>;
  'integrity.threw': { message: Said };
  'integrity.slow': Record<never, never>;
  'probeIsolation.ownProcess': Record<never, never>;
  'probeIsolation.guardAlone': { version: Said };
  'probeIsolation.kernel': Record<never, never>;
  'probeIsolation.notLinux': Record<never, never>;
  'probeIsolation.noPrlimit': Record<never, never>;
  'probeIsolation.noUnshare': Record<never, never>;
  'probeIsolation.noNamespaces': Record<never, never>;
  'probeIsolation.bounded': Record<never, never>;
  notDrawn: { path: Said; reason: Said };
  'undrawable.anything': Record<never, never>;
  'undrawable.reference': Record<never, never>;
  'undrawable.mixed': Record<never, never>;
  'undrawable.places': Record<never, never>;
  'undrawable.conditions': Record<never, never>;
  'undrawable.secret': Record<never, never>;
  'undrawable.empty': Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    noManifest: ["文件夹中没有 ",["file"],"。构建插件后重新启动。"],
    manifestNotJson: [["file"]," 不是 JSON，重新构建插件。"],
    manifestInvalid: ["清单的“",["path"],"”无效：",["problem"],"。用当前 SDK 重新构建插件。"],
    wrongApi: ["插件使用 API ",["api"],"，本服务支持 ",["spoken"],"。安装相应版本的插件。"],
    noBundle: ["缺少 ",["file"],"，或文件超过 32 MB。重新构建插件。"],
    wrongHash: [["file"]," 与清单不符：哈希不一致。重新安装插件。"],
    unreadable: '无法读取文件夹，检查权限。',
    idTwice: ["另一个文件夹中已有插件“",["key"],"”，移除其中一个。"],
    notNewestConsented: [["version"]," 版要求不同的权限。查看后重新启用；在此之前继续使用旧版本。"],
    gone: '插件已卸载，但仍被使用。重新安装，或发布不使用它的计划。',
    doesNotStart: '插件无法启动，原因见日志。',
    brokenPlugin: '插件已损坏，无法启用。按所示问题处理。',
    otherPermissions: '插件要求的权限与你同意的不同，重新载入后再确认。',
    notEnabled: '插件未启用，先启用插件。',
    nameMissing: '为集成取一个 1–100 个字符的名称。',
    nameTaken: ["已有名为“",["name"],"”的集成，换一个名称。"],
    nothingToConfigure: '该插件只提供规则和评分器，培养计划可直接使用，无需集成。',
    configNotObject: '设置须为对象，每个字段对应一个值。',
    unknownField: ["没有名为“",["field"],"”的设置，删除它。"],
    fieldMissing: ["缺少设置“",["field"],"”，补充填写。"],
    fieldInvalid: ["设置“",["field"],"”无效：",["problem"]],
    'keyword.type': '类型不对。',
    'keyword.enum': '从提供的选项中选择。',
    'keyword.const': '从提供的选项中选择。',
    'keyword.format': '格式不对。',
    'keyword.pattern': '格式不对。',
    'keyword.minLength': '内容太短。',
    'keyword.maxLength': '内容太长。',
    'keyword.minimum': '数值太小。',
    'keyword.exclusiveMinimum': '数值太小。',
    'keyword.maximum': '数值太大。',
    'keyword.exclusiveMaximum': '数值太大。',
    'keyword.minItems': '列表项太少。',
    'keyword.maxItems': '列表项太多。',
    'keyword.uniqueItems': '列表中有重复项。',
    secretNotText: ["“",["field"],"”是机密，须为不超过 64 KB 的文本。"],
    noSecretKey: '服务没有用于加密机密的密钥。设置 PLANWRIGHT_SECRET_KEY（openssl rand -base64 32）后重新启动。',
    sealedWithOtherKey: ["机密由密钥 ",["id"]," 加密，服务已没有该密钥。恢复密钥，或重新填写机密。"],
    noCheck: '插件没有提供该语言的说明。',
    notAsked: ["无法调用插件（",["kind"],"）：",["message"]," 一分钟后再试。"],
    reasonMissing: '填写原因，1–2000 个字符。',
    notPinned: ["该计划版本没有使用“",["use"],"”。"],
    noSuchRelease: ["没有安装插件的 ",["version"]," 版。"],
    onlyPatches: ["从 ",["from"]," 到 ",["to"]," 不是补丁升级。发布新的计划版本来使用它。"],
    and: '、',
    'refusals.never': [["host"]," 的地址 ",["address"]," 属于本机链路或云平台，任何插件都不能访问，也没有设置可以放行。请填写其他主机。"],
    'refusals.notPermitted': [["place"]," 不在该插件声明的地址之内。检查集成设置中的地址；如果地址无误，需要由插件在权限中声明。"],
    'refusals.plainHttp': [["place"]," 没有加密。请使用 https:// 开头的地址；如果它在内部网络，请 IT 把 ",["host"]," 加入设置 ",["setting"],"。"],
    'refusals.plainMail': ["连接 ",["host"]," 时没有使用 TLS。请在集成设置中选择加密方式；如果它在内部网络，请 IT 把 ",["host"]," 加入设置 ",["setting"],"。"],
    'refusals.credentials': '地址中含有用户名或密码。请从地址中删除，并填写到相应的字段。',
    'refusals.noHttp': ["不能访问以 ",["protocol"]," 开头的地址。请使用 https:// 开头的地址。"],
    'refusals.noAddress': '这不是网址。请填写 https:// 开头的地址。',
    'refusals.private': [["host"]," 的地址 ",["address"]," 属于内部网络，默认不允许插件访问。请 IT 把 ",["host"]," 加入设置 ",["setting"],"，然后重启服务。"],
    'refusals.privateItself': [["host"]," 属于内部网络，默认不允许插件访问。请 IT 把 ",["host"]," 加入设置 ",["setting"],"，然后重启服务。"],
    'integrity.api': ["插件使用的接口版本是 ",["api"],"，此服务器支持 ",["spoken"],"。换用匹配的插件版本。"],
    'integrity.missing': '插件文件不存在。重新构建或重新安装插件。',
    'integrity.hash': '插件文件与清单中的校验值不符。可能被改动过，重新构建或重新安装插件。',
    'integrity.identity': ["清单写的是 ",["says"],"，代码却是 ",["is"],"。重新构建插件。"],
    'integrity.noPlugin': '插件文件没有默认导出 definePlugin 的结果。修正后重新构建。',
    'integrity.threw': ["插件加载时出错：",["message"]],
    'integrity.slow': '插件没有在限定时间内加载完。去掉加载时的等待后重新构建。',
    'probeIsolation.ownProcess': '每个插件在自己的进程中运行：不能读文件、不能联网，内存和时间都有上限，超时即终止。',
    'probeIsolation.guardAlone': ["每个插件在自己的进程中运行：不能读文件，内存和时间都有上限，超时即终止。但这台机器的 Node（",["version"],"）不能禁止插件联网，只有 Planwright 自己的防护挡在前面。安装 Node 26 后重启；在此之前只启用信得过的插件。"],
    'probeIsolation.kernel': '操作系统内核另外隔离了网络和其他进程。',
    'probeIsolation.notLinux': '这台机器不是 Linux：没有命名空间，内存只能靠定时检查来限制。',
    'probeIsolation.noPrlimit': '没有 prlimit：堆以外的内存只能靠定时检查来限制。安装 util-linux 后重启。',
    'probeIsolation.noUnshare': '没有 unshare，内核隔离不可用。安装 util-linux 后重启。',
    'probeIsolation.noNamespaces': '内核不允许普通用户建立命名空间。允许后重启，例如 sysctl kernel.unprivileged_userns_clone=1，或在容器中放开 unshare。',
    'probeIsolation.bounded': '运维设置把隔离限制在第 1 级。',
    notDrawn: ["设置“",["path"],"”无法用表单填写：",["reason"],"请插件作者修改。"],
    'undrawable.anything': '没有规定类型。',
    'undrawable.reference': '结构引用了其他定义或自身。',
    'undrawable.mixed': '有多种形式，但没有可区分的标记。',
    'undrawable.places': '列表中各位置的含义不同。',
    'undrawable.conditions': '结构由条件决定。',
    'undrawable.secret': '列表、映射或可选形式中的密钥无法加密保存。',
    'undrawable.empty': '必填却允许为空，应改为选填。',
  },
  en: {
    noManifest: ["The folder holds no ",["file"],". Build the plugin, then start again."],
    manifestNotJson: [["file"]," is not JSON. Build the plugin again."],
    manifestInvalid: ["The manifest is not valid at “",["path"],"”: ",["problem"],". Build the plugin again with the current SDK."],
    wrongApi: ["The plugin speaks API ",["api"],"; this server speaks ",["spoken"],". Install a version of the plugin that fits."],
    noBundle: [["file"]," is missing or larger than 32 MB. Build the plugin again."],
    wrongHash: [["file"]," is not the file that the manifest was made for: its hash differs. Install the plugin again."],
    unreadable: 'The folder cannot be read. Check its permissions.',
    idTwice: ["Another folder already holds the plugin “",["key"],"”. Remove one of them."],
    notNewestConsented: ["Version ",["version"]," asks for other permissions. Review them and enable the plugin again; until then the previous version keeps running."],
    gone: 'The plugin is no longer installed, but is still in use. Install it again, or publish plans without it.',
    doesNotStart: 'The plugin does not start. Its log says why.',
    brokenPlugin: 'This plugin is broken and cannot be enabled. Its problem says what to do.',
    otherPermissions: 'The plugin’s permissions have changed since you agreed to them. Reload the page and review them again.',
    notEnabled: 'This plugin is not enabled. Enable it first.',
    nameMissing: 'Give the integration a name of 1 to 100 characters.',
    nameTaken: ["There is already an integration called “",["name"],"”. Choose another name."],
    nothingToConfigure: 'This plugin has only rules and scorers; plans use them without an integration.',
    configNotObject: 'The settings are an object with a value for each field.',
    unknownField: ["There is no setting called “",["field"],"”. Remove it."],
    fieldMissing: ["The setting “",["field"],"” is missing. Fill it in."],
    fieldInvalid: ["The setting “",["field"],"” is not valid: ",["problem"]],
    'keyword.type': 'it has the wrong type.',
    'keyword.enum': 'choose one of the offered values.',
    'keyword.const': 'choose one of the offered values.',
    'keyword.format': 'it does not have the expected form.',
    'keyword.pattern': 'it does not have the expected form.',
    'keyword.minLength': 'it is too short.',
    'keyword.maxLength': 'it is too long.',
    'keyword.minimum': 'the number is too small.',
    'keyword.exclusiveMinimum': 'the number is too small.',
    'keyword.maximum': 'the number is too large.',
    'keyword.exclusiveMaximum': 'the number is too large.',
    'keyword.minItems': 'the list has too few entries.',
    'keyword.maxItems': 'the list has too many entries.',
    'keyword.uniqueItems': 'the list has an entry twice.',
    secretNotText: ["“",["field"],"” is a secret: give it as text of at most 64 KB."],
    noSecretKey: 'The server has no key to encrypt secrets with. Set PLANWRIGHT_SECRET_KEY (openssl rand -base64 32) and start it again.',
    sealedWithOtherKey: ["The secrets were encrypted with the key ",["id"],", which the server no longer has. Restore that key, or enter the secrets again."],
    noCheck: 'The plugin gave no text in this language.',
    notAsked: ["The plugin could not be asked (",["kind"],"): ",["message"]," Try again in a minute."],
    reasonMissing: 'Say why, in 1 to 2,000 characters.',
    notPinned: ["This version of the plan does not use “",["use"],"”."],
    noSuchRelease: ["Version ",["version"]," of the plugin is not installed."],
    onlyPatches: ["From ",["from"]," to ",["to"]," is more than a patch. Publish a new version of the plan to use it."],
    and: ' and ',
    'refusals.never': [["host"]," has the address ",["address"],", which no plugin may call: it belongs to the machine or to its cloud. No setting allows it. Enter another host."],
    'refusals.notPermitted': [["place"]," is not among the addresses that this plugin declares. Check the address in the integration’s settings; if it is right, the plugin has to declare it in its permissions."],
    'refusals.plainHttp': [["place"]," is not encrypted. Use an address that starts with https://, or ask IT to add ",["host"]," to the setting ",["setting"]," if it is in your own network."],
    'refusals.plainMail': [["host"]," would be reached without TLS. Choose an encryption in the integration’s settings, or ask IT to add ",["host"]," to the setting ",["setting"]," if it is in your own network."],
    'refusals.credentials': 'The address holds a user name or a password. Remove them and enter them in the fields for them.',
    'refusals.noHttp': ["An address that starts with ",["protocol"]," cannot be called. Use one that starts with https://."],
    'refusals.noAddress': 'This is not a web address. Enter one that starts with https://.',
    'refusals.private': [["host"]," has the address ",["address"],", in your own network, which plugins may not call by default. Ask IT to add ",["host"]," to the setting ",["setting"]," and to restart the server."],
    'refusals.privateItself': [["host"]," is in your own network, which plugins may not call by default. Ask IT to add ",["host"]," to the setting ",["setting"]," and to restart the server."],
    'integrity.api': ["The plugin speaks interface ",["api"],"; this server speaks ",["spoken"],". Install a version that fits."],
    'integrity.missing': 'The plugin’s file is missing. Build or install it again.',
    'integrity.hash': 'The plugin’s file does not match the hash in its manifest; it may have been changed. Build or install it again.',
    'integrity.identity': ["The manifest says ",["says"],", the code says ",["is"],". Build the plugin again."],
    'integrity.noPlugin': 'The default export of the plugin’s file is not the result of definePlugin. Fix the file and build the plugin again.',
    'integrity.threw': ["The plugin fails while it loads: ",["message"]],
    'integrity.slow': 'The plugin did not finish loading in time. Remove what it waits for at the top level and build it again.',
    'probeIsolation.ownProcess': 'Each plugin runs in a process of its own: no files, no network but through the server, memory and time bounded, ended when it overruns.',
    'probeIsolation.guardAlone': ["Each plugin runs in a process of its own: no files, memory and time bounded, ended when it overruns. But this machine’s Node (",["version"],") cannot deny plugins the network; only Planwright’s own guard stands in the way. Install Node 26 and restart; until then, enable only plugins you trust."],
    'probeIsolation.kernel': 'The kernel takes the network and other processes out of its sight as well.',
    'probeIsolation.notLinux': 'This machine is not Linux: there are no namespaces, and memory is bounded by looking at it every second only.',
    'probeIsolation.noPrlimit': 'prlimit is missing: memory outside the heap is bounded by looking at it every second only. Install util-linux and restart.',
    'probeIsolation.noUnshare': 'unshare is missing, so the kernel does not isolate. Install util-linux and restart.',
    'probeIsolation.noNamespaces': 'The kernel refuses user namespaces here. Allow them and restart: sysctl kernel.unprivileged_userns_clone=1, or let the container call unshare.',
    'probeIsolation.bounded': 'A setting of the operator keeps isolation at level 1.',
    notDrawn: ["No field can be drawn for the setting “",["path"],"”: ",["reason"]," Ask the author of the plugin to change it."],
    'undrawable.anything': 'it may be anything and needs a type.',
    'undrawable.reference': 'its form refers to another schema or to itself.',
    'undrawable.mixed': 'it has several forms, and no text tells them apart.',
    'undrawable.places': 'its entries mean different things by their place.',
    'undrawable.conditions': 'its form depends on conditions.',
    'undrawable.secret': 'a secret in a list, a map or one of several forms cannot be sealed.',
    'undrawable.empty': 'it must be given and may be null; make it optional.',
  },
});
export const { say, sayIn, says } = messages;
