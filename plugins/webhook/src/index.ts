import {
  type Context,
  checkOfFault,
  definePlugin,
  field,
  type HttpResponse,
  hex,
  type Json,
  outcomesOfFault,
  utf8,
  type Verdict,
  z,
} from '@planwright/plugin-sdk';
import type { LocalizedText } from '@planwright/schema/text';
import { say } from './generated/messages.js';
import { outcomeOf, verdictOf } from './outcome.js';

const config = z.strictObject({
  url: z
    .string()
    .regex(/^https?:\/\/[^\s?#@\\]+$/)
    .meta(
      field(say('url'), {
        hint: say('beginsHttpsNo'),
      }),
    ),
  secret: z
    .string()
    .min(16)
    .meta(
      field(say('secret'), {
        secret: true,
        hint: say('least16Characters'),
      }),
    ),
  receipt: z
    .enum(['STATUS', 'KEY'])
    .default('STATUS')
    .meta(
      field(say('receipt'), {
        labels: {
          STATUS: say('anyAnswer2xx'),
          KEY: say('n2xxIdMessage'),
        },
      }),
    ),
});

type Ctx = Context<typeof config>;

/**
 * Posts a JSON body with the key of the message and a signature: HMAC-SHA256 of `<seconds since 1970>.<body>`. The time is
 * signed too, so that a receiver can refuse a message that somebody has kept and sends again.
 */
async function post(ctx: Ctx, key: string, message: Record<string, Json>): Promise<HttpResponse> {
  const body = JSON.stringify(message);
  const seconds = String(Math.floor(Date.parse(ctx.now) / 1000));
  const signature = hex(await ctx.crypto.hmac('sha256', ctx.secret('secret'), utf8(`${seconds}.${body}`)));
  return ctx.http({
    method: 'POST',
    url: ctx.config.url,
    headers: { 'idempotency-key': key, 'planwright-signature': `t=${seconds},v1=${signature}` },
    body: { text: body, contentType: 'application/json; charset=utf-8' },
    timeoutMs: 5000,
  });
}

const MESSAGES: Record<Verdict, LocalizedText> = {
  ok: say('ok'),
  throttled: say('throttled'),
  transient: say('transient'),
  auth: say('auth'),
  config: say('config'),
  permanent: say('permanent'),
};

export default definePlugin({
  id: 'webhook',
  version: '1.0.0',
  api: 1,
  title: say('webhook'),
  description: say('sendsEachReminder'),
  config,
  permissions: { http: ['{config.url}'] },
  classify: verdictOf,
  async check(ctx) {
    try {
      const response = await post(ctx, `check-${ctx.now}`, { id: `check-${ctx.now}`, type: 'check', at: ctx.now });
      const verdict = verdictOf(response);
      return { verdict, messages: [MESSAGES[verdict]] };
    } catch (cause) {
      return checkOfFault(cause, MESSAGES);
    }
  },
  channels: {
    message: {
      title: say('channel'),
      kind: 'message',
      params: z.strictObject({}),
      address: ({ email, mobile }) => email || mobile || null,
      batch: 1,
      bytes: 100_000,
      rates: [{ scope: 'call', max: 20, perMs: 1000 }],
      // A receiver is told in the contract of this channel to keep each key for a week and to take it once. One that does not
      // gets a message twice after a cut; one that does never misses any.
      dedupe: { how: 'key' },
      async send(ctx, delivery) {
        const { key, content, link, params } = delivery;
        const [to] = delivery.to;
        if (!to) return [];
        try {
          const response = await post(ctx, key, {
            id: key,
            type: 'message',
            at: ctx.now,
            to: { person: to.person, name: to.name, address: to.address },
            content: { title: content.title, markdown: content.markdown, language: content.language },
            link: link ?? null,
            params,
          });
          return [{ person: to.person, ...outcomeOf(response, key, ctx.config.receipt) }];
        } catch (cause) {
          return outcomesOfFault(cause, delivery);
        }
      },
    },
  },
});
