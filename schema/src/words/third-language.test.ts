import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../../..');
const scratch = mkdtempSync(path.join(tmpdir(), 'planwright-language-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The packages that speak, and what they stand on. */
const FOLDERS = ['schema', 'seeds', 'server', 'plugins/sdk', 'plugins/smtp'];
const PACKAGES = {
  schema: 'schema',
  seeds: 'seeds',
  server: 'server',
  'plugin-sdk': 'plugins/sdk',
  'plugin-smtp': 'plugins/smtp',
};
const WITH_MESSAGES = ['schema', 'server', 'plugins/smtp'];

function copyHouse(): void {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '.ci', ...FOLDERS], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const file of ['package.json', 'tsconfig.json', ...files.split('\n').filter(Boolean)])
    if (existsSync(path.join(root, file))) cpSync(path.join(root, file), path.join(scratch, file));
  cpSync(path.join(root, 'seeds/dist'), path.join(scratch, 'seeds/dist'), { recursive: true });
  const modules = path.join(scratch, 'node_modules');
  mkdirSync(path.join(modules, '@planwright'), { recursive: true });
  for (const name of readdirSync(path.join(root, 'node_modules')))
    if (name !== '@planwright') symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  for (const [name, folder] of Object.entries(PACKAGES))
    symlinkSync(path.join(scratch, folder), path.join(modules, '@planwright', name));
  if (existsSync(path.join(root, 'server/node_modules')))
    symlinkSync(path.join(root, 'server/node_modules'), path.join(scratch, 'server/node_modules'));
}

/** English in brackets: what is not from this file is seen. */
const bracketed = (messages: unknown): unknown =>
  typeof messages === 'string'
    ? `⟦${messages}⟧`
    : Object.fromEntries(Object.entries(messages as object).map(([key, value]) => [key, bracketed(value)]));

function run(command: string, words: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd: scratch, encoding: 'utf8' });
  return status === 0 ? stdout : `${command} ${words.join(' ')} failed: ${stdout}${stderr}`;
}

const ASKS = `
import express from 'express';
import { pino } from 'pino';
import { refuseBadBody } from './server/dist/http/refusals.js';
import { composeMail } from './plugins/smtp/build/compose-mail.js';
const app = express().use(express.json()).use(refuseBadBody(pino({ level: 'silent' })));
const server = app.listen(0, '127.0.0.1', async () => {
  const answer = await fetch('http://127.0.0.1:' + server.address().port, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en-XA' },
    body: '{',
  });
  const { errors } = await answer.json();
  const { message } = composeMail({
    key: 'k',
    from: { name: 'Planwright', address: 'from@example.com' },
    to: { name: '', address: 'to@example.com' },
    content: { title: 'Hello', markdown: 'Hello', language: 'en-XA' },
    link: 'https://example.com',
    unsubscribe: 'mailto:from@example.com',
    at: '2026-01-05T01:00:00Z',
  });
  const parts = message.split(/--=_[^\\r\\n]*/).slice(1).map((part) => part.split('\\r\\n\\r\\n')[1] ?? '');
  const mail = parts.map((part) => Buffer.from(part, 'base64').toString('utf8')).join('');
  console.log(JSON.stringify({ request: errors[0].message, mail }));
  server.close();
});
`;

test('a file of messages in each package is a third language, in an answer and in a mail', () => {
  copyHouse();
  for (const home of WITH_MESSAGES) {
    const messages: unknown = JSON.parse(readFileSync(path.join(root, home, 'messages/en.json'), 'utf8'));
    writeFileSync(path.join(scratch, home, 'messages/en-XA.json'), JSON.stringify(bracketed(messages)));
  }
  expect(run(process.execPath, ['.ci/messages.mjs', '--write'])).toBe('');
  // Nothing but the files: what is compiled is the code as it stands.
  const tsc = path.join(root, 'node_modules/.bin/tsc');
  for (const home of ['schema', 'plugins/sdk', 'server'])
    expect(run(tsc, ['-p', `${home}/tsconfig.build.json`])).toBe('');
  expect(run(tsc, ['-p', 'plugins/smtp/tsconfig.json', '--outDir', 'plugins/smtp/build'])).toBe('');
  writeFileSync(path.join(scratch, 'asks.mjs'), ASKS);
  const said = run(process.execPath, ['asks.mjs']);
  expect(said).toContain('⟦The request is not valid JSON.⟧');
  expect(said).toContain('⟦Open Planwright⟧');
});
