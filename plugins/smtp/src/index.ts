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
import { say } from './generated/messages.js';
import { outcomeOf, verdictOf } from './outcome.js';

/** What every mail server takes, and nothing that could end a header or a command. */
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;

const config = z.strictObject({
  host: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/)
    .meta(field(say('host'), { hint: say('suchSmtpExample') })),
  port: z
    .int()
    .min(1)
    .max(65_535)
    .default(587)
    .meta(field(say('port'))),
  security: z
    .enum(['starttls', 'tls', 'none'])
    .default('starttls')
    .meta(
      field(say('security'), {
        hint: say('unencryptedServersYour'),
        labels: {
          starttls: say('starttls587'),
          tls: say('tls465'),
          none: say('unencrypted'),
        },
      }),
    ),
  user: z
    .string()
    .min(1)
    .optional()
    .meta(field(say('user'))),
  password: z
    .string()
    .min(1)
    .optional()
    .meta(field(say('password'), { secret: true })),
  from: z
    .string()
    .regex(ADDRESS)
    .meta(field(say('from'))),
  fromName: z
    .string()
    .max(100)
    .default('Planwright')
    .meta(field(say('fromName'))),
  unsubscribe: z
    .string()
    .regex(/^(https:\/\/|mailto:)[^\s<>]+$/)
    .optional()
    .meta(
      field(say('unsubscribe'), {
        hint: say('webAddressMailto'),
      }),
    ),
});

type Ctx = Context<typeof config>;

const words = (text: string) => ({ 'zh-CN': text, en: text });

const MESSAGES: Record<Verdict, LocalizedText> = {
  ok: say('ok'),
  throttled: say('throttled'),
  transient: say('transient'),
  auth: say('auth'),
  config: say('config'),
  permanent: say('permanent'),
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
  title: say('mailSmtp'),
  description: say('sendsRemindersThrough'),
  config,
  permissions: { smtp: ['{config.host}:{config.port}'] },
  limits: { callMs: 60_000 },
  async check(ctx) {
    const content = {
      // Nobody is known to read it, so it speaks every language.
      title: Object.values(say('test.title')).join(' · '),
      markdown: Object.values(say('test.text')).join('\n\n'),
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
      title: say('channel'),
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
