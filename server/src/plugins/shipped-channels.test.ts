import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Delivery, pluginManifest } from '@planwright/plugin-sdk';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { LoadedRelease } from './host/plugin-host.js';
import { memorySession } from './host/testing/memory-session.js';
import { startTestHost, type TestHost } from './host/testing/test-host.js';

// The shipped plugins as they were built, in their own processes, against real servers on this machine.
const PLUGINS = path.resolve(import.meta.dirname, '../../../plugins');

async function release(id: string): Promise<LoadedRelease> {
  const dist = path.join(PLUGINS, id, 'dist');
  const manifest = pluginManifest.parse(JSON.parse(await readFile(path.join(dist, 'planwright.plugin.json'), 'utf8')));
  const { version, sha256 } = manifest;
  return { id, version, sha256, manifest, bundle: path.join(dist, manifest.bundle) };
}

let running: TestHost;
beforeAll(async () => {
  running = await startTestHost();
});
afterAll(() => running?.host.stop());

const delivery = (address: string, key = 'c0ffee00-0000-5000-8000-000000000001'): Delivery => ({
  key,
  to: [{ person: 'p1', name: '林晓', address }],
  content: {
    title: '本周安排：两项到期，请在周五前完成目标计划与绩效辅导测评',
    markdown: '**两项到期**\n\n- 目标计划：周五 18:00\n- <测评> & 复盘 😀',
    language: 'zh-CN',
  },
  link: 'https://planwright.example/me',
  params: {},
});

describe('smtp', () => {
  const password = 'correct-horse-battery';
  let servers: SMTPServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
    servers = [];
  });

  async function mailServer(options: SMTPServerOptions): Promise<number> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      logger: false,
      onAuth: ({ username, password: given }, _, done) =>
        given === password ? done(null, { user: username ?? '' }) : done(new Error('Authentication failed')),
      ...options,
    });
    server.on('error', () => undefined);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.server.address() as AddressInfo).port;
  }

  const session = (port: number, secret = password) =>
    memorySession({
      config: {
        host: '127.0.0.1',
        port,
        security: 'none',
        user: 'planwright',
        from: 'plan@company.example',
        fromName: '培养计划',
      },
      secrets: { password: secret },
      allow: { smtp: ['{config.host}:{config.port}'], privateHosts: ['127.0.0.1'] },
      now: '2026-03-02T02:00:00.000Z',
    });

  test('a mail arrives with its Chinese subject, text and HTML, once', async () => {
    const arrived: ParsedMail[] = [];
    const port = await mailServer({
      onData: (stream, _, done) =>
        void simpleParser(stream).then((mail) => {
          arrived.push(mail);
          done();
        }, done),
    });
    const smtp = await release('smtp');
    expect(await running.host.check(smtp, session(port))).toMatchObject({ ok: true, value: { verdict: 'ok' } });
    const sent = await running.host.send(smtp, 'mail', session(port), delivery('lin@company.example'));
    expect(sent).toMatchObject({ ok: true, value: [{ person: 'p1', status: 'accepted' }] });
    expect(arrived.map(({ subject }) => subject)).toEqual([
      'Planwright 测试邮件 · Test mail',
      delivery('').content.title,
    ]);
    const mail = arrived[1];
    expect(mail?.from?.value).toEqual([{ name: '培养计划', address: 'plan@company.example' }]);
    expect(mail?.to).toMatchObject({ value: [{ name: '林晓', address: 'lin@company.example' }] });
    expect(mail?.text).toContain('- 目标计划：周五 18:00\n- <测评> & 复盘 😀');
    expect(mail?.html).toContain('<li>&lt;测评&gt; &amp; 复盘 😀</li>');
    expect(mail?.messageId).toBe('<planwright.c0ffee00-0000-5000-8000-000000000001@company.example>');
    expect(mail?.headers.get('list')).toMatchObject({
      unsubscribe: { mail: 'plan@company.example?subject=unsubscribe' },
    });
  });

  test('cut after the data, the outcome is unknown, and the channel says that nobody may send again', async () => {
    let mails = 0;
    const port = await mailServer({
      onData: (stream, { id }, _done) => {
        stream.resume();
        stream.on('end', () => {
          mails += 1;
          // The server has the mail and dies before it says so.
          for (const server of servers)
            for (const connection of server.connections as Set<{ id: string; _socket: Socket }>)
              if (connection.id === id) connection._socket.destroy();
        });
      },
    });
    const smtp = await release('smtp');
    const sent = await running.host.send(smtp, 'mail', session(port), delivery('lin@company.example'));
    expect(sent).toMatchObject({ ok: true, value: [{ person: 'p1', status: 'unknown' }] });
    expect(mails).toBe(1);
    expect(smtp.manifest.contributes[0]?.channel?.dedupe).toEqual({ how: 'none' });
  });

  test('later, never and a wrong password are told apart', async () => {
    const refusing = (responseCode: number) => ({
      onRcptTo: (_address: unknown, _session: unknown, done: (error?: Error) => void) =>
        done(Object.assign(new Error('no'), { responseCode })),
    });
    const smtp = await release('smtp');
    const send = async (port: number, secret?: string) =>
      running.host.send(smtp, 'mail', session(port, secret), delivery('lin@company.example'));
    expect(await send(await mailServer(refusing(450)))).toMatchObject({
      value: [{ status: 'retry', retryAfterMs: 300_000 }],
    });
    expect(await send(await mailServer(refusing(550)))).toMatchObject({ value: [{ status: 'rejected', code: '550' }] });
    const port = await mailServer({ authOptional: false });
    expect(await send(port, 'wrong-password-here')).toMatchObject({ value: [{ status: 'retry', code: '535' }] });
    expect(await running.host.check(smtp, session(port, 'wrong-password-here'))).toMatchObject({
      value: { verdict: 'auth' },
    });
    const gone = await mailServer({});
    await Promise.all(
      servers.splice(-1).map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
    );
    expect(await send(gone)).toMatchObject({ value: [{ status: 'retry' }] });
  });
});

