// Made from plugins/smtp/messages by `npm run messages`. Do not edit.
import { catalogue } from '@planwright/plugin-sdk';

/** The messages, each with its arguments. */
export interface Messages {
  host: Record<never, never>;
  suchSmtpExample: Record<never, never>;
  port: Record<never, never>;
  security: Record<never, never>;
  unencryptedServersYour: Record<never, never>;
  starttls587: Record<never, never>;
  tls465: Record<never, never>;
  unencrypted: Record<never, never>;
  user: Record<never, never>;
  password: Record<never, never>;
  from: Record<never, never>;
  fromName: Record<never, never>;
  unsubscribe: Record<never, never>;
  webAddressMailto: Record<never, never>;
  ok: Record<never, never>;
  throttled: Record<never, never>;
  transient: Record<never, never>;
  auth: Record<never, never>;
  config: Record<never, never>;
  permanent: Record<never, never>;
  mailSmtp: Record<never, never>;
  sendsRemindersThrough: Record<never, never>;
  channel: Record<never, never>;
  open: Record<never, never>;
  why: Record<never, never>;
  'test.title': Record<never, never>;
  'test.text': Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    host: '邮件服务器',
    suchSmtpExample: '例如 smtp.example.com',
    port: '端口',
    security: '加密',
    unencryptedServersYour: '不加密只用于内网的服务器。',
    starttls587: 'STARTTLS（587）',
    tls465: 'TLS（465）',
    unencrypted: '不加密',
    user: '用户名',
    password: '密码',
    from: '发件地址',
    fromName: '发件人',
    unsubscribe: '退订地址',
    webAddressMailto: '网址或 mailto: 地址；不填时用发件地址。',
    ok: '已向发件地址寄出一封测试邮件。',
    throttled: '服务器要求稍后再发。',
    transient: '无法与服务器完成对话。检查地址、端口和加密方式后重试。',
    auth: '服务器不接受用户名或密码。',
    config: '服务器拒绝了测试邮件。检查发件地址。',
    permanent: '服务器拒绝了测试邮件。',
    mailSmtp: '邮件（SMTP）',
    sendsRemindersThrough: '通过你的邮件服务器发送提醒，每封邮件含纯文本和网页两种格式。',
    channel: '邮件',
    open: '打开 Planwright',
    why: '你参与的培养计划发出了这封邮件。',
    'test.title': 'Planwright 测试邮件',
    'test.text': '这封邮件说明邮件通道可用。',
  },
  en: {
    host: 'Mail server',
    suchSmtpExample: 'Such as smtp.example.com',
    port: 'Port',
    security: 'Encryption',
    unencryptedServersYour: 'Unencrypted is for servers of your own network only.',
    starttls587: 'STARTTLS (587)',
    tls465: 'TLS (465)',
    unencrypted: 'Unencrypted',
    user: 'User name',
    password: 'Password',
    from: 'Sender address',
    fromName: 'Sender name',
    unsubscribe: 'Unsubscribe address',
    webAddressMailto: 'A web address or mailto:; empty = the sender address.',
    ok: 'A test mail is on its way to the sender address.',
    throttled: 'The server says later. Try again in some minutes.',
    transient: 'The server could not be talked to. Check address, port and encryption, then try again.',
    auth: 'The server refuses the user name or the password.',
    config: 'The server refuses the test mail. Check the sender address.',
    permanent: 'The server refuses the test mail.',
    mailSmtp: 'Mail (SMTP)',
    sendsRemindersThrough: 'Sends reminders through your mail server, each as text and as a page.',
    channel: 'Mail',
    open: 'Open Planwright',
    why: 'A training plan that you take part in has sent this mail.',
    'test.title': 'Test mail',
    'test.text': 'This mail says that the mail channel works.',
  },
});
export const { say, sayIn, says } = messages;
