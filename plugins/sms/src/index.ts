import {
  type Context,
  checkOfFault,
  definePlugin,
  field,
  type Outcome,
  outcomesOfFault,
  type Verdict,
  z,
} from '@planwright/plugin-sdk';
import type { LocalizedText } from '@planwright/schema/text';
import { type AliyunContext, call, sendDate, verdictOf } from './aliyun.js';
import { referenceOf } from './reference.js';
import { sendSms, settleSms } from './send-sms.js';

const config = z.strictObject({
  accessKeyId: z
    .string()
    .min(8)
    .meta(
      field(
        { 'zh-CN': 'AccessKey ID', en: 'AccessKey ID' },
        {
          hint: {
            'zh-CN': '只授予短信权限的 RAM 用户。',
            en: 'Of a RAM user with the right to send short messages only.',
          },
        },
      ),
    ),
  accessKeySecret: z
    .string()
    .min(8)
    .meta(field({ 'zh-CN': 'AccessKey Secret', en: 'AccessKey secret' }, { secret: true })),
  signName: z
    .string()
    .min(2)
    .max(20)
    .meta(field({ 'zh-CN': '短信签名', en: 'Signature name' })),
  templateCode: z
    .string()
    .regex(/^SMS_\w+$/)
    .meta(
      field(
        { 'zh-CN': '模板编号', en: 'Template code' },
        {
          hint: {
            'zh-CN': '审核通过的通知模板，例如 SMS_154950909。',
            en: 'An approved notice template, such as SMS_154950909.',
          },
        },
      ),
    ),
  templateCodeEn: z
    .string()
    .regex(/^SMS_\w+$/)
    .optional()
    .meta(field({ 'zh-CN': '英文模板编号', en: 'Template code for English' })),
  variable: z
    .string()
    .regex(/^[A-Za-z]\w{0,19}$/)
    .default('title')
    .meta(
      field(
        { 'zh-CN': '模板变量', en: 'Variable of the template' },
        {
          hint: {
            'zh-CN': '模板中的这个变量填入提醒标题，不含网址。',
            en: 'Takes the title of the reminder, without addresses.',
          },
        },
      ),
    ),
  most: z
    .int()
    .min(5)
    .max(200)
    .default(35)
    .meta(field({ 'zh-CN': '变量最多字数', en: 'Most characters of the variable' })),
});

type Ctx = Context<typeof config>;

const aliyun = (ctx: Ctx): AliyunContext => ({
  http: (request) => ctx.http(request),
  crypto: ctx.crypto,
  now: ctx.now,
  accessKeyId: ctx.config.accessKeyId,
  key: ctx.secret('accessKeySecret'),
});

const MESSAGES: Record<Verdict, LocalizedText> = {
  ok: { 'zh-CN': '密钥有效，模板已通过审核。', en: 'The key is valid and the template is approved.' },
  throttled: { 'zh-CN': '阿里云要求放慢，稍后重试。', en: 'Aliyun says slow down. Try again later.' },
  transient: { 'zh-CN': '阿里云没有正常应答，稍后重试。', en: 'Aliyun gives no proper answer. Try again later.' },
  auth: {
    'zh-CN': '阿里云不接受这对密钥，或它没有短信权限。',
    en: 'Aliyun refuses the key, or it may not send short messages.',
  },
  config: {
    'zh-CN': '模板还没有通过审核，或账号不能发送短信。',
    en: 'The template is not approved, or the account cannot send.',
  },
  permanent: {
    'zh-CN': '阿里云拒绝了请求。检查模板编号。',
    en: 'Aliyun refuses the request. Check the template code.',
  },
};

/** Mainland numbers with or without +86, others with their country; null for what is no mobile number. */
function mobileOf(given: string | undefined): string | null {
  const digits = (given ?? '').replace(/[\s()-]/g, '').replace(/^(\+|00)/, '');
  const mainland = /^(?:86)?(1[3-9]\d{9})$/.exec(digits);
  if (mainland) return mainland[1] ?? null;
  return /^(\+|00)/.test((given ?? '').trim()) && /^[1-9]\d{7,14}$/.test(digits) ? digits : null;
}

export default definePlugin({
  id: 'sms',
  version: '1.0.0',
  api: 1,
  title: { 'zh-CN': '短信（阿里云）', en: 'Short messages (Aliyun)' },
  description: {
    'zh-CN': '用审核通过的模板发送短信。每条最多发一次，不确定时不重发。',
    en: 'Sends short messages by an approved template. Each at most once: what is uncertain is not sent again.',
  },
  config,
  permissions: { http: ['https://dysmsapi.aliyuncs.com/*'] },
  classify: verdictOf,
  async check(ctx) {
    try {
      const { templateCode } = ctx.config;
      const answer = await call(aliyun(ctx), 'QuerySmsTemplate', `check/${ctx.now}`, { TemplateCode: templateCode });
      const verdict = verdictOf(answer.response);
      // 1 = approved.
      const isReady = Number(answer.body.TemplateStatus) === 1;
      const told = verdict === 'ok' && !isReady ? 'config' : verdict;
      return { verdict: told, messages: [MESSAGES[told]] };
    } catch (cause) {
      return checkOfFault(cause, MESSAGES);
    }
  },
  channels: {
    message: {
      title: { 'zh-CN': '短信', en: 'Short message' },
      kind: 'message',
      params: z.strictObject({}),
      address: ({ mobile }) => mobileOf(mobile),
      batch: 1,
      bytes: 600,
      // The carrier's limits for notices to one number; what is above is dropped there.
      rates: [
        { scope: 'call', max: 50, perMs: 1000 },
        { scope: 'recipient', max: 1, perMs: 60_000 },
        { scope: 'recipient', max: 40, perMs: 86_400_000 },
      ],
      // Aliyun knows no key of ours, and receipts come late: that one is not found does not mean that it was not sent.
      dedupe: { how: 'none' },
      async send(ctx, delivery) {
        const [to] = delivery.to;
        if (!to) return [];
        const { signName, templateCode, templateCodeEn, variable, most } = ctx.config;
        const code = delivery.content.language === 'en' ? (templateCodeEn ?? templateCode) : templateCode;
        const message = { key: delivery.key, person: to.person, mobile: to.address, content: delivery.content };
        try {
          return [await sendSms(aliyun(ctx), { signName, templateCode: code, variable, most }, message)];
        } catch (cause) {
          const ref = referenceOf({
            person: to.person,
            mobile: to.address,
            date: sendDate(ctx.now),
            key: delivery.key,
          });
          return outcomesOfFault(cause, delivery).map(
            (outcome): Outcome => (outcome.status === 'unknown' ? { ...outcome, ref } : outcome),
          );
        }
      },
      settle: (ctx, refs) => settleSms(aliyun(ctx), refs),
    },
  },
});
