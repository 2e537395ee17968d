import type { SmtpRequest, SmtpResponse } from '../context.js';

/** A request as the provider gets it: with the secrets in it. */
export interface WireRequest {
  method: string;
  url: URL;
  /** Names in lower case. */
  headers: Record<string, string>;
  text: string;
  /** The body as JSON; undefined when it is none. */
  json(): unknown;
}

export interface WireResponse {
  status: number;
  headers?: Record<string, string>;
  /** Either of them; neither = an empty body. */
  json?: unknown;
  text?: string;
}

/** Mail as the fake server gets it: the password in the clear, so that it can refuse a wrong one. */
export interface WireMail extends Omit<SmtpRequest, 'auth'> {
  auth?: { user: string; password: string };
}

/** The other side, written by the plugin's author: does in memory what the real provider does, wrong secrets included. */
export interface FakeService {
  answer?(request: WireRequest): WireResponse;
  mail?(request: WireMail): SmtpResponse;
  /** Secrets it has handed out, as access tokens: they must not turn up in what the plugin says. */
  issued?(): readonly string[];
}

/** A fake that delivers. */
export interface DeliveringService extends FakeService {
  /** One entry for each message that a recipient has, after the provider's own deduplication. */
  effects(): readonly unknown[];
}

/** A fake that is read from. */
export interface ReadableService extends FakeService {
  /** Removes one record of the stream as the provider would, and gives its key values in the stream's order of `key`. */
  remove?(stream: string): readonly unknown[];
}
