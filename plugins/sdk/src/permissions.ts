import type { Json } from './json.js';

/**
 * A pattern of the permissions with the values of the integration in it: `{config.baseUrl}/*`, where a slash at the end of the
 * value does not double. Undefined when a field is not set or is a secret.
 */
function filledIn(pattern: string, config: Readonly<Record<string, Json>>): string | undefined {
  let whole = true;
  const text = pattern.replace(/\{config\.([A-Za-z0-9_]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(config, name) ? config[name] : undefined;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    whole = false;
    return '';
  });
  return whole ? text : undefined;
}

const hostFits = (host: string, pattern: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1 : host === pattern;

function urlFits(url: URL, pattern: string): boolean {
  const open = pattern.endsWith('*');
  const prefix = open ? pattern.slice(0, -1) : pattern;
  const starred = /^https?:\/\/\*\./.test(prefix);
  // A star in the host is not a URL: it is set aside while the rest is read.
  const readable = starred ? prefix.replace('://*.', '://star.') : prefix;
  if (!URL.canParse(readable)) return false;
  const allowed = new URL(readable);
  if (allowed.username || allowed.password || allowed.protocol !== url.protocol || allowed.port !== url.port)
    return false;
  if (!hostFits(url.hostname, starred ? allowed.hostname.replace(/^star\./, '*.') : allowed.hostname)) return false;
  const path = allowed.pathname.replace(/\/{2,}/g, '/');
  return open ? url.pathname.startsWith(path) : url.pathname === path;
}

/**
 * Whether a URL may be asked: scheme, host and port of a pattern and its path, or with a star at its end a path that begins like
 * it; `*.` before a host means hosts below it. Queries do not count. The host and the test kit both read patterns by this.
 */
export const allowsUrl = (patterns: readonly string[], url: URL, config: Readonly<Record<string, Json>>): boolean =>
  patterns.some((pattern) => {
    const filled = filledIn(pattern, config);
    return filled !== undefined && urlFits(url, filled);
  });

/** The same for `host:port`, where `host:*` means every port. */
export const allowsMail = (
  patterns: readonly string[],
  host: string,
  port: number,
  config: Readonly<Record<string, Json>>,
): boolean =>
  patterns.some((pattern) => {
    const filled = filledIn(pattern, config)?.toLowerCase();
    const [, name, number] = filled?.match(/^(.+):(\d+|\*)$/) ?? [];
    return name !== undefined && hostFits(host.toLowerCase(), name) && (number === '*' || Number(number) === port);
  });
