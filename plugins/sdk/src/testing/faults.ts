import type { BrokerFault, SmtpResponse } from '../context.js';
import type { WireResponse } from './service.js';

/** What can go wrong on the way. */
export type Fault =
  /** 429 with `Retry-After: 90` */
  | 'throttled'
  | 'server-error'
  /** A proxy's page with status 200 */
  | 'html'
  | 'empty'
  /** No answer within the time; whether it arrived nobody knows */
  | 'slow'
  /** No connection: nothing left */
  | 'unreachable'
  /** The provider did it, and the connection ended before its answer */
  | 'cut';

export const RETRY_AFTER_SECONDS = 90;

/** Faults that answer something else than the truth, or nothing. */
export const ANSWERING_FAULTS = ['throttled', 'server-error', 'html', 'empty', 'slow'] as const satisfies Fault[];

/** Which fault, if any, meets the nth request (from 0). */
export type FaultPlan = (n: number) => Fault | undefined;

/** The error that a call of the context rejects with. */
export class FakeBrokerFault extends Error implements BrokerFault {
  override readonly name = 'BrokerFault';
  constructor(
    readonly code: BrokerFault['code'],
    readonly left: boolean,
    message: string,
  ) {
    super(message);
  }
}

/** The answer in place of the provider's, or the error; `cut` first lets the provider do its work. */
export function failHttp(fault: Fault, provider: () => WireResponse): WireResponse {
  switch (fault) {
    case 'throttled':
      return { status: 429, headers: { 'retry-after': String(RETRY_AFTER_SECONDS) }, text: '' };
    case 'server-error':
      return { status: 503, json: { error: 'down' } };
    case 'html':
      return { status: 200, headers: { 'content-type': 'text/html' }, text: '<!doctype html><title>Proxy</title>' };
    case 'empty':
      return { status: 200, text: '' };
    case 'slow':
      throw new FakeBrokerFault('timeout', true, 'the provider did not answer in time');
    case 'unreachable':
      throw new FakeBrokerFault('unreachable', false, 'no connection');
    case 'cut':
      provider();
      throw new FakeBrokerFault('cut', true, 'the connection ended before the answer');
  }
}

export function failMail(fault: Fault, provider: () => SmtpResponse): SmtpResponse {
  const none = { accepted: [], rejected: [] };
  switch (fault) {
    case 'throttled':
      return { ...none, stage: 'before-data', code: 450, text: '450 4.7.1 Try again later' };
    case 'server-error':
    case 'html':
    case 'empty':
      return { ...none, stage: 'before-data', code: 421, text: '421 4.3.2 Service shutting down' };
    case 'slow':
      return { ...none, stage: 'after-data', text: 'the server did not answer in time' };
    case 'unreachable':
      return { ...none, stage: 'before-data', text: 'no connection' };
    case 'cut':
      provider();
      return { ...none, stage: 'after-data', text: 'the connection ended before the answer' };
  }
}
