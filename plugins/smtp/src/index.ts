import {
  type Context,
  checkOfFault,
  definePlugin,
  field,
  outcomesOfFault,
  type SmtpRequest,
  type Verdict,
  z,
} from '@planwright/plugin-sdk';
import type { LocalizedText } from '@planwright/schema/text';
import { composeMail, type Mail } from './compose-mail.js';
import { outcomeOf, verdictOf } from './outcome.js';

/** What every mail server takes, and nothing that could end a header or a command. */
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;

const config = z.strictObject({
  host: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/)
    .meta(
      field(
        { 'zh-CN': '邮件服务器', en: 'Mail server' },
        { hint: { 'zh-CN': '例如 smtp.example.com', en: 'Such as smtp.example.com' } },
      ),
    ),
  port: z
    .int()
    .min(1)
    .max(65_535)
    .default(587)
    .meta(field({ 'zh-CN': '端口', en: 'Port' })),
  security: z
    .enum(['starttls', 'tls', 'none'])
    .default('starttls')
    .meta(
      field(
        { 'zh-CN': '加密', en: 'Encryption' },
        {
          hint: { 'zh-CN': '不加密只用于内网的服务器。', en: 'Unencrypted is for servers of your own network only.' },
          labels: {
            starttls: { 'zh-CN': 'STARTTLS（587）', en: 'STARTTLS (587)' },
            tls: { 'zh-CN': 'TLS（465）', en: 'TLS (465)' },
            none: { 'zh-CN': '不加密', en: 'Unencrypted' },
          },
        },
      ),
    ),
  user: z
    .string()
    .min(1)
    .optional()
    .meta(field({ 'zh-CN': '用户名', en: 'User name' })),
  password: z
    .string()
    .min(1)
    .optional()
    .meta(field({ 'zh-CN': '密码', en: 'Password' }, { secret: true })),
  from: z
    .string()
    .regex(ADDRESS)
    .meta(field({ 'zh-CN': '发件地址', en: 'Sender address' })),
  fromName: z
    .string()
    .max(100)
    .default('Planwright')
    .meta(field({ 'zh-CN': '发件人', en: 'Sender name' })),
  unsubscribe: z
    .string()
    .regex(/^(https:\/\/|mailto:)[^\s<>]+$/)
    .optional()
    .meta(
      field(
        { 'zh-CN': '退订地址', en: 'Unsubscribe address' },
        {
          hint: {
            'zh-CN': '网址或 mailto: 地址；不填时用发件地址。',
            en: 'A web address or mailto:; empty = the sender address.',
          },
        },
      ),
    ),
});

type Ctx = Context<typeof config>;

const words = (text: string) => ({ 'zh-CN': text, en: text });

const MESSAGES: Record<Verdict, LocalizedText> = {
  ok: { 'zh-CN': '已向发件地址寄出一封测试邮件。', en: 'A test mail is on its way to the sender address.' },
  throttled: { 'zh-CN': '服务器要求稍后再发。', en: 'The server says later. Try again in some minutes.' },
  transient: {
    'zh-CN': '无法与服务器完成对话。检查地址、端口和加密方式后重试。',
    en: 'The server could not be talked to. Check address, port and encryption, then try again.',
  },
  auth: { 'zh-CN': '服务器不接受用户名或密码。', en: 'The server refuses the user name or the password.' },
  config: {
    'zh-CN': '服务器拒绝了测试邮件。检查发件地址。',
    en: 'The server refuses the test mail. Check the sender address.',
  },
  permanent: { 'zh-CN': '服务器拒绝了测试邮件。', en: 'The server refuses the test mail.' },
};

/** Everything but the message: how the integration talks to its server. */
function requestTo(ctx: Ctx, address: string, message: string): SmtpRequest {
  const { host, port, security, user, password, from } = ctx.config;
  return {
    host,
    port,
    security,
    ...(user && password ? { auth: { user, password: ctx.secret('password') } } : {}),
    envelope: { from, to: [address] },
    message,
  };
}

const sender = ({ config: { from, fromName, unsubscribe } }: Ctx): Pick<Mail, 'from' | 'unsubscribe'> => ({
  from: { name: fromName, address: from },
  unsubscribe: unsubscribe ?? `mailto:${from}?subject=unsubscribe`,
});

export default definePlugin({
  id: 'smtp',
  version: '1.0.0',
  api: 1,
  title: { 'zh-CN': '邮件（SMTP）', en: 'Mail (SMTP)' },
  description: {
    'zh-CN': '通过你的邮件服务器发送提醒，每封邮件含纯文本和网页两种格式。',
    en: 'Sends reminders through your mail server, each as text and as a page.',
  },
  config,
  permissions: { smtp: ['{config.host}:{config.port}'] },
  limits: { callMs: 60_000 },
  async check(ctx) {
    const content = {
      title: 'Planwright 测试邮件 · Test mail',
      markdown: '这封邮件说明邮件通道可用。\n\nThis mail says that the mail channel works.',
      language: 'zh-CN' as const,
    };
    const { from } = ctx.config;
    const { message } = composeMail({
      key: `check-${ctx.now}`,
      ...sender(ctx),
      to: { name: '', address: from },
      content,
      at: ctx.now,
    });
    try {
      const response = await ctx.smtp(requestTo(ctx, from, message));
      const verdict = verdictOf(response);
      return { verdict, messages: [MESSAGES[verdict], ...(verdict === 'ok' ? [] : [words(response.text)])] };
    } catch (cause) {
      return checkOfFault(cause, MESSAGES);
    }
  },
  channels: {
    mail: {
      title: { 'zh-CN': '邮件', en: 'Mail' },
      kind: 'message',
      params: z.strictObject({}),
      address: ({ email }) => (email && ADDRESS.test(email) ? email : null),
      // One mail for each reader: nobody sees who else was told.
      batch: 1,
      bytes: 100_000,
      rates: [{ scope: 'call', max: 10, perMs: 1000 }],
      // Receivers do not drop a Message-ID they have seen: once the data left, a mail is never sent again.
      dedupe: { how: 'none' },
      async send(ctx, delivery) {
        const [to] = delivery.to;
        if (!to) return [];
        const { id, message } = composeMail({
          key: delivery.key,
          ...sender(ctx),
          to: { name: to.name, address: to.address },
          content: delivery.content,
          link: delivery.link,
          at: ctx.now,
        });
        try {
          const response = await ctx.smtp(requestTo(ctx, to.address, message));
          return [{ person: to.person, ...outcomeOf(response, to.address, id) }];
        } catch (cause) {
          return outcomesOfFault(cause, delivery);
        }
      },
    },
  },
});
