import type { Json } from '@planwright/plugin-sdk';

/** `{config.baseUrl}` by its value; undefined when a field is not set or is a secret. */
function filled(pattern: string, config: Record<string, Json>): string | undefined {
  let whole = true;
  const text = pattern.replace(/\{config\.([A-Za-z0-9_]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(config, name) ? config[name] : undefined;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    whole = false;
    return '';
  });
  return whole ? text : undefined;
}

function hostFits(host: string, pattern: string): boolean {
  return pattern.startsWith('*.')
    ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1
    : host === pattern;
}

function urlFits(url: URL, pattern: string): boolean {
  const open = pattern.endsWith('*');
  const prefix = open ? pattern.slice(0, -1) : pattern;
  // A star in the host is not a URL: it is set aside while the rest is read.
  const starred = /^https?:\/\/\*\./.test(prefix);
  const readable = starred ? prefix.replace('://*.', '://star.') : prefix;
  if (!URL.canParse(readable)) return false;
  const allowed = new URL(readable);
  if (allowed.username || allowed.password || allowed.protocol !== url.protocol || allowed.port !== url.port)
    return false;
  if (!hostFits(url.hostname, starred ? allowed.hostname.replace(/^star\./, '*.') : allowed.hostname)) return false;
  const path = allowed.pathname.replace(/\/{2,}/g, '/');
  return open ? url.pathname.startsWith(path) : url.pathname === path;
}

/** Whether a URL lies within what the administrator agreed to: same scheme, host and port, and a path below the pattern's. */
export function allowsUrl(url: URL, patterns: readonly string[], config: Record<string, Json>): boolean {
  return patterns.some((pattern) => {
    const text = filled(pattern, config);
    return text !== undefined && urlFits(url, text);
  });
}

/** The same for `host:port`. */
export function allowsServer(
  host: string,
  port: number,
  patterns: readonly string[],
  config: Record<string, Json>,
): boolean {
  return patterns.some((pattern) => {
    const text = filled(pattern, config)?.toLowerCase();
    const [, name, number] = text?.match(/^(.+):(\d+|\*)$/) ?? [];
    return name !== undefined && hostFits(host.toLowerCase(), name) && (number === '*' || Number(number) === port);
  });
}

/** Whether an integration may reach this host inside the company's own network. */
export function allowsPrivate(host: string, port: number, privateHosts: readonly string[]): boolean {
  const name = host.toLowerCase();
  return privateHosts.some((allowed) => [name, `${name}:${port}`].includes(allowed.toLowerCase()));
}
