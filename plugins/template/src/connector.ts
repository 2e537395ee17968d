import type { Connector, HttpResponse, Json } from '@planwright/plugin-sdk';
import { z } from '@planwright/plugin-sdk';
import { ask, type Config, classify, fieldIn, jsonOf, listIn } from './service.js';

const person = z.strictObject({ id: z.string(), name: z.string(), email: z.email().optional() });

/** The people of the service, page by page. People who have left are those that a full read no longer lists. */
export const staff: Connector<Config> = {
  title: { 'zh-CN': '人员', en: 'Staff' },
  streams: { 'org.person': { schema: person, key: ['id'], mode: 'full', deletes: 'sweep' } },
  async *read(ctx, _stream, state) {
    const seen = new Set<string>();
    let after = typeof state === 'string' ? state : undefined;
    for (;;) {
      const page = pageIn(
        await ask(ctx, { method: 'GET', path: '/v1/staff', ...(after === undefined ? {} : { query: { after } }) }),
      );
      for (const data of page.items) yield { t: 'record', data: person.parse(data) };
      if (page.next === undefined) return;
      // A provider that names a page again would be read for ever.
      if (seen.has(page.next)) throw new Error(`The service goes in a circle at ${page.next}.`);
      seen.add(page.next);
      after = page.next;
      // Everything so far may be stored; a new read may begin here.
      yield { t: 'state', state: after satisfies Json };
    }
  },
};

/** @throws Error for anything that is no page: an empty answer must not look like an empty company */
function pageIn(response: HttpResponse): { items: unknown[]; next: string | undefined } {
  const json = jsonOf(response.text);
  const items = listIn(json, 'items');
  const verdict = classify(response);
  if (verdict !== 'ok' || !items)
    throw new Error(`The service gave no page of people: ${verdict}, ${response.status}.`);
  const next = fieldIn(json, 'next');
  return { items, next: typeof next === 'string' ? next : undefined };
}
