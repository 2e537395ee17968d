import type { Instant } from '@planwright/schema/time';
import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { msBetween } from '../../clock/index.js';
import { NotReached } from '../../outbound/index.js';
import { tenantOf } from './issuer.js';
import { ProviderRefusal } from './provider-refusal.js';
import { claimAt } from './role-mapping.js';

/** Before the browser leaves: what it is sent to, and what must be known when it comes back. */
export interface Departure {
  url: URL;
  state: string;
  nonce: string;
  verifier: string;
}

export async function departure(
  configuration: Configuration,
  redirectUri: string,
  { again }: { again: boolean },
): Promise<Departure> {
  const state = randomState();
  const nonce = randomNonce();
  const verifier = randomPKCECodeVerifier();
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    // Whoever is to prove it again is asked for it, even with an open session there.
    ...(again ? { max_age: '0', prompt: 'login' } : {}),
  });
  return { url, state, nonce, verifier };
}

/** Who somebody is at their provider. */
export interface ProvenIdentity {
  /** The one name that stays: `sub`; of Entra tenant and object. */
  externalId: string;
  /** By which the same directory names them to a SCIM client. */
  directoryId: string;
  email: string | undefined;
  emailVerified: boolean;
  name: string | undefined;
  givenName: string | undefined;
  familyName: string | undefined;
  claims: Readonly<Record<string, unknown>>;
  idToken: string;
}

/** Signed longer ago, or further ahead, than clocks and patience explain. */
const ISSUED_WITHIN_MS = 10 * 60_000;

/** What the provider sent the browser back with, proven by code, signature, state, nonce and audience. Throws `ProviderRefusal`. */
export async function proveIdentity(
  configuration: Configuration,
  returned: URL,
  known: { state: string; nonce: string; verifier: string },
  needed: { issuer: string; now: Instant; claims: readonly string[]; again: boolean },
): Promise<ProvenIdentity> {
  const tokens = await authorizationCodeGrant(configuration, returned, {
    expectedState: known.state,
    expectedNonce: known.nonce,
    pkceCodeVerifier: known.verifier,
    idTokenExpected: true,
    ...(needed.again ? { maxAge: ISSUED_WITHIN_MS / 1000 } : {}),
  }).catch(asRefusal);
  const told = tokens.claims();
  if (!told || tokens.id_token === undefined) throw new ProviderRefusal('INVALID_ANSWER', 'no ID token');
  const { sub, iat, ...rest } = told;
  if (sub.trim() === '') throw new ProviderRefusal('INVALID_ANSWER', 'empty sub');
  if (Math.abs(msBetween(needed.now, new Date(iat * 1000).toISOString())) > ISSUED_WITHIN_MS)
    throw new ProviderRefusal('INVALID_ANSWER', 'issued at another time');
  const missing = needed.claims.some((path) => claimAt(rest, path) === undefined);
  const canAsk = configuration.serverMetadata().userinfo_endpoint !== undefined;
  const more = missing && canAsk ? await fetchUserInfo(configuration, tokens.access_token, sub).catch(asRefusal) : {};
  const claims: Record<string, unknown> = { ...more, ...told };
  const text = (name: string): string | undefined => {
    const value = claims[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 320) : undefined;
  };
  const names = entraNames(needed.issuer, text);
  return {
    externalId: names ? `${names.tenant}:${names.object}` : sub,
    directoryId: names?.object ?? sub,
    email: text('email'),
    emailVerified: claims.email_verified === true,
    name: text('name'),
    givenName: text('given_name'),
    familyName: text('family_name'),
    claims,
    idToken: tokens.id_token,
  };
}

/** At Entra `sub` differs from application to application; tenant and object id are the same everywhere. */
function entraNames(
  issuer: string,
  text: (name: string) => string | undefined,
): { tenant: string; object: string } | undefined {
  const tenant = tenantOf(issuer);
  if (tenant === undefined) return undefined;
  const object = text('oid');
  if (object === undefined || text('tid') !== tenant) throw new ProviderRefusal('INVALID_ANSWER', 'another tenant');
  return { tenant, object };
}

/** Errors of the library hold what was in the answer: only their code goes on. */
export function asRefusal(error: unknown): never {
  if (error instanceof ProviderRefusal) throw error;
  if (error instanceof AuthorizationResponseError) throw new ProviderRefusal('DENIED', wordOf(error.error));
  const unreached = causeOf(error, NotReached);
  if (unreached) throw new ProviderRefusal('UNREACHABLE', unreached.code);
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  throw new ProviderRefusal('INVALID_ANSWER', typeof code === 'string' ? wordOf(code) : undefined);
}

/** What the other side calls its error is a word of theirs: it comes into our log without line breaks and at no length. */
const wordOf = (text: string): string => text.replaceAll(/[^\w.-]/g, '').slice(0, 60);

function causeOf<T extends Error>(error: unknown, kind: abstract new (...parameters: never[]) => T): T | undefined {
  for (let each: unknown = error; each instanceof Error; each = each.cause) if (each instanceof kind) return each;
  return undefined;
}
