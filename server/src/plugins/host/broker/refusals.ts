import type { LocalizedText } from '@planwright/schema/text';

type Refusal = LocalizedText & Record<'zh-CN' | 'en', string>;

const SETTING = 'PLANWRIGHT_PRIVATE_HOSTS';

/** Why a place is not called, and which setting would change it: shown where an integration is tested and where it fails. */
export const refusals = {
  private: (host: string, address: string): Refusal => ({
    en: `${host === address ? `${host} is` : `${host} has the address ${address},`} in your own network, which plugins may not call by default. Ask IT to add ${host} to the setting ${SETTING} and to restart the server.`,
    'zh-CN': `${host === address ? `${host} ` : `${host} 的地址 ${address} `}属于内部网络，默认不允许插件访问。请 IT 把 ${host} 加入设置 ${SETTING}，然后重启服务。`,
  }),
  never: (host: string, address: string): Refusal => ({
    en: `${host} has the address ${address}, which no plugin may call: it belongs to the machine or to its cloud. No setting allows it. Enter another host.`,
    'zh-CN': `${host} 的地址 ${address} 属于本机链路或云平台，任何插件都不能访问，也没有设置可以放行。请填写其他主机。`,
  }),
  notPermitted: (place: string): Refusal => ({
    en: `${place} is not among the addresses that this plugin declares. Check the address in the integration’s settings; if it is right, the plugin has to declare it in its permissions.`,
    'zh-CN': `${place} 不在该插件声明的地址之内。检查集成设置中的地址；如果地址无误，需要由插件在权限中声明。`,
  }),
  plainHttp: (place: string, host: string): Refusal => ({
    en: `${place} is not encrypted. Use an address that starts with https://, or ask IT to add ${host} to the setting ${SETTING} if it is in your own network.`,
    'zh-CN': `${place} 没有加密。请使用 https:// 开头的地址；如果它在内部网络，请 IT 把 ${host} 加入设置 ${SETTING}。`,
  }),
  plainMail: (host: string): Refusal => ({
    en: `${host} would be reached without TLS. Choose an encryption in the integration’s settings, or ask IT to add ${host} to the setting ${SETTING} if it is in your own network.`,
    'zh-CN': `连接 ${host} 时没有使用 TLS。请在集成设置中选择加密方式；如果它在内部网络，请 IT 把 ${host} 加入设置 ${SETTING}。`,
  }),
  credentials: (): Refusal => ({
    en: 'The address holds a user name or a password. Remove them and enter them in the fields for them.',
    'zh-CN': '地址中含有用户名或密码。请从地址中删除，并填写到相应的字段。',
  }),
  noHttp: (protocol: string): Refusal => ({
    en: `An address that starts with ${protocol} cannot be called. Use one that starts with https://.`,
    'zh-CN': `不能访问以 ${protocol} 开头的地址。请使用 https:// 开头的地址。`,
  }),
  noAddress: (): Refusal => ({
    en: 'This is not a web address. Enter one that starts with https://.',
    'zh-CN': '这不是网址。请填写 https:// 开头的地址。',
  }),
};
