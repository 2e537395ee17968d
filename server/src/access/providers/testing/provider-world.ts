import { randomUUID } from 'node:crypto';
import { seal, sealingKey } from '../../../secrets/index.js';
import type { TestPerson } from '../../../testing/fixture.js';
import { TEST_SECRET_KEY, type TestServer } from '../../../testing/test-server.js';
import { placeOfSecret } from '../provider-records.js';
import { callbackPath, startPath } from '../serve-sign-in.js';
import { TestBrowser } from './browser.js';
import { codeFor } from './fake-provider.js';

export interface ProviderSpec {
  workspaceId: string;
  by: TestPerson;
  issuer: string;
  clientId: string;
  secret: string;
  enabled?: boolean;
  createsPeople?: boolean;
  emailDomains?: string[];
  sameAsScim?: boolean;
  roleMapping?: unknown;
  id?: string;
}

/** A provider that was set up, by SQL. */
export async function addProvider(server: TestServer, spec: ProviderSpec): Promise<string> {
  const id = spec.id ?? randomUUID();
  const keys = [sealingKey(Buffer.from(TEST_SECRET_KEY, 'base64'))];
  const { keyId, sealed } = seal(keys, placeOfSecret({ workspaceId: spec.workspaceId, id }), Buffer.from(spec.secret));
  await server.sql.rows(
    `insert into identity_provider (id, workspace_id, name, issuer, client_id, key_id, sealed, enabled, creates_people, only_way,
       email_domains, same_as_scim, role_mapping, created_at, created_by, changed_at)
     values ($1, $2, 'Company', $3, $4, $5, $6, $7, $8, false, $9, $10, $11, now(), $12, now())`,
    [
      id,
      spec.workspaceId,
      spec.issuer,
      spec.clientId,
      keyId,
      sealed,
      spec.enabled ?? true,
      spec.createsPeople ?? false,
      spec.emailDomains ?? [],
      spec.sameAsScim ?? false,
      spec.roleMapping === undefined ? null : JSON.stringify(spec.roleMapping),
      spec.by.id,
    ],
  );
  return id;
}

const apiOf = (server: TestServer): string => new URL(server.url).origin;
export const startOf = (server: TestServer, providerId: string, query = ''): string =>
  `${apiOf(server)}${startPath(providerId)}${query}`;
export const callbackOf = (server: TestServer, providerId: string, query: Record<string, string> = {}): string =>
  `${apiOf(server)}${callbackPath(providerId)}?${new URLSearchParams(query).toString()}`;

export interface Ended {
  /** The page of the studio. */
  to: URL;
  /** Why it did not work. */
  problem: string | null;
  session: string | undefined;
  browser: TestBrowser;
}

export const ended = (browser: TestBrowser, to: URL): Ended => ({
  to,
  problem: to.searchParams.get('problem'),
  session: browser.cookie('planwright_session'),
  browser,
});

/** The whole way with the fake provider: it answers these claims, with the right nonce unless another is given. */
export async function comeBackWith(
  server: TestServer,
  providerId: string,
  told: Record<string, unknown>,
  { browser = new TestBrowser(), query = '' }: { browser?: TestBrowser; query?: string } = {},
): Promise<Ended> {
  const away = await browser.sentTo(startOf(server, providerId, query));
  const state = away.searchParams.get('state');
  if (state === null) return ended(browser, away);
  const nonce = away.searchParams.get('nonce');
  const to = await browser.sentTo(callbackOf(server, providerId, { state, code: codeFor({ nonce, ...told }) }));
  return ended(browser, to);
}
