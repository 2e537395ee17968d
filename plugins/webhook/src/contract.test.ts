import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Bench, type DeliveringService, testChannel, type WireRequest } from '@planwright/plugin-sdk/testing';
import plugin from './index.js';
import { outcomeOf } from './outcome.js';

const secret = 'a-secret-of-the-receiver';

/** A receiver by the book: checks the signature over the bytes it got, keeps each key, answers with the id. */
function receiver(): DeliveringService & { requests: WireRequest[] } {
  const kept = new Map<string, unknown>();
  const requests: WireRequest[] = [];
  return {
    requests,
    effects: () => [...kept.values()],
    answer(request) {
      requests.push(request);
      const [, seconds, given] =
        /^t=(\d+),v1=([0-9a-f]{64})$/.exec(request.headers['planwright-signature'] ?? '') ?? [];
      const expected = createHmac('sha256', secret).update(`${seconds}.`).update(request.text, 'utf8').digest('hex');
      if (given !== expected) return { status: 401, json: { error: 'signature' } };
      const body = request.json() as { id: string; type: string };
      if (request.headers['idempotency-key'] !== body.id) return { status: 400, json: { error: 'key' } };
      if (body.type === 'message' && !kept.has(body.id)) kept.set(body.id, body);
      return { status: 202, json: { id: body.id } };
    },
  };
}

const config = { url: 'https://hooks.company.example/planwright', receipt: 'KEY' };
const people = [{ person: 'p1', name: '林晓', identities: { email: 'lin@company.example', ids: {} } }];

testChannel(plugin, 'message', { config, secrets: { secret }, service: receiver, people });

describe('a webhook', () => {
  const key = 'k-1';
  const answer = (status: number, headers: Record<string, string> = {}, text = '') => ({ status, headers, text });

  test('carries key, reader, text and link, signed over exactly these bytes', async () => {
    const service = receiver();
    const bench = new Bench(plugin, { config, secrets: { secret }, service, now: '2026-03-02T02:00:00.500Z' });
    const content = { title: '到期提醒 😀', markdown: '**周五**', language: 'zh-CN' as const };
    const to = [{ person: 'p1', name: '林晓', address: 'lin@company.example' }];
    const outcomes = await plugin.channels?.message?.send(bench.context, {
      key,
      to,
      content,
      link: 'https://p.example/me',
      params: {},
    });
    expect(outcomes).toEqual([{ person: 'p1', status: 'accepted', ref: key, code: '202' }]);
    expect(service.requests[0]?.json()).toEqual({
      id: key,
      type: 'message',
      at: '2026-03-02T02:00:00.500Z',
      to: to[0],
      content,
      link: 'https://p.example/me',
      params: {},
    });
    expect(service.requests[0]?.headers['planwright-signature']).toMatch(/^t=1772416800,/);
  });

  test.each([
    [200, {}, '', 'accepted'],
    [204, {}, '', 'accepted'],
    [200, { 'content-type': 'text/html; charset=utf-8' }, '<html>', 'retry'],
    [408, {}, '', 'retry'],
    [425, {}, '', 'retry'],
    [429, { 'retry-after': '7' }, '', 'retry'],
    [500, {}, '', 'retry'],
    [503, { 'retry-after': '120' }, '', 'retry'],
    [301, {}, '', 'rejected'],
    [400, {}, '', 'rejected'],
    [401, {}, '', 'rejected'],
    [410, {}, '', 'rejected'],
  ] as const)('an answer of %s %j is taken for what it is', (status, headers, text, expected) => {
    const outcome = outcomeOf(answer(status, headers, text), key, 'STATUS');
    expect(outcome.status).toBe(expected);
    if ('retry-after' in headers) expect(outcome.retryAfterMs).toBe(Number(headers['retry-after']) * 1000);
  });

  test('with receipt by key, only the key counts', () => {
    expect(outcomeOf(answer(200, {}, '{"id":"k-1"}'), key, 'KEY').status).toBe('accepted');
    for (const text of ['', 'ok', '{"id":"k-2"}', '[]', 'null'])
      expect(outcomeOf(answer(200, {}, text), key, 'KEY').status).toBe('retry');
  });

  test.each(['https://user@a.example/x', 'https://a.example/x?token=1', 'https://a.example/#x', 'ftp://a.example'])(
    'does not go to %s',
    (url) => {
      expect(plugin.config.safeParse({ url, secret }).success).toBe(false);
    },
  );
});
