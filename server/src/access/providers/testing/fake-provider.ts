import { createHmac, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What one answer of the token endpoint is made of. A test changes it to lie. */
export interface Lie {
  claims?: Record<string, unknown>;
  /** Claims that are left out. */
  without?: readonly string[];
  header?: Record<string, unknown>;
  /** Who signs: the provider, somebody else, the client secret, nobody. */
  signed?: 'RIGHT' | 'STRANGER' | 'SECRET' | 'NOT';
  /** Instead of a token. */
  error?: string;
  withoutIdToken?: boolean;
  userinfo?: Record<string, unknown>;
  metadata?: Record<string, unknown>;
}

export interface FakeProvider {
  issuer: string;
  /** What the next answers are like. */
  lie(lie: Lie): void;
  /** What the token endpoint was sent. */
  asked: URLSearchParams[];
  stop(): Promise<void>;
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const newKey = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync('rsa', { modulusLength: 2048 });

/**
 * A provider that says what it is told to: a real one cannot be made to sign a lie. The code that a browser brings back is what the token
 * must answer, as JSON: `{ sub, nonce, … }`.
 */
export async function startFakeProvider({
  clientId,
  secret,
}: {
  clientId: string;
  secret: string;
}): Promise<FakeProvider> {
  const own = newKey();
  const stranger = newKey();
  const kid = randomUUID();
  let lie: Lie = {};
  /** Who it spoke of last. */
  let sub: unknown;
  const asked: URLSearchParams[] = [];

  const idToken = (issuer: string, told: Record<string, unknown>): string => {
    const seconds = Math.floor(Date.now() / 1000);
    const claims: Record<string, unknown> = {
      iss: issuer,
      aud: clientId,
      iat: seconds,
      exp: seconds + 300,
      ...told,
      ...lie.claims,
    };
    for (const name of lie.without ?? []) delete claims[name];
    const signed = lie.signed ?? 'RIGHT';
    const alg = { RIGHT: 'RS256', STRANGER: 'RS256', SECRET: 'HS256', NOT: 'none' }[signed];
    const text = `${encoded({ alg, kid, typ: 'JWT', ...lie.header })}.${encoded(claims)}`;
    switch (signed) {
      case 'RIGHT':
      case 'STRANGER':
        return `${text}.${createSign('RSA-SHA256')
          .update(text)
          .sign((signed === 'RIGHT' ? own : stranger).privateKey)
          .toString('base64url')}`;
      case 'SECRET':
        return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
      case 'NOT':
        return `${text}.`;
      default:
        return signed satisfies never;
    }
  };

  const server: Server = createServer((request, response) => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const json = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const { pathname } = new URL(request.url ?? '/', issuer);
    if (pathname === '/.well-known/openid-configuration')
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/me`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256', 'none', 'HS256'],
        ...lie.metadata,
      });
    if (pathname === '/jwks')
      return json({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }] });
    if (pathname === '/me') return json(lie.userinfo ?? { sub });
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const form = new URLSearchParams(body);
      asked.push(form);
      if (lie.error !== undefined) return json({ error: lie.error }, 400);
      const told = JSON.parse(Buffer.from(form.get('code') ?? '', 'base64url').toString()) as Record<string, unknown>;
      sub = told.sub;
      const token = lie.withoutIdToken ? {} : { id_token: idToken(issuer, told) };
      return json({ access_token: 'access', token_type: 'Bearer', expires_in: 60, ...token });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lie: (next) => {
      lie = next;
    },
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The code that makes the fake provider say this. */
export const codeFor = (told: Record<string, unknown>): string =>
  Buffer.from(JSON.stringify(told)).toString('base64url');
