import { describe, expect, it } from '@jest/globals';
import template from '../../../template/src/index.js';
import { integration } from '../../../template/src/testing/fake-service.js';
import type { Plugin } from '../plugin.js';
import { Bench } from './bench.js';
import { playCassettes } from './cassette.js';

const plugin = template as unknown as Plugin;
const bench = new Bench(plugin, {
  ...integration,
  service: playCassettes([
    { request: { method: 'GET', url: 'https://notices.example/v1/me' }, response: { status: 503 } },
    {
      request: { method: 'GET', url: 'https://notices.example/v1/me' },
      response: { status: 200, json: { token: 'kept-token-1', echo: integration.secrets.apiKey } },
    },
  ]),
});
const ask = (url: string) => bench.context.http({ method: 'GET', url, keep: { token: 'token' } });

describe('recorded answers', () => {
  it('are played in their order, the last for ever, and 404 for what was not recorded', async () => {
    const statuses = [];
    for (const path of ['me', 'me', 'me', 'other'])
      statuses.push((await ask(`https://notices.example/v1/${path}`)).status);
    expect(statuses).toEqual([503, 200, 200, 404]);
  });

  it('reach the plugin without secrets: those of the settings, and those it keeps', async () => {
    const { text, kept } = await ask('https://notices.example/v1/me');
    expect(JSON.parse(text)).toEqual({ token: '***', echo: '***' });
    expect(kept?.token).toEqual({ $secret: expect.any(String) });
  });
});

describe('the bench', () => {
  it('refuses what the permissions do not name, with a fault that says nothing left', async () => {
    for (const url of [
      'https://notices.example.evil.example/v1/me',
      'http://notices.example/v1/me',
      'https://evil.example/',
    ])
      await expect(ask(url)).rejects.toMatchObject({ name: 'BrokerFault', code: 'refused', left: false });
  });
});
