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
import { say } from './generated/messages.js';
import { referenceOf } from './reference.js';
import { sendSms, settleSms } from './send-sms.js';

const config = z.strictObject({
  accessKeyId: z
    .string()
    .min(8)
    .meta(
      field(say('accessKeyId'), {
        hint: say('ramUserRight'),
      }),
    ),
  accessKeySecret: z
    .string()
    .min(8)
    .meta(field(say('accessKeySecret'), { secret: true })),
  signName: z
    .string()
    .min(2)
    .max(20)
    .meta(field(say('signName'))),
  templateCode: z
    .string()
    .regex(/^SMS_\w+$/)
    .meta(
      field(say('templateCode'), {
        hint: say('approvedNoticeTemplate'),
      }),
    ),
  templateCodeEn: z
    .string()
    .regex(/^SMS_\w+$/)
    .optional()
    .meta(field(say('templateCodeEn'))),
  variable: z
    .string()
    .regex(/^[A-Za-z]\w{0,19}$/)
    .default('title')
    .meta(
      field(say('variable'), {
        hint: say('takesTitleReminder'),
      }),
    ),
  most: z
    .int()
    .min(5)
    .max(200)
    .default(35)
    .meta(field(say('most'))),
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
  ok: say('ok'),
  throttled: say('throttled'),
  transient: say('transient'),
  auth: say('auth'),
  config: say('config'),
  permanent: say('permanent'),
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
  title: say('shortMessagesAliyun'),
  description: say('sendsShortMessages'),
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
      title: say('channel'),
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
