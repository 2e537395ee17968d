import type { Json } from '../json.js';

/** A pattern of the permissions with the values of the integration in it: `{config.baseUrl}/*`. */
export const filledIn = (pattern: string, config: Readonly<Record<string, Json>>): string =>
  pattern.replaceAll(/\{config\.([\w.]+)\}/g, (_, name: string) => String(config[name] ?? '').replace(/\/$/, ''));

/** Whether a URL may be asked. A pattern is a whole URL, or its beginning followed by `*`; queries do not count. The host reads patterns as strictly. */
export function allowsUrl(patterns: readonly string[], url: URL, config: Readonly<Record<string, Json>>): boolean {
  const asked = `${url.origin}${url.pathname}`;
  return patterns.some((pattern) => {
    const filled = filledIn(pattern, config);
    return filled.endsWith('/*') ? `${asked}/`.startsWith(filled.slice(0, -1)) : asked === filled;
  });
}

export const allowsMail = (
  patterns: readonly string[],
  host: string,
  port: number,
  config: Readonly<Record<string, Json>>,
): boolean => patterns.some((pattern) => filledIn(pattern, config) === `${host}:${port}`);
