import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allowsMail, allowsUrl, type BrokerFault } from '@planwright/plugin-sdk';
import { type Address, reachOf } from '../../../outbound/index.js';
import { type FakeService, fakeService } from '../testing/fake-service.js';
import { memorySession } from '../testing/memory-session.js';
import { pinnedAddress } from './addresses.js';
import { http } from './http.js';
import type { HttpAsk } from './requests.js';
import { Scrubber } from './scrubber.js';
import { CallSecrets } from './secrets.js';

/** A listener inside the company that nobody may reach. */
let canary: FakeService;
let service: FakeService;
beforeAll(async () => {
  canary = await fakeService((_, response) => response.end('the inside'));
  service = await fakeService(({ url }, response) => {
    const to = new URL(url, service.origin).searchParams.get('to');
    if (to !== null) response.writeHead(302, { location: to }).end();
    else if (url.startsWith('/large')) response.end('x'.repeat(2 * 1024 * 1024));
    else if (url.startsWith('/never')) response.write('half');
    else if (url.startsWith('/cut')) response.destroy();
    else response.end('hello');
  });
});
afterAll(async () => {
  await canary.stop();
  await service.stop();
});

const call = (
  ask: Partial<HttpAsk>,
  { allow, resolve }: { allow?: object; resolve?: (host: string) => Promise<Address[]> } = {},
) => {
  const session = memorySession({
    allow: {
      http: [`${service.origin}/*`, `${canary.origin}/*`, 'http://*.example.com/*', 'https://*.example.com/*'],
      privateHosts: [`127.0.0.1:${service.port}`],
      ...allow,
    },
    secrets: { key: 'a-secret-key' },
  });
  const scrubber = new Scrubber();
  const tools = {
    session,
    scrubber,
    secrets: new CallSecrets(session, scrubber),
    resolve: resolve ?? (async () => []),
    signal: new AbortController().signal,
    // As the clock gives it: never whole.
    leftMs: 4_999.75,
  };
  return http({ method: 'GET', url: `${service.origin}/`, ...ask }, tools);
};

const faultOf = async (calling: Promise<unknown>): Promise<Partial<BrokerFault>> => {
  const error: unknown = await calling.then(
    () => ({ code: 'none' }),
    (thrown: unknown) => thrown,
  );
  const { code, left } = error as BrokerFault;
  return { code, left };
};

const REFUSED = { code: 'refused', left: false };