describe('webhook', () => {
  const secret = 'a-secret-of-the-receiver';
  let server: Server;
  let port: number;
  let answer = { status: 202, headers: {} as Record<string, string> };
  let cutOnce = false;
  const kept = new Map<string, unknown>();
  const wrong: string[] = [];
  let requests = 0;

  beforeAll(async () => {
    server = createServer((request, response) => {
      void read(request).then((body) => {
        requests += 1;
        const [, seconds, given] =
          /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(request.headers['planwright-signature'])) ?? [];
        if (createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex') !== given) wrong.push(body);
        const message = JSON.parse(body) as { id: string };
        if (message.id !== request.headers['idempotency-key']) wrong.push(body);
        if (answer.status < 300 && !kept.has(message.id)) kept.set(message.id, message);
        if (cutOnce) {
          cutOnce = false;
          return request.socket.destroy();
        }
        response.writeHead(answer.status, answer.headers).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => void server?.close());

  const session = (privateHosts = ['127.0.0.1']) =>
    memorySession({
      config: { url: `http://127.0.0.1:${port}/hooks`, receipt: 'STATUS' },
      secrets: { secret },
      allow: { http: ['{config.url}'], privateHosts },
      now: '2026-03-02T02:00:00.000Z',
    });
  const send = async (key: string, using = session()) =>
    running.host.send(await release('webhook'), 'message', using, delivery('lin@company.example', key));

  test('arrives signed over its very bytes, with its key', async () => {
    expect(await send('k-1')).toMatchObject({ ok: true, value: [{ person: 'p1', status: 'accepted', ref: 'k-1' }] });
    expect(kept.get('k-1')).toMatchObject({
      to: { name: '林晓' },
      content: delivery('').content,
      link: 'https://planwright.example/me',
    });
    expect(wrong).toEqual([]);
  });

  test('after a cut the same key comes again, and the receiver has it once', async () => {
    cutOnce = true;
    expect(await send('k-2')).toMatchObject({ value: [{ status: 'unknown' }] });
    expect(await send('k-2')).toMatchObject({ value: [{ status: 'accepted' }] });
    expect([...kept.keys()]).toEqual(['k-1', 'k-2']);
    expect(wrong).toEqual([]);
  });

  test('waits as long as the receiver says, and gives up where it says no', async () => {
    answer = { status: 503, headers: { 'retry-after': '120' } };
    expect(await send('k-3')).toMatchObject({ value: [{ status: 'retry', retryAfterMs: 120_000 }] });
    answer = { status: 403, headers: {} };
    expect(await send('k-3')).toMatchObject({ value: [{ status: 'rejected', code: '403' }] });
    answer = { status: 202, headers: {} };
  });

  test('does not leave the machine without TLS, or for a host that the integration does not name', async () => {
    const before = requests;
    expect(await send('k-4', session([]))).toMatchObject({ value: [{ status: 'retry', code: 'refused' }] });
    expect(requests).toBe(before);
  });
});

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
