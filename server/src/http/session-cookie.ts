import type { IncomingMessage } from 'node:http';

const PLAIN_NAME = 'planwright_session';

/** `__Host-` binds the cookie to this host and to https; plain http on the loopback cannot have that. */
export const cookieName = (secure: boolean): string => (secure ? `__Host-${PLAIN_NAME}` : PLAIN_NAME);

/** The Set-Cookie header that keeps (or, with null, ends) a session in the browser. */
export function sessionCookie(token: string | null, maxAgeSeconds: number, secure: boolean): string {
  const age = token === null ? 0 : Math.max(0, Math.floor(maxAgeSeconds));
  return `${cookieName(secure)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`;
}

const DEVICE_NAME = 'planwright_device';
const DEVICE_SECONDS = 180 * 86_400;
const deviceName = (secure: boolean): string => (secure ? `__Host-${DEVICE_NAME}` : DEVICE_NAME);

/** The Set-Cookie header that lets a browser be known again. It opens nothing: it only keeps strangers from locking its owner out. */
export const deviceCookie = (device: string, secure: boolean): string =>
  `${deviceName(secure)}=${device}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${DEVICE_SECONDS}${secure ? '; Secure' : ''}`;

export function presentedDevice(headers: IncomingMessage['headers'], secure: boolean): string | undefined {
  const value = cookieValue(headers.cookie, deviceName(secure));
  return value !== undefined && TOKEN.test(value) ? value : undefined;
}

const BINDING_NAME = 'planwright_binding';
/** A browser that is away at a sign-in provider is known by it when it comes back. */
const BINDING_SECONDS = 600;
const bindingName = (secure: boolean): string => (secure ? `__Host-${BINDING_NAME}` : BINDING_NAME);

/** Lax: it comes along when another site sends the browser back here. */
export const bindingCookie = (binding: string, secure: boolean): string =>
  `${bindingName(secure)}=${binding}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${BINDING_SECONDS}${secure ? '; Secure' : ''}`;

export function presentedBinding(headers: IncomingMessage['headers'], secure: boolean): string | undefined {
  const value = cookieValue(headers.cookie, bindingName(secure));
  return value !== undefined && TOKEN.test(value) ? value : undefined;
}

const TOKEN = /^[A-Za-z0-9_-]{20,100}$/;

/**
 * The session token of a request: `Authorization: Bearer`, else the cookie. `present` without `token` is a credential of a wrong form.
 */
export function presentedToken(
  headers: IncomingMessage['headers'],
  secure: boolean,
): { present: boolean; token?: string } {
  const { authorization, cookie } = headers;
  const bearer = authorization === undefined ? undefined : (/^Bearer +(.+)$/i.exec(authorization)?.[1] ?? '');
  const value = bearer ?? cookieValue(cookie, cookieName(secure));
  if (value === undefined) return { present: false };
  return TOKEN.test(value) ? { present: true, token: value } : { present: true };
}

function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const equals = part.indexOf('=');
    if (part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim() || undefined;
  }
  return undefined;
}
