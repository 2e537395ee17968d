// Made from plugins/webhook/messages by `npm run messages`. Do not edit.
import { catalogue } from '@planwright/plugin-sdk';

/** The messages, each with its arguments. */
export interface Messages {
  url: Record<never, never>;
  beginsHttpsNo: Record<never, never>;
  secret: Record<never, never>;
  least16Characters: Record<never, never>;
  receipt: Record<never, never>;
  anyAnswer2xx: Record<never, never>;
  n2xxIdMessage: Record<never, never>;
  ok: Record<never, never>;
  throttled: Record<never, never>;
  transient: Record<never, never>;
  auth: Record<never, never>;
  config: Record<never, never>;
  permanent: Record<never, never>;
  webhook: Record<never, never>;
  sendsEachReminder: Record<never, never>;
  channel: Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    url: '接收地址',
    beginsHttpsNo: '以 https:// 开头，不带参数；内网地址需由管理员放行后才可用 http://。',
    secret: '签名密钥',
    least16Characters: '至少 16 个字符，与接收方保存的相同。',
    receipt: '何时算送达',
    anyAnswer2xx: '返回 2xx',
    n2xxIdMessage: '返回 2xx，且 JSON 的 id 为消息编号',
    ok: '接收方收下了测试消息。',
    throttled: '接收方要求放慢。',
    transient: '接收方现在没有正常应答，稍后重试。',
    auth: '接收方不接受签名。两边的密钥要一致。',
    config: '这个地址不接收消息。检查接收地址。',
    permanent: '接收方拒绝了测试消息。',
    webhook: 'Webhook',
    sendsEachReminder: '把每条提醒以签名的 JSON 发到你的接口。',
    channel: 'Webhook 消息',
  },
  en: {
    url: 'Address of the receiver',
    beginsHttpsNo: 'Begins with https:// and has no parameters. Only a host of your own network that the integration names may be http://.',
    secret: 'Signing secret',
    least16Characters: 'At least 16 characters, the same that the receiver keeps.',
    receipt: 'Counts as received',
    anyAnswer2xx: 'Any answer of 2xx',
    n2xxIdMessage: '2xx and the id of the message in its JSON',
    ok: 'The receiver took the test message.',
    throttled: 'The receiver says slow down. Try again later.',
    transient: 'The receiver gives no proper answer now. Try again later.',
    auth: 'The receiver refuses the signature. Both sides need the same secret.',
    config: 'Nothing takes messages at this address. Check it.',
    permanent: 'The receiver refuses the test message.',
    webhook: 'Webhook',
    sendsEachReminder: 'Sends each reminder as signed JSON to an interface of yours.',
    channel: 'Webhook message',
  },
});
export const { say, sayIn, says } = messages;
