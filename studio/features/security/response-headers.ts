type Environment = Readonly<Record<string, string | undefined>>;

/** Where the page may connect: to itself and to the API, over HTTP and WebSocket. */
function connections(environment: Environment, page: URL): string[] {
  const { PLANWRIGHT_API_URL: api, API_PORT: port } = environment;
  const { origin } = new URL(api || `${page.protocol}//${page.hostname}:${port || 4000}`);
  return ["'self'", origin, origin.replace(/^http/, 'ws')];
}

/**
 * What a page may load and do. Scripts run only with the nonce of this answer, or when one of those loads them; styles may
 * be inline, because components set their own. Nothing may frame the studio.
 */
export function contentSecurityPolicy(nonce: string, environment: Environment, page: URL): string {
  // React explains its errors in development by means of `eval`.
  const development = environment.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${connections(environment, page).join(' ')}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** Devices and powers that no page of ours uses. */
export const PERMISSIONS_POLICY = [
  'accelerometer',
  'bluetooth',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
]
  .map((power) => `${power}=()`)
  .join(', ');

/** Whether people reach the studio over https: then they are to come no other way for a year. */
export function isHttps(environment: Environment, request: { protocol: string; forwarded: string | null }): boolean {
  const named = environment.PLANWRIGHT_STUDIO_URL?.split(',')[0]?.trim();
  return named ? named.startsWith('https:') : request.protocol === 'https:' || request.forwarded === 'https';
}

export const STRICT_TRANSPORT = 'max-age=31536000';
