import type { CheckReport, Context, HttpRequest, HttpResponse, Permissions, Verdict } from '@planwright/plugin-sdk';
import { field, z } from '@planwright/plugin-sdk';

/** What an administrator enters for one integration. Secrets reach the plugin as references only. */
export const config = z.strictObject({
  baseUrl: z.url({ protocol: /^https$/ }).meta(field({ 'zh-CN': '服务地址', en: 'Address of the service' })),
  apiKey: z
    .string()
    .min(8)
    .meta(field({ 'zh-CN': 'API 密钥', en: 'API key' }, { secret: true })),
});
export type Config = typeof config;

/** All that the host lets the plugin ask: shown to the administrator before it is enabled. */
export const permissions: Permissions = { http: ['{config.baseUrl}/*'] };

/** Status 200 lies: this service says `{"error":"rate_limited"}` with it. */
export function classify({ status, text }: HttpResponse): Verdict {
  const error = errorIn(text);
  if (status === 429 || error === 'rate_limited') return 'throttled';
  if (status === 401 || status === 403) return 'auth';
  if (status >= 500 || status === 408) return 'transient';
  if (status >= 300) return 'permanent';
  return error === undefined && jsonOf(text) !== undefined ? 'ok' : 'transient';
}

/** “Test connection”: does the key work, and may it do what the plugin needs? */
export async function check(ctx: Context<Config>): Promise<CheckReport> {
  const response = await ask(ctx, { method: 'GET', path: '/v1/me' }).catch(() => undefined);
  if (!response)
    return report('transient', '连不上服务，检查服务地址。', 'The service cannot be reached. Check its address.');
  const verdict = classify(response);
  if (verdict === 'auth')
    return report(
      'auth',
      '密钥不对，到服务的“设置”里复制新的。',
      'The key is wrong. Copy a new one from the settings of the service.',
    );
  const scopes = listIn(jsonOf(response.text), 'scopes');
  if (verdict !== 'ok' || !scopes)
    return report(
      'transient',
      '服务没有正常应答，稍后再试。',
      'The service does not answer as it should. Try again later.',
    );
  const missing = ['notices:write', 'staff:read'].filter((scope) => !scopes.includes(scope));
  if (missing.length > 0)
    return report('config', `密钥缺少权限：${missing.join('、')}。`, `The key lacks a right: ${missing.join(', ')}.`);
  return report('ok', '连接正常。', 'The connection works.');
}

const report = (verdict: Verdict, zh: string, en: string): CheckReport => ({
  verdict,
  messages: [{ 'zh-CN': zh, en }],
});

/** One request to the service. The host puts the key in; this code never sees it. */
export const ask = (
  ctx: Context<Config>,
  { path, ...request }: Omit<HttpRequest, 'url' | 'headers'> & { path: string },
): Promise<HttpResponse> =>
  ctx.http({
    ...request,
    url: `${ctx.config.baseUrl.replace(/\/$/, '')}${path}`,
    headers: { authorization: { $join: ['Bearer ', ctx.secret('apiKey')] } },
  });

/** The text as JSON; undefined for HTML pages and other surprises. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const fieldIn = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;

export function listIn(value: unknown, name: string): unknown[] | undefined {
  const list = fieldIn(value, name);
  return Array.isArray(list) ? list : undefined;
}

const errorIn = (text: string): unknown => fieldIn(jsonOf(text), 'error');
