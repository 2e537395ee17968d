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
import { outcomeOf, verdictOf } from './outcome.js';

const config = z.strictObject({
  url: z
    .string()
    .regex(/^https?:\/\/[^\s?#@\\]+$/)
    .meta(
      field(
        { 'zh-CN': '接收地址', en: 'Address of the receiver' },
        {
          hint: {
            'zh-CN': '以 https:// 开头，不带参数；内网地址需由管理员放行后才可用 http://。',
            en: 'Begins with https:// and has no parameters. Only a host of your own network that the integration names may be http://.',
          },
        },
      ),
    ),
  secret: z
    .string()
    .min(16)
    .meta(
      field(
        { 'zh-CN': '签名密钥', en: 'Signing secret' },
        {
          secret: true,
          hint: {
            'zh-CN': '至少 16 个字符，与接收方保存的相同。',
            en: 'At least 16 characters, the same that the receiver keeps.',
          },
        },
      ),
    ),
  receipt: z
    .enum(['STATUS', 'KEY'])
    .default('STATUS')
    .meta(
      field(
        { 'zh-CN': '何时算送达', en: 'Counts as received' },
        {
          labels: {
            STATUS: { 'zh-CN': '返回 2xx', en: 'Any answer of 2xx' },
            KEY: { 'zh-CN': '返回 2xx，且 JSON 的 id 为消息编号', en: '2xx and the id of the message in its JSON' },
          },
        },
      ),
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
  ok: { 'zh-CN': '接收方收下了测试消息。', en: 'The receiver took the test message.' },
  throttled: { 'zh-CN': '接收方要求放慢。', en: 'The receiver says slow down. Try again later.' },
  transient: {
    'zh-CN': '接收方现在没有正常应答，稍后重试。',
    en: 'The receiver gives no proper answer now. Try again later.',
  },
  auth: {
    'zh-CN': '接收方不接受签名。两边的密钥要一致。',
    en: 'The receiver refuses the signature. Both sides need the same secret.',
  },
  config: { 'zh-CN': '这个地址不接收消息。检查接收地址。', en: 'Nothing takes messages at this address. Check it.' },
  permanent: { 'zh-CN': '接收方拒绝了测试消息。', en: 'The receiver refuses the test message.' },
};

export default definePlugin({
  id: 'webhook',
  version: '1.0.0',
  api: 1,
  title: { 'zh-CN': 'Webhook', en: 'Webhook' },
  description: {
    'zh-CN': '把每条提醒以签名的 JSON 发到你的接口。',
    en: 'Sends each reminder as signed JSON to an interface of yours.',
  },
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
      title: { 'zh-CN': 'Webhook 消息', en: 'Webhook message' },
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
