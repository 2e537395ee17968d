import {
  type Configuration,
  genericGrantRequest,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import type { GuardedFetch } from '../../outbound/index.js';
import { asRefusal } from './prove-identity.js';
import type { ProviderConnections } from './provider-connections.js';
import { ProviderRefusal } from './provider-refusal.js';

/** What a test of a connection looks at, in its order. */
export const PROVIDER_CHECKS = ['ANSWERS', 'SIGNS', 'KEYS', 'KNOWS_US'] as const;
export type ProviderCheckKey = (typeof PROVIDER_CHECKS)[number];

export interface ProviderCheck {
  key: ProviderCheckKey;
  ok: boolean;
  /** What the provider, or the library, calls it. */
  code: string | undefined;
}

/**
 * Asks the provider what can be asked without somebody signing in: its description, its algorithms, its keys, and whether it knows this
 * client and its secret. The last by a code that is none: who is not known is refused before the code is looked at.
 */
export async function testProvider(
  connections: ProviderConnections,
  fetch: GuardedFetch,
  provider: { issuer: string; clientId: string; clientSecret: string; redirectUri: string },
): Promise<ProviderCheck[]> {
  const checks: ProviderCheck[] = [];
  const failed = (key: ProviderCheckKey, code?: string) => [...checks, { key, ok: false, code }];
  const passed = (key: ProviderCheckKey) => checks.push({ key, ok: true, code: undefined });
  let configuration: Configuration;
  try {
    configuration = await connections.discover(provider).catch(asRefusal);
  } catch (error) {
    return failed('ANSWERS', detailOf(error));
  }
  passed('ANSWERS');
  const server = configuration.serverMetadata();
  const algorithms = server.id_token_signing_alg_values_supported;
  if (algorithms && !algorithms.includes('RS256')) return failed('SIGNS', algorithms.join(' ').slice(0, 100));
  passed('SIGNS');
  const keys = await keysAt(fetch, server.jwks_uri);
  if (keys === 0) return failed('KEYS');
  passed('KEYS');
  const refusal = await knowsUs(configuration, provider.redirectUri);
  return refusal === undefined
    ? [...checks, { key: 'KNOWS_US', ok: true, code: undefined }]
    : failed('KNOWS_US', refusal);
}

const detailOf = (error: unknown): string | undefined =>
  error instanceof ProviderRefusal ? (error.detail ?? error.code) : undefined;

async function keysAt(fetch: GuardedFetch, address: string | undefined): Promise<number> {
  if (address === undefined || !URL.canParse(address)) return 0;
  try {
    const body: unknown = await (await fetch(address, { headers: { accept: 'application/json' } })).json();
    const keys: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'keys') : undefined;
    return Array.isArray(keys) ? keys.length : 0;
  } catch {
    return 0;
  }
}

/** The code by which the provider says that it does not know the client or its secret; undefined where it does. */
async function knowsUs(configuration: Configuration, redirectUri: string): Promise<string | undefined> {
  try {
    await genericGrantRequest(configuration, 'authorization_code', {
      code: 'planwright-connection-test',
      redirect_uri: redirectUri,
      code_verifier: 'planwright-connection-test-planwright-connection-test',
    });
    return undefined;
  } catch (error) {
    if (error instanceof ResponseBodyError && error.error === 'invalid_grant') return undefined;
    // A provider that refuses by header alone says no more.
    if (error instanceof WWWAuthenticateChallengeError) return 'invalid_client';
    if (error instanceof ResponseBodyError) return error.error.replaceAll(/[^\w.-]/g, '').slice(0, 60);
    return detailOf(caught(error));
  }
}

const caught = (thrown: unknown): unknown => {
  try {
    return asRefusal(thrown);
  } catch (refusal) {
    return refusal;
  }
};