describe('G10: no request reaches where the administrator did not agree to', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '::1',
    'fc00::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
  ])('%s lies inside', (address) => expect(reachOf(address)).toBe('inside'));

  it.each([
    '169.254.169.254',
    '::ffff:a9fe:a9fe',
    'fd00:ec2::254',
    'fe80::1',
    '0.0.0.0',
    '::',
    '255.255.255.255',
    '224.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:1::1',
    'ff02::1',
    '192.0.2.1',
    '198.18.0.1',
    '240.0.0.1',
    'nonsense',
  ])('%s is never reached', (address) => expect(reachOf(address)).toBe('never'));

  it.each(['1.1.1.1', '223.5.5.5', '2606:4700::1111'])('%s lies outside', (address) =>
    expect(reachOf(address)).toBe('outside'),
  );

  it('every spelling of a forbidden address is refused', async () => {
    for (const host of [
      '127.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '127.0.0.1.',
      '[::ffff:7f00:1]',
      '[::1]',
      '169.254.169.254',
      '[::ffff:169.254.169.254]',
      '0',
    ])
      expect(
        await faultOf(
          call(
            { url: `http://${host}:${canary.port}/` },
            { allow: { http: [`http://${host}:${canary.port}/*`], privateHosts: [] } },
          ),
        ),
      ).toEqual(REFUSED);
    expect(canary.heard).toEqual([]);
  });

  it('metadata addresses are refused even where the integration names the host', async () => {
    const resolve = async () => [{ address: '169.254.169.254', family: 4 }];
    await expect(pinnedAddress('metadata.example.com', true, resolve)).rejects.toMatchObject({ code: 'refused' });
  });

  it('a name that has a good and a bad address is refused', async () => {
    const resolve = async () => [
      { address: '1.1.1.1', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    expect(await faultOf(call({ url: 'https://two.example.com/' }, { resolve }))).toEqual(REFUSED);
  });

  it('a name is asked once: a second answer cannot lead inside', async () => {
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      // Refused at first sight by nobody: an address for documents would be; a closed port of our own service stands for the outside.
      return asked === 1 ? [{ address: '127.0.0.1', family: 4 }] : [{ address: '169.254.169.254', family: 4 }];
    };
    const url = `http://rebind.example.com:${service.port}/`;
    const allow = { http: [`http://rebind.example.com:${service.port}/*`], privateHosts: ['rebind.example.com'] };
    expect((await call({ url }, { resolve, allow })).response).toMatchObject({ status: 200, text: 'hello' });
    expect(asked).toBe(1);
    expect(await faultOf(call({ url }, { resolve, allow }))).toEqual(REFUSED);
  });

  it('redirects are judged like first requests', async () => {
    for (const to of [
      `${canary.origin}/`,
      'http://169.254.169.254/latest/meta-data',
      'file:///etc/passwd',
      'https://elsewhere.org/',
    ])
      expect((await faultOf(call({ url: `${service.origin}/?to=${encodeURIComponent(to)}` }))).code).toBe('refused');
    expect(canary.heard).toEqual([]);
    const inside = `${service.origin}/?to=${encodeURIComponent('/landed')}`;
    expect((await call({ url: inside })).response.text).toBe('hello');
    const loop = `${service.origin}/?to=${encodeURIComponent(`/?to=${encodeURIComponent('/?to=/?to=/?to=/')}`)}`;
    expect(['none', 'refused']).toContain((await faultOf(call({ url: loop }))).code);
  });

  it('other schemes, credentials in the URL, plain HTTP outside and other paths are refused', async () => {
    for (const url of [
      'file:///etc/passwd',
      'ftp://a.example.com/',
      'https://user:pw@a.example.com/',
      'http://a.example.com/',
      'https://example.org/',
      'https://example.com.evil.org/',
      'nonsense',
    ])
      expect(await faultOf(call({ url }, { resolve: async () => [{ address: '1.1.1.1', family: 4 }] }))).toEqual(
        REFUSED,
      );
  });

  it('headers of the connection are the host’s', async () => {
    expect(await faultOf(call({ headers: { Host: 'elsewhere' } }))).toEqual(REFUSED);
    expect((await faultOf(call({ headers: { 'x-a': 'a\r\nhost: b' } }))).code).toBe('refused');
  });

  it('bodies and times are bounded, and a failure says whether bytes left', async () => {
    expect(await faultOf(call({ url: `${service.origin}/large` }))).toEqual({ code: 'too-large', left: true });
    expect(await faultOf(call({ url: `${service.origin}/never`, timeoutMs: 100 }))).toEqual({
      code: 'timeout',
      left: true,
    });
    expect(await faultOf(call({ url: `${service.origin}/cut` }))).toEqual({ code: 'cut', left: true });
    const closed = await fakeService(() => undefined);
    await closed.stop();
    const allow = { http: [`${closed.origin}/*`], privateHosts: ['127.0.0.1'] };
    expect(await faultOf(call({ url: `${closed.origin}/` }, { allow }))).toEqual({ code: 'unreachable', left: false });
  });
});

describe('patterns of permissions', () => {
  const fits = (url: string, pattern: string, config = {}) => allowsUrl([pattern], new URL(url), config);

  it('are a scheme, a host, a port and the beginning of a path', () => {
    expect(fits('https://api.dingtalk.com/v1/x', 'https://api.dingtalk.com/*')).toBe(true);
    expect(fits('https://api.dingtalk.com:8443/v1', 'https://api.dingtalk.com/*')).toBe(false);
    expect(fits('http://api.dingtalk.com/v1', 'https://api.dingtalk.com/*')).toBe(false);
    expect(fits('https://api.dingtalk.com.evil.org/', 'https://api.dingtalk.com/*')).toBe(false);
    expect(fits('https://a.example.com/x/../y', 'https://a.example.com/x/*')).toBe(false);
    expect(fits('https://a.example.com/hook?key=1', 'https://a.example.com/hook')).toBe(true);
    expect(fits('https://a.example.com/hook2', 'https://a.example.com/hook')).toBe(false);
  });

  it('take fields of the integration’s settings, never a secret', () => {
    expect(
      fits('https://erp.example.com/base/api', '{config.baseUrl}/*', { baseUrl: 'https://erp.example.com/base/' }),
    ).toBe(true);
    expect(
      fits('https://erp.example.com/other', '{config.baseUrl}/*', { baseUrl: 'https://erp.example.com/base' }),
    ).toBe(false);
    expect(fits('https://erp.example.com/', '{config.baseUrl}/*', {})).toBe(false);
    expect(fits('https://erp.example.com/', '{config.baseUrl}/*', { baseUrl: { $secret: 's' } })).toBe(false);
    expect(
      allowsMail(['{config.host}:{config.port}'], 'smtp.example.com', 465, { host: 'smtp.example.com', port: 465 }),
    ).toBe(true);
    expect(
      allowsMail(['{config.host}:{config.port}'], 'smtp.example.com', 25, { host: 'smtp.example.com', port: 465 }),
    ).toBe(false);
  });

  it('with a star for a host take its subdomains alone', () => {
    expect(fits('https://a.example.com/', 'https://*.example.com/*')).toBe(true);
    expect(fits('https://example.com/', 'https://*.example.com/*')).toBe(false);
    expect(fits('https://evilexample.com/', 'https://*.example.com/*')).toBe(false);
  });
});
