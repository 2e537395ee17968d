import type { Channel, Delivery, HttpResponse, Outcome } from '@planwright/plugin-sdk';
import { outcomesOfFault, retryAfterMsOf, z } from '@planwright/plugin-sdk';
import { ask, type Config, classify, fieldIn, jsonOf, listIn } from './service.js';

/** Messages through the service, which drops what comes again under the same key. */
export const notice: Channel<Config> = {
  title: { 'zh-CN': '通知', en: 'Notice' },
  kind: 'message',
  params: z.strictObject({}),
  address: ({ email }) => email || null,
  batch: 20,
  bytes: 4000,
  rates: [{ scope: 'call', max: 10, perMs: 1000 }],
  dedupe: { how: 'key' },
  async send(ctx, delivery) {
    const { key, to, content, link } = delivery;
    try {
      const response = await ask(ctx, {
        method: 'POST',
        path: '/v1/notices',
        body: { json: { key, to: to.map(({ address }) => address), ...content, link } },
      });
      return outcomesOf(delivery, response);
    } catch (cause) {
      // No answer: what that means depends on whether bytes had left.
      return outcomesOfFault(cause, delivery);
    }
  },
};

/** One outcome for each recipient, and none better than what the service said. */
function outcomesOf({ to }: Delivery, response: HttpResponse): Outcome[] {
  const verdict = classify(response);
  if (verdict === 'throttled') {
    const retryAfterMs = retryAfterMsOf(response.headers) ?? 60_000;
    return to.map(({ person }) => ({ person, status: 'retry', retryAfterMs }));
  }
  if (verdict === 'transient') return to.map(({ person }) => ({ person, status: 'unknown' }));
  const results = listIn(jsonOf(response.text), 'results') ?? [];
  return to.map(({ person, address }): Outcome => {
    const result = results.find((each) => fieldIn(each, 'to') === address);
    if (verdict !== 'ok') return { person, status: 'rejected', code: String(response.status) };
    if (fieldIn(result, 'accepted') === true) return { person, status: 'accepted', ref: String(fieldIn(result, 'id')) };
    return result === undefined
      ? { person, status: 'unknown' }
      : { person, status: 'rejected', code: String(fieldIn(result, 'code')) };
  });
}
