import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { TestBrowser } from './browser.js';

export interface RealProvider {
  issuer: string;
  /** Says what the provider knows of somebody. */
  knows(subject: string, claims: Record<string, unknown>): void;
  stop(): Promise<void>;
}

/** A certified provider on this machine, as a company runs one. It demands PKCE. */
export async function startRealProvider(client: {
  id: string;
  secret: string;
  redirectUris: string[];
  afterSignOut?: string[];
}): Promise<RealProvider> {
  const people = new Map<string, Record<string, unknown>>();
  let handle: ReturnType<Provider['callback']> | undefined;
  const server: Server = createServer((request, response) => void handle?.(request, response));
  // The port makes the issuer.
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: client.redirectUris,
        post_logout_redirect_uris: client.afterSignOut ?? [],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['x'] },
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...people.get(id) }),
    }),
  });
  handle = provider.callback();
  return {
    issuer,
    knows: (subject, claims) => void people.set(subject, claims),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Signs in at the provider as a person does, and answers where it sends the browser back to. */
export async function signInAt(browser: TestBrowser, authorize: URL, subject: string): Promise<URL> {
  let at = await browser.sentTo(authorize);
  for (let step = 0; step < 10 && at.origin === authorize.origin; step += 1) {
    if (!at.pathname.startsWith('/interaction/')) {
      at = await browser.sentTo(at);
      continue;
    }
    const page = await (await browser.fetch(at)).text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(`an unknown page: ${page.slice(0, 200)}`);
    at = await browser.sentTo(new URL(action, at), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        prompt,
        ...(prompt === 'login' ? { login: subject, password: 'x' } : {}),
      }).toString(),
    });
  }
  return at;
}
