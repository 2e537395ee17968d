import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pluginManifest } from '@planwright/plugin-sdk';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Clock } from '../../clock/clock.js';
import type { LoadedRelease } from '../../plugins/host/plugin-host.js';
import { memorySession } from '../../plugins/host/testing/memory-session.js';
import { startTestHost } from '../../plugins/host/testing/test-host.js';
import type { ChannelPort } from '../ports.js';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

async function smtpRelease(): Promise<LoadedRelease> {
  const dist = path.join(ROOT, 'plugins/smtp/dist');
  const manifest = pluginManifest.parse(JSON.parse(await readFile(path.join(dist, 'planwright.plugin.json'), 'utf8')));
  const { version, sha256 } = manifest;
  return { id: 'smtp', version, sha256, manifest, bundle: path.join(dist, manifest.bundle) };
}

export interface MailServer {
  /** What came in, in that order. */
  arrived: ParsedMail[];
  /** Sends through the shipped mail plugin, in a process of its own. */
  send: ChannelPort['send'];
  stop(): Promise<void>;
}

/** A real mail server on this machine, and the shipped plugin that sends to it. */
export async function startMailServer(clock: Clock): Promise<MailServer> {
  const arrived: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, _, done) =>
      void simpleParser(stream).then((mail) => {
        arrived.push(mail);
        done();
      }, done),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const plugins = await startTestHost();
  const release = await smtpRelease();
  return {
    arrived,
    send: (_channel, delivery) =>
      plugins.host.send(
        release,
        'mail',
        memorySession({
          config: { host: '127.0.0.1', port, security: 'none', from: 'plan@company.example' },
          allow: { smtp: ['{config.host}:{config.port}'], privateHosts: ['127.0.0.1'] },
          now: clock.real(),
        }),
        delivery,
      ),
    stop: async () => {
      await plugins.host.stop();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export const addressOf = ({ to }: ParsedMail): string => (Array.isArray(to) ? to[0] : to)?.value[0]?.address ?? '';

/** Addresses that lead out of a mail. */
export const linksOf = (mail: ParsedMail): string[] =>
  [...String(mail.html).matchAll(/href="([^"]+)"/g)]
    .map(([, href]) => href ?? '')
    .filter((href) => !/^mailto:/.test(href));
