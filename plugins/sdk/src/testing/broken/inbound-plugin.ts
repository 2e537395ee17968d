import { createHmac } from 'node:crypto';
import { definePlugin, field, type Inbound, type InboundEvent, type RawRequest, z } from '../../index.js';
import type { InboundFixture } from '../inbound-laws.js';

const SIGNING_KEY = 'signing-9c1b77e0';
const bytesOf = (text: string): Uint8Array => Buffer.from(text);

const config = z.strictObject({
  signingKey: z
    .string()
    .min(8)
    .meta(field({ 'zh-CN': '签名密钥', en: 'Signing key' }, { secret: true })),
});

/** Receives signed events as many providers send them. */
const hook: Inbound<typeof config> = {
  title: { 'zh-CN': '回调', en: 'Callback' },
  async receive(ctx, { headers, body }) {
    const mac = await ctx.crypto.hmac('sha256', ctx.secret('signingKey'), bytesOf(body));
    const signature = Buffer.from(mac).toString('hex');
    const refused = { events: [], reply: { status: 401, body: '' } };
    if (headers['x-signature'] !== signature) return refused;
    const event: InboundEvent = JSON.parse(body);
    return { events: [event], reply: { status: 200, body: 'ok' } };
  },
};

export const inboundPlugin = definePlugin({
  id: 'hook',
  version: '1.0.0',
  api: 1,
  title: { 'zh-CN': '回调', en: 'Callback' },
  description: { 'zh-CN': '接收签名事件。', en: 'Receives signed events.' },
  config,
  permissions: { inbound: true },
  inbound: { hook },
});

const signed = (body: string): RawRequest => ({
  method: 'POST',
  query: {},
  headers: { 'x-signature': createHmac('sha256', SIGNING_KEY).update(body).digest('hex') },
  body,
});

export const inboundFixture: InboundFixture = {
  config: {},
  secrets: { signingKey: SIGNING_KEY },
  service: () => ({}),
  requests: ['e1', 'e2', 'e3'].map((id, i) =>
    signed(
      JSON.stringify({
        id,
        type: 'course.completed',
        at: `2026-03-0${i + 1}T02:00:00.000Z`,
        data: { course: 'goals' },
      }),
    ),
  ),
};
