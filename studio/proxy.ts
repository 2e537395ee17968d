import { type NextRequest, NextResponse } from 'next/server';
import {
  contentSecurityPolicy,
  isHttps,
  PERMISSIONS_POLICY,
  STRICT_TRANSPORT,
} from '@/features/security/response-headers';

/** Headers of every page. They grant nothing: the API alone decides who may see what. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const host = request.headers.get('host');
  const { protocol } = request.nextUrl;
  const forwarded = request.headers.get('x-forwarded-proto');
  const page = new URL(`${forwarded === 'https' ? 'https:' : protocol}//${host ?? request.nextUrl.host}`);
  const policy = contentSecurityPolicy(nonce, process.env, page);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Next gives the nonce that it finds here to the scripts that it writes itself.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('permissions-policy', PERMISSIONS_POLICY);
  if (isHttps(process.env, { protocol, forwarded }))
    response.headers.set('strict-transport-security', STRICT_TRANSPORT);
  return response;
}

/** Files that were built have the headers of `next.config.ts`. */
export const config = { matcher: '/((?!_next/static|_next/image|favicon.ico).*)' };
