import type { Json } from '../json.js';

/** What a pattern of the permissions means: the host and the kit read it by the same functions, held against this table. */
export interface UrlCase {
  pattern: string;
  url: string;
  allowed: boolean;
  config?: Record<string, Json>;
}

const api = 'https://api.example';

export const urlCases: readonly UrlCase[] = [
  // Without a star: this very path; what comes after a question mark never counts.
  { pattern: `${api}/send`, url: `${api}/send`, allowed: true },
  { pattern: `${api}/send`, url: `${api}/send?to=1`, allowed: true },
  { pattern: `${api}/send`, url: `${api}/send/more`, allowed: false },
  { pattern: `${api}/send`, url: `${api}/sen`, allowed: false },
  { pattern: api, url: `${api}/`, allowed: true },
  { pattern: api, url: `${api}/send`, allowed: false },
  // A star at the end: whatever begins like this.
  { pattern: `${api}/*`, url: `${api}/`, allowed: true },
  { pattern: `${api}/*`, url: `${api}/a/b`, allowed: true },
  { pattern: `${api}/v1/*`, url: `${api}/v1/a`, allowed: true },
  { pattern: `${api}/v1/*`, url: `${api}/v1`, allowed: false },
  { pattern: `${api}/v1/*`, url: `${api}/v10/a`, allowed: false },
  { pattern: `${api}/v1*`, url: `${api}/v10/a`, allowed: true },
  { pattern: `${api}/v1/*`, url: `${api}/v1/../v2`, allowed: false },
  { pattern: `${api}/v1/*`, url: `${api}/V1/a`, allowed: false },
  // A star as the first name of a host: hosts below it, at any depth, and not itself.
  { pattern: 'https://*.example/*', url: `${api}/a`, allowed: true },
  { pattern: 'https://*.example/*', url: 'https://a.b.example/a', allowed: true },
  { pattern: 'https://*.example/*', url: 'https://example/a', allowed: false },
  { pattern: 'https://*.api.example/*', url: 'https://evilapi.example/a', allowed: false },
  // Elsewhere a star is no star.
  { pattern: 'https://api.*/*', url: `${api}/a`, allowed: false },
  { pattern: `${api}/*/send`, url: `${api}/v1/send`, allowed: false },
  // Another scheme, host or port is another place.
  { pattern: `${api}/*`, url: 'http://api.example/a', allowed: false },
  { pattern: `${api}/*`, url: 'https://api.example:8443/a', allowed: false },
  { pattern: `${api}:443/*`, url: `${api}/a`, allowed: true },
  { pattern: `${api}/*`, url: 'https://api.example.evil/a', allowed: false },
  { pattern: 'https://API.example/*', url: `${api}/a`, allowed: true },
  { pattern: 'https://user@api.example/*', url: `${api}/a`, allowed: false },
  { pattern: 'no address at all', url: `${api}/a`, allowed: false },
  // Settings are filled in; one that is missing or a secret makes the pattern fit nothing.
  { pattern: '{config.base}/*', url: `${api}/a`, config: { base: api }, allowed: true },
  { pattern: '{config.base}/*', url: `${api}/a`, config: { base: `${api}/` }, allowed: true },
  { pattern: '{config.base}/*', url: `${api}/v1/a`, config: { base: `${api}/v1/` }, allowed: true },
  { pattern: '{config.base}/*', url: `${api}/v2/a`, config: { base: `${api}/v1` }, allowed: false },
  { pattern: '{config.base}/*', url: `${api}/a`, allowed: false },
  { pattern: 'https://{config.host}/*', url: `${api}/a`, config: { host: { $secret: 'x' } }, allowed: false },
  {
    pattern: 'https://api.example:{config.port}/*',
    url: 'https://api.example:8443/a',
    config: { port: 8443 },
    allowed: true,
  },
];

export interface MailCase {
  pattern: string;
  host: string;
  port: number;
  allowed: boolean;
  config?: Record<string, Json>;
}

export const mailCases: readonly MailCase[] = [
  { pattern: 'mail.example:587', host: 'mail.example', port: 587, allowed: true },
  { pattern: 'mail.example:587', host: 'MAIL.example', port: 587, allowed: true },
  { pattern: 'mail.example:587', host: 'mail.example', port: 25, allowed: false },
  { pattern: 'mail.example:587', host: 'other.example', port: 587, allowed: false },
  { pattern: 'mail.example:*', host: 'mail.example', port: 2525, allowed: true },
  { pattern: '*.example:587', host: 'mail.example', port: 587, allowed: true },
  { pattern: '*.example:587', host: 'example', port: 587, allowed: false },
  { pattern: 'mail.example', host: 'mail.example', port: 587, allowed: false },
  {
    pattern: '{config.host}:{config.port}',
    host: 'a.example',
    port: 25,
    config: { host: 'a.example', port: 25 },
    allowed: true,
  },
  {
    pattern: '{config.host}:{config.port}',
    host: 'a.example',
    port: 25,
    config: { host: 'a.example' },
    allowed: false,
  },
];
