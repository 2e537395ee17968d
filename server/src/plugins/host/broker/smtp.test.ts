import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { memorySession } from '../testing/memory-session.js';
import type { SmtpAsk } from './requests.js';
import { Scrubber } from './scrubber.js';
import { CallSecrets } from './secrets.js';
import { smtp } from './smtp.js';

const PASSWORD = 'pass-word-9f2';

/** A mail server that answers each line by a script, so that it can stop at any point. */
async function mailServer(on: (line: string, socket: Socket) => string | undefined) {
  const heard: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 here\r\n');
    let inData = false;
    let rest = '';
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        heard.push(line);
        if (inData && line !== '.') continue;
        inData = false;
        const answer = on(line, socket);
        if (answer !== undefined) socket.write(`${answer}\r\n`);
        if (line === 'DATA' && answer?.startsWith('354')) inData = true;
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const send = (ask: Partial<SmtpAsk> = {}, allow: object = {}) => {
    const session = memorySession({
      secrets: { password: PASSWORD },
      allow: { smtp: [`127.0.0.1:${port}`], privateHosts: ['127.0.0.1'], ...allow },
    });
    const scrubber = new Scrubber();
    const tools = {
      session,
      scrubber,
      secrets: new CallSecrets(session, scrubber),
      resolve: async () => [],
      signal: new AbortController().signal,
      leftMs: 5_000,
    };
    const envelope = { from: 'hr@example.com', to: ['a@example.com', 'b@example.com'] };
    return smtp(
      { host: '127.0.0.1', port, security: 'none', envelope, message: 'Subject: x\r\n\r\nbody\r\n', ...ask },
      tools,
    );
  };
  return { send, heard, stop: () => new Promise((resolve) => server.close(resolve)) };
}

const polite = (line: string): string => {
  if (line.startsWith('EHLO')) return '250-here\r\n250 AUTH PLAIN';
  if (line === 'STARTTLS') return '502 not here';
  if (line === 'DATA') return '354 go ahead';
  return line === 'QUIT' ? '221 bye' : '250 fine';
};

describe('mail by the host', () => {
  it('is handed over, and each refused recipient is named', async () => {
    const server = await mailServer((line) => (line.includes('b@') ? '550 nobody here' : polite(line)));
    expect(await server.send()).toEqual({
      accepted: ['a@example.com'],
      rejected: [{ address: 'b@example.com', code: 550, text: '550 nobody here' }],
      stage: 'answered',
      code: 250,
      text: '250 fine',
    });
    await server.stop();
  });

  it('refused before its text is “answered”, with the server’s code', async () => {
    const server = await mailServer((line) => (line.startsWith('MAIL') ? '451 later' : polite(line)));
    expect(await server.send()).toMatchObject({ accepted: [], stage: 'answered', code: 451 });
    await server.stop();
  });

  it.each(['EHLO', 'MAIL', 'RCPT', 'DATA'])('cut at %s has not left', async (at) => {
    const server = await mailServer((line, socket) => {
      if (!line.startsWith(at)) return polite(line);
      socket.destroy();
      return undefined;
    });
    expect(await server.send()).toMatchObject({ accepted: [], stage: 'before-data' });
    await server.stop();
  });

  it('cut after its text is known to nobody', async () => {
    const server = await mailServer((line, socket) => {
      if (line !== '.') return polite(line);
      socket.destroy();
      return undefined;
    });
    expect(await server.send()).toMatchObject({ accepted: [], stage: 'after-data' });
    expect(server.heard).toContain('body');
    await server.stop();
  });

  it('gives back no password, whatever the server repeats', async () => {
    const plain = Buffer.from(`\0user\0${PASSWORD}`).toString('base64');
    const server = await mailServer((line) =>
      line.startsWith('AUTH') ? `535 no ${line.split(' ')[2]} ${PASSWORD}` : polite(line),
    );
    const answer = await server.send({ auth: { user: 'user', password: { $secret: 's/password' } } });
    expect(server.heard.join()).toContain(plain);
    expect(answer).toMatchObject({ stage: 'answered', code: 535 });
    expect(JSON.stringify(answer)).not.toContain(PASSWORD);
    expect(JSON.stringify(answer)).not.toContain(plain);
    await server.stop();
  });

  it('G10: goes only where it may, and without TLS only inside', async () => {
    const server = await mailServer(polite);
    await expect(server.send({ host: 'elsewhere.example.com' })).rejects.toMatchObject({
      code: 'refused',
      left: false,
    });
    await expect(server.send({}, { privateHosts: [] })).rejects.toMatchObject({ code: 'refused', left: false });
    expect(await server.send({ security: 'starttls' })).toMatchObject({ accepted: [], code: 502 });
    expect(server.heard.filter((line) => line.startsWith('MAIL'))).toEqual([]);
    await server.stop();
  });
});
