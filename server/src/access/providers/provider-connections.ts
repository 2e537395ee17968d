import type { Instant } from '@planwright/schema/time';
import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import { type Clock, plusMs } from '../../clock/index.js';
import type { GuardedFetch } from '../../outbound/index.js';
import { isLoopbackHost } from './issuer.js';

/** What is needed to speak with a provider. */
export interface ProviderAccess {
  id: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  changedAt: Instant;
}

/** The one algorithm that every provider must offer. A token that names another one, or none, is refused whatever the provider lists. */
const ALGORITHM = 'RS256';
const TIMEOUT_SECONDS = 10;
/** Metadata is asked for again after so long; keys by themselves, when one is missing. */
const KEPT_MS = 3_600_000;

/** Providers as they describe themselves, asked once and kept for a while. */
export class ProviderConnections {
  readonly #kept = new Map<string, { changedAt: Instant; until: Instant; configuration: Promise<Configuration> }>();

  constructor(
    private readonly clock: Clock,
    private readonly fetch: GuardedFetch,
  ) {}

  /** Rejects with what the library says when the provider cannot be asked; that is not kept. */
  async of(provider: ProviderAccess): Promise<Configuration> {
    const now = this.clock.real();
    const kept = this.#kept.get(provider.id);
    if (kept && kept.changedAt === provider.changedAt && now < kept.until) return kept.configuration;
    const configuration = this.discover(provider);
    this.#kept.set(provider.id, { changedAt: provider.changedAt, until: plusMs(now, KEPT_MS), configuration });
    configuration.catch(() => this.#kept.delete(provider.id));
    return configuration;
  }

  /** Asks the provider now. */
  discover({ issuer, clientId, clientSecret }: Omit<ProviderAccess, 'id' | 'changedAt'>): Promise<Configuration> {
    const url = new URL(issuer);
    return discovery(url, clientId, { id_token_signed_response_alg: ALGORITHM }, authenticating(clientSecret), {
      // Without the first, an ID token that came over TLS would be believed without its signature.
      execute: [enableNonRepudiationChecks, ...(isLoopbackHost(url) ? [allowInsecureRequests] : [])],
      timeout: TIMEOUT_SECONDS,
      [customFetch]: this.fetch,
    });
  }
}

/** By header, which every provider must take; in the body where this one says that it takes nothing else. */
function authenticating(secret: string): ClientAuth {
  const basic = ClientSecretBasic(secret);
  const post = ClientSecretPost(secret);
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported;
    const inBody = methods?.includes('client_secret_post') && !methods.includes('client_secret_basic');
    return (inBody ? post : basic)(server, ...rest);
  };
}
