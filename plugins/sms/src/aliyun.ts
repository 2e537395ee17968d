import {
  base64,
  type Context,
  type HttpResponse,
  retryAfterMsOf,
  utf8,
  type Verdict,
  type z,
} from '@planwright/plugin-sdk';

/** What a call of the RPC interface needs of an integration. */
export type AliyunContext = Pick<Context<z.ZodObject>, 'http' | 'crypto' | 'now'> & {
  accessKeyId: string;
  key: Parameters<Context['crypto']['hmac']>[1];
};

export interface Answer {
  /** `OK`, `isv.…`; absent = no answer of Aliyun's. */
  code: string | undefined;
  message: string;
  body: Record<string, unknown>;
  response: HttpResponse;
}

const ENDPOINT = 'https://dysmsapi.aliyuncs.com/';

/** RFC 3986, which is stricter than encodeURIComponent. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * One signed call (signature version 1.0: HMAC-SHA1 of the sorted parameters under `secret&`). The nonce is the caller's:
 * plugins have no randomness, and Aliyun refuses one that it has seen, so the same attempt cannot count twice.
 */
export async function call(
  ctx: AliyunContext,
  action: string,
  nonce: string,
  parameters: Record<string, string>,
): Promise<Answer> {
  const all: Record<string, string> = {
    ...parameters,
    Action: action,
    Version: '2017-05-25',
    RegionId: 'cn-hangzhou',
    Format: 'JSON',
    AccessKeyId: ctx.accessKeyId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: nonce,
    Timestamp: `${ctx.now.slice(0, 19)}Z`,
  };
  const query = Object.keys(all)
    .sort()
    .map((name) => `${encoded(name)}=${encoded(all[name] ?? '')}`)
    .join('&');
  const signature = base64(await ctx.crypto.hmac('sha1', ctx.key, utf8(`POST&%2F&${encoded(query)}`), '&'));
  const response = await ctx.http({
    method: 'POST',
    url: ENDPOINT,
    body: { form: { ...all, Signature: signature } },
    timeoutMs: 10_000,
  });
  const body = objectIn(response.text);
  const { Code: code, Message: message } = body;
  return {
    code: typeof code === 'string' ? code : undefined,
    message: typeof message === 'string' ? message : '',
    body,
    response,
  };
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

const AUTH =
  /^(InvalidAccessKeyId|SignatureDoesNotMatch|Forbidden|NoPermission|isv\.DENY_IP_RANGE|isp\.RAM_PERMISSION_DENY)/;
/** The account or the template has to be fixed; no message can go out before. */
const CONFIG =
  /^isv\.(SMS_SIGNATURE|SMS_TEMPLATE|SMS_SIGN_|TEMPLATE_MISSING|ACCOUNT_|OUT_OF_SERVICE|PRODUCT_UN|AMOUNT_NOT_ENOUGH|SMS_SIGNATURE_SCENE)/;
const LIMIT = /^isv\.BUSINESS_LIMIT_CONTROL$/;
const BUSY = /^(Throttling|ServiceUnavailable|InternalError|isp\.SYSTEM_ERROR)/;

/** What an answer means: Aliyun says most of it with status 200. */
export function verdictOf(response: HttpResponse): Verdict {
  const { Code: code } = objectIn(response.text);
  if (typeof code === 'string' && code !== 'OK') {
    if (LIMIT.test(code) || code.startsWith('Throttling')) return 'throttled';
    if (BUSY.test(code)) return 'transient';
    if (AUTH.test(code)) return 'auth';
    return CONFIG.test(code) ? 'config' : 'permanent';
  }
  if (response.status === 429) return 'throttled';
  if (response.status === 401 || response.status === 403) return 'auth';
  if (response.status >= 500 || response.status === 408) return 'transient';
  if (response.status >= 400) return 'permanent';
  return code === 'OK' ? 'ok' : 'transient';
}

/** When to try again after a limit: the carrier's are by the minute, the hour and the day; what is not said is the day. */
export function waitMs({ message, response }: Answer, now: string): number {
  const asked = retryAfterMsOf(response.headers);
  if (asked !== undefined) return asked;
  if (message.includes('分钟级')) return 60_000;
  if (message.includes('小时级')) return 3_600_000;
  return untilTomorrow(now);
}

const DAY_MS = 86_400_000;
/** Beijing has had no other offset since 1991; Aliyun counts by its day. */
const BEIJING_MS = 28_800_000;

const untilTomorrow = (now: string): number => {
  const there = Date.parse(now) + BEIJING_MS;
  return DAY_MS - (there % DAY_MS) + 60_000;
};

/** `20260302`, by Beijing's calendar. */
export const sendDate = (now: string): string =>
  new Date(Date.parse(now) + BEIJING_MS).toISOString().slice(0, 10).replaceAll('-', '');
