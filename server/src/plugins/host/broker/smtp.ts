import { Readable } from 'node:stream';
import { allowsMail, type SmtpResponse } from '@planwright/plugin-sdk';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { allowsPrivate, type Resolve } from '../../../outbound/index.js';
import type { BrokerSession } from '../broker-session.js';
import { pinnedAddress } from './addresses.js';
import { Fault, refusal } from './fault.js';
import { refusals } from './refusals.js';
import type { SmtpAsk } from './requests.js';
import type { Scrubber } from './scrubber.js';
import type { CallSecrets } from './secrets.js';

export interface SmtpCall {
  session: BrokerSession;
  secrets: CallSecrets;
  scrubber: Scrubber;
  resolve: Resolve;
  signal: AbortSignal;
  leftMs: number;
}

interface SmtpFailure extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
  rejectedErrors?: (SmtpFailure & { recipient?: string })[];
}

/** Hands one finished message over. Resolves for everything a server says; what it did with the message is the `stage`. */
export async function smtp(ask: SmtpAsk, call: SmtpCall): Promise<SmtpResponse> {
  const { session } = call;
  if (!allowsMail(session.allow.smtp, ask.host, ask.port, session.config))
    throw refusal(refusals.notPermitted(`${ask.host}:${ask.port}`));
  const mayInside = allowsPrivate(ask.host, ask.port, session.allow.privateHosts);
  if (ask.security === 'none' && !mayInside) throw refusal(refusals.plainMail(ask.host));
  const { address } = await pinnedAddress(ask.host, mayInside, call.resolve);
  const admitted = await session.admit('smtp', ask.host);
  if (!admitted.ok)
    throw new Fault('throttled', `${ask.host} is called too often, or is down.`, false, admitted.retryAfterMs);
  const password = ask.auth ? await call.secrets.text(ask.auth.password.$secret) : undefined;
  // AUTH PLAIN and LOGIN repeat both in base64; a server that echoes them must not give them back.
  if (ask.auth && password !== undefined) call.scrubber.add(Buffer.from(`\0${ask.auth.user}\0${password}`));
  return converse(ask, call, address, password);
}

function converse(ask: SmtpAsk, call: SmtpCall, address: string, password: string | undefined): Promise<SmtpResponse> {
  const timeout = Math.max(1, Math.ceil(Math.min(20_000, call.leftMs)));
  const connection = new SMTPConnection({
    host: address,
    port: ask.port,
    secure: ask.security === 'tls',
    requireTLS: ask.security === 'starttls',
    ignoreTLS: ask.security === 'none',
    name: 'planwright',
    tls: { servername: /^[\d.]+$|:/.test(ask.host) ? '' : ask.host },
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    maxResponseSize: 64 * 1024,
    allowInternalNetworkInterfaces: true,
  });
  let pulled = false;
  // Nodemailer pulls the first byte after the server's “go ahead”: from then on nobody knows until the server answers.
  const message = Readable.from(
    (function* () {
      pulled = true;
      yield Buffer.from(ask.message, 'utf8');
    })(),
    { objectMode: false },
  );
  return new Promise<SmtpResponse>((resolve) => {
    const clean = (text: string) => call.scrubber.text(text);
    const failed = (error: SmtpFailure): void => {
      const answered = error.responseCode !== undefined;
      resolve({
        accepted: [],
        rejected: rejections(error.rejectedErrors, clean),
        stage: answered ? 'answered' : pulled ? 'after-data' : 'before-data',
        ...(error.responseCode === undefined ? {} : { code: error.responseCode }),
        text: clean(error.response ?? error.message),
      });
      connection.close();
    };
    const overall = setTimeout(() => failed(new Error('The mail server did not answer in time.')), timeout);
    const aborted = () => failed(new Error('The call ended.'));
    call.signal.addEventListener('abort', aborted, { once: true });
    connection.once('end', () => {
      clearTimeout(overall);
      call.signal.removeEventListener('abort', aborted);
      failed(new Error('The mail server closed the connection.'));
    });
    connection.on('error', failed);
    const submit = () =>
      connection.send({ from: ask.envelope.from, to: ask.envelope.to }, message, (error, info) => {
        if (error) return failed(error as SmtpFailure);
        resolve({
          accepted: info.accepted,
          rejected: rejections(info.rejectedErrors as SmtpFailure['rejectedErrors'], clean),
          stage: 'answered',
          code: Number(info.response.slice(0, 3)) || 250,
          text: clean(info.response),
        });
        connection.quit();
      });
    connection.connect((error) => {
      if (error) return failed(error as SmtpFailure);
      if (!ask.auth || password === undefined) return submit();
      connection.login({ user: ask.auth.user, pass: password }, (refused) =>
        refused ? failed(refused as SmtpFailure) : submit(),
      );
    });
  });
}

const rejections = (errors: SmtpFailure['rejectedErrors'], clean: (text: string) => string): SmtpResponse['rejected'] =>
  (errors ?? []).map((error) => ({
    address: error.recipient ?? '',
    code: error.responseCode ?? 0,
    text: clean(error.response ?? error.message),
  }));
