import type { DeliveringService, ReadableService, WireRequest, WireResponse } from '@planwright/plugin-sdk/testing';

export const API_KEY = 'key-4f81c2d09b7e';

/** The settings of an integration in tests. */
export const integration = { config: { baseUrl: 'https://notices.example' }, secrets: { apiKey: API_KEY } };

interface Notice {
  to: string;
  title: unknown;
  markdown: unknown;
}

/** The service in memory: refuses wrong keys, drops repeated ones, lists people two at a time. */
export function fakeService(scopes = ['notices:write', 'staff:read']): DeliveringService & ReadableService {
  const keys = new Set<unknown>();
  const notices: Notice[] = [];
  const people = ['lin', 'zhou', 'wang', 'chen', 'xu'].map((id) => ({ id, name: id, email: `${id}@company.example` }));

  const post = (request: WireRequest): WireResponse => {
    const sent = request.json() as { key: string; to: string[]; title: string; markdown: string };
    const results = sent.to.map((to) => ({ to, id: `${sent.key}-${to}`, accepted: true }));
    if (!keys.has(sent.key)) for (const to of sent.to) notices.push({ to, title: sent.title, markdown: sent.markdown });
    keys.add(sent.key);
    return { status: 200, json: { results } };
  };
  const list = (after: string | null): WireResponse => {
    const first = people.findIndex(({ id }) => id === after) + 1;
    const items = people.slice(first, first + 2);
    const last = items.at(-1);
    return { status: 200, json: { items, next: first + 2 < people.length ? last?.id : null } };
  };

  return {
    answer(request) {
      if (request.headers.authorization !== `Bearer ${API_KEY}`)
        return { status: 401, json: { error: 'unauthorized' } };
      const { pathname, searchParams } = request.url;
      if (pathname === '/v1/me') return { status: 200, json: { scopes } };
      if (pathname === '/v1/notices' && request.method === 'POST') return post(request);
      if (pathname === '/v1/staff') return list(searchParams.get('after'));
      return { status: 404, json: { error: 'not_found' } };
    },
    effects: () => notices,
    remove: () => people.splice(3, 1).map(({ id }) => id),
  };
}
