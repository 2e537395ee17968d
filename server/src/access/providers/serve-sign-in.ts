import type { Logger } from 'pino';
import type { Clock } from '../../clock/index.js';
import type { Database } from '../../database/index.js';
import { type Keyring, NoKey } from '../../secrets/index.js';
import { newSessionToken } from '../session-token.js';
import type { Visit, VisitedPath } from '../visit.js';
import { enter } from './enter.js';
import { asRefusal, departure, proveIdentity } from './prove-identity.js';
import type { ProviderConnections } from './provider-connections.js';
import type { ProviderDirectory } from './provider-directory.js';
import { accessTo, findProvider, type ProviderRecord } from './provider-records.js';
import { ProviderRefusal } from './provider-refusal.js';
import { returnPath, studioBeside } from './return-address.js';
import { type Errand, keepTransaction, takeTicket, takeTransaction } from './transactions.js';

export interface ProviderSignInDeps {
  database: Database;
  clock: Clock;
  log: Logger;
  keyring: Keyring;
  connections: ProviderConnections;
  directory: ProviderDirectory;
  /** Where browsers reach the API; known once it listens. */
  publicUrl: () => string;
  studioOrigins: readonly string[];
}

const PATH = '/auth/oidc';
export const startPath = (providerId: string): string => `${PATH}/${providerId}/start`;
export const callbackPath = (providerId: string): string => `${PATH}/${providerId}/callback`;

/** Two paths of the API that browsers are sent to: off to a provider, and back from it. */
export const providerPaths = (deps: ProviderSignInDeps): VisitedPath[] => [
  { path: startPath(':provider'), visit: (visit) => guarded(deps, visit, start) },
  { path: callbackPath(':provider'), visit: (visit) => guarded(deps, visit, comeBack) },
];

/** Where a way ends: on a page of the studio, with what went wrong. */
interface Way {
  errand?: Errand;
}

/** What was refused is told on the page that somebody came from; the log knows its code, and nothing of what was in an answer. */
async function guarded(
  deps: ProviderSignInDeps,
  visit: Visit,
  work: (deps: ProviderSignInDeps, visit: Visit, way: Way) => Promise<string>,
): Promise<string> {
  const way: Way = {};
  try {
    return await work(deps, visit, way);
  } catch (error) {
    if (!(error instanceof ProviderRefusal)) throw error;
    const { code, detail } = error;
    deps.log.warn({ action: 'signInByProvider', provider: visit.parameters.provider, code, detail }, 'refused');
    return problemPage(deps, way.errand, code);
  }
}

function problemPage(deps: ProviderSignInDeps, errand: Errand | undefined, code: string): string {
  const stays = errand !== undefined && (errand.purpose === 'LINK' || errand.purpose === 'PROOF');
  const page = new URL(stays ? errand.returnTo : '/sign-in', studioOf(deps));
  page.searchParams.set('problem', code);
  if (errand && !stays && errand.returnTo !== '/') page.searchParams.set('return', errand.returnTo);
  return page.href;
}

const studioOf = ({ publicUrl, studioOrigins }: ProviderSignInDeps): string => studioBeside(publicUrl(), studioOrigins);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function providerOf(deps: ProviderSignInDeps, visit: Visit): Promise<ProviderRecord> {
  const id = visit.parameters.provider ?? '';
  const provider = UUID.test(id) ? await deps.database.look((tx) => findProvider(tx, id)) : undefined;
  if (!provider?.enabled) throw new ProviderRefusal('NO_PROVIDER');
  return provider;
}

async function configurationOf(deps: ProviderSignInDeps, provider: ProviderRecord) {
  const access = await accessTo(deps.keyring, provider).catch((error: unknown) => {
    if (error instanceof NoKey) throw new ProviderRefusal('UNREACHABLE', 'no key for its secret');
    throw error;
  });
  return deps.connections.of(access).catch(asRefusal);
}

async function start(deps: ProviderSignInDeps, visit: Visit, way: Way): Promise<string> {
  const now = deps.clock.real();
  const provider = await providerOf(deps, visit);
  const query = new URL(visit.address, deps.publicUrl()).searchParams;
  const ticket = query.get('ticket');
  const errand =
    ticket === null ? signInErrand(provider, query) : await takeTicket(deps.database, ticket, provider.id, now);
  if (!errand) throw new ProviderRefusal('EXPIRED');
  way.errand = errand;
  ofThisSession(errand, visit);
  const configuration = await configurationOf(deps, provider);
  const leaving = await departure(configuration, redirectUri(deps, provider.id), { again: errand.purpose === 'PROOF' });
  // One value for all tabs of a browser, renewed with each: what one tab began must not be lost by the next.
  const binding = visit.binding ?? newSessionToken();
  await keepTransaction(deps.database, errand, { ...leaving, binding }, now);
  visit.setBinding(binding);
  return leaving.url.href;
}

export const redirectUri = ({ publicUrl }: Pick<ProviderSignInDeps, 'publicUrl'>, providerId: string): string =>
  `${publicUrl()}${callbackPath(providerId)}`;

const signInErrand = ({ id, workspaceId }: ProviderRecord, query: URLSearchParams): Errand => ({
  workspaceId,
  providerId: id,
  purpose: 'SIGN_IN',
  personId: null,
  sessionId: null,
  linkId: null,
  returnTo: returnPath(query.get('return_to')),
});

/** What somebody asked for while they were signed in is done in that session alone. */
function ofThisSession(errand: Errand, { viewer }: Visit): void {
  if (errand.sessionId !== null && errand.sessionId !== viewer?.sessionId) throw new ProviderRefusal('EXPIRED');
}

async function comeBack(deps: ProviderSignInDeps, visit: Visit, way: Way): Promise<string> {
  const { database, clock } = deps;
  const now = clock.real();
  const provider = await providerOf(deps, visit);
  const returned = new URL(visit.address, deps.publicUrl());
  const state = returned.searchParams.get('state');
  const taken =
    state !== null && visit.binding !== undefined
      ? await takeTransaction(database, { state, binding: visit.binding, providerId: provider.id }, now)
      : undefined;
  if (!taken || state === null) throw new ProviderRefusal('EXPIRED');
  way.errand = taken;
  ofThisSession(taken, visit);
  const configuration = await configurationOf(deps, provider);
  const readsEmail = provider.emailDomains.length > 0 || provider.createsPeople;
  const claims = [...(readsEmail ? ['email'] : []), ...(provider.roleMapping ? [provider.roleMapping.claim] : [])];
  const again = taken.purpose === 'PROOF';
  const needed = { issuer: provider.issuer, now, claims, again };
  const identity = await proveIdentity(configuration, returned, { ...taken, state }, needed);
  await enter(deps, visit, { provider, identity, errand: taken, now });
  return new URL(taken.returnTo, studioOf(deps)).href;
}
