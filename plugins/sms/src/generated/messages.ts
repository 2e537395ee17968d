// Made from plugins/sms/messages by `npm run messages`. Do not edit.
import { catalogue } from '@planwright/plugin-sdk';

/** The messages, each with its arguments. */
export interface Messages {
  accessKeyId: Record<never, never>;
  ramUserRight: Record<never, never>;
  accessKeySecret: Record<never, never>;
  signName: Record<never, never>;
  templateCode: Record<never, never>;
  approvedNoticeTemplate: Record<never, never>;
  templateCodeEn: Record<never, never>;
  variable: Record<never, never>;
  takesTitleReminder: Record<never, never>;
  most: Record<never, never>;
  ok: Record<never, never>;
  throttled: Record<never, never>;
  transient: Record<never, never>;
  auth: Record<never, never>;
  config: Record<never, never>;
  permanent: Record<never, never>;
  shortMessagesAliyun: Record<never, never>;
  sendsShortMessages: Record<never, never>;
  channel: Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    accessKeyId: 'AccessKey ID',
    ramUserRight: '只授予短信权限的 RAM 用户。',
    accessKeySecret: 'AccessKey Secret',
    signName: '短信签名',
    templateCode: '模板编号',
    approvedNoticeTemplate: '审核通过的通知模板，例如 SMS_154950909。',
    templateCodeEn: '英文模板编号',
    variable: '模板变量',
    takesTitleReminder: '模板中的这个变量填入提醒标题，不含网址。',
    most: '变量最多字数',
    ok: '密钥有效，模板已通过审核。',
    throttled: '阿里云要求放慢，稍后重试。',
    transient: '阿里云没有正常应答，稍后重试。',
    auth: '阿里云不接受这对密钥，或它没有短信权限。',
    config: '模板还没有通过审核，或账号不能发送短信。',
    permanent: '阿里云拒绝了请求。检查模板编号。',
    shortMessagesAliyun: '短信（阿里云）',
    sendsShortMessages: '用审核通过的模板发送短信。每条最多发一次，不确定时不重发。',
    channel: '短信',
  },
  en: {
    accessKeyId: 'AccessKey ID',
    ramUserRight: 'Of a RAM user with the right to send short messages only.',
    accessKeySecret: 'AccessKey secret',
    signName: 'Signature name',
    templateCode: 'Template code',
    approvedNoticeTemplate: 'An approved notice template, such as SMS_154950909.',
    templateCodeEn: 'Template code for English',
    variable: 'Variable of the template',
    takesTitleReminder: 'Takes the title of the reminder, without addresses.',
    most: 'Most characters of the variable',
    ok: 'The key is valid and the template is approved.',
    throttled: 'Aliyun says slow down. Try again later.',
    transient: 'Aliyun gives no proper answer. Try again later.',
    auth: 'Aliyun refuses the key, or it may not send short messages.',
    config: 'The template is not approved, or the account cannot send.',
    permanent: 'Aliyun refuses the request. Check the template code.',
    shortMessagesAliyun: 'Short messages (Aliyun)',
    sendsShortMessages: 'Sends short messages by an approved template. Each at most once: what is uncertain is not sent again.',
    channel: 'Short message',
  },
});
export const { say, sayIn, says } = messages;
