import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GuardedFetch } from '../../outbound/index.js';
import { requireAction } from '../actions.js';
import { provenJustNow } from '../fresh-proof.js';
import { say } from '../generated/messages.js';
import { type RequestContext, type SignedInContext, signedIn } from '../graphql/context.js';
import { globalId, uuidOf } from '../graphql/global-id.js';
import { InputArg } from '../graphql/input-arg.js';
import type { NodeSource } from '../graphql/node.js';
import { notFound } from '../graphql/request-error.js';
import { userError } from '../graphql/user-error.js';
import { command } from '../outcome.js';
import { PersonType } from '../person.type.js';
import { mentionedPerson } from '../person-loaders.js';
import { checkIssuer } from './issuer.js';
import { prepareLink, prepareProof } from './prepare.js';
import {
  IdentityProviderInput,
  IdentityProviderPayload,
  IdentityProviderType,
  ProviderWayPayload,
  SignInWaysType,
  TestIdentityProviderInput,
  TestIdentityProviderPayload,
  UseProviderInput,
} from './provider.type.js';
import { accessTo, listProviders, offeredProviders, type ProviderRecord } from './provider-records.js';
import { saveProvider } from './save-provider.js';
import { type ProviderSignInDeps, redirectUri, startPath } from './serve-sign-in.js';
import { testProvider } from './test-provider.js';

export interface ProviderDeps extends ProviderSignInDeps {
  fetch: GuardedFetch;
}

@Resolver(() => IdentityProviderType)
export class IdentityProviderResolver {
  constructor(private readonly deps: ProviderDeps) {}

  @Query(() => SignInWaysType, {
    description: 'How people can sign in here. Also answers callers who are not signed in.',
  })
  async signInWays(@Ctx() { database }: RequestContext): Promise<SignInWaysType> {
    const offered = await database.look(offeredProviders);
    return {
      providers: offered.map(({ id, name }) => ({
        id: globalId('IdentityProvider', id),
        name,
        url: `${this.deps.publicUrl()}${startPath(id)}`,
      })),
      passwords: !offered.some(({ onlyWay }) => onlyWay),
    };
  }

  @Query(() => [IdentityProviderType], { description: 'The sign-in providers of the workspace. For ADMIN.' })
  async identityProviders(@Ctx() context: RequestContext): Promise<IdentityProviderType[]> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'readProviders', 'identityProviders');
    const records = await viewing.database.look((tx) => listProviders(tx, viewing.viewer.workspace.id));
    return records.map((record) => this.#shown(record));
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'The administrator who keeps a password while it is the only way in. Null when none is named.',
  })
  emergencyAdmin(@Ctx() context: RequestContext, @Root() provider: IdentityProviderType): Promise<PersonType | null> {
    return mentionedPerson(context, provider.emergencyPersonId);
  }

  @Mutation(() => IdentityProviderPayload, {
    description:
      'Sets a sign-in provider up, or changes it. For ADMIN. User errors: PROOF_NEEDED; INVALID for what `path` names; TAKEN when the workspace has this client of this provider already; NOT_NOW when it may not become the only way in yet, or the connection may not change while it is, or the server has no key to encrypt the secret with.',
  })
  async saveIdentityProvider(
    @Ctx() context: RequestContext,
    @InputArg(() => IdentityProviderInput) input: IdentityProviderInput,
  ): Promise<IdentityProviderPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'saveIdentityProvider', input.id ?? undefined);
    const unproven = await provenJustNow(viewing);
    if (unproven) return { userErrors: [unproven] };
    const id = input.id == null ? undefined : uuidIn(viewing, input.id);
    const emergencyPersonId =
      input.emergencyAdminId == null ? undefined : (uuidOf('Person', input.emergencyAdminId) ?? NOBODY);
    const outcome = await command(viewing, (act) =>
      saveProvider({ ...act, now: viewing.clock.real() }, this.deps.keyring, {
        ...input,
        roleMapping: input.roleMapping ?? null,
        id,
        clientSecret: input.clientSecret ?? undefined,
        emergencyPersonId,
      }),
    );
    if (!outcome.ok) return { userErrors: outcome.errors };
    const saved = await this.#find(viewing, outcome.value);
    return { provider: saved ? this.#shown(saved) : null, userErrors: [] };
  }

  @Mutation(() => TestIdentityProviderPayload, {
    description:
      'Asks a sign-in provider whether the connection works, without somebody signing in. For ADMIN. User errors: INVALID for an address that cannot be one, or without a secret to try.',
  })
  async testIdentityProvider(
    @Ctx() context: RequestContext,
    @InputArg(() => TestIdentityProviderInput) input: TestIdentityProviderInput,
  ): Promise<TestIdentityProviderPayload> {
    const viewing = signedIn(context);
    const { language } = viewing;
    await requireAction(viewing, 'testIdentityProvider', input.id ?? undefined);
    const refuse = (field: string, sentence: Parameters<typeof userError>[1]) => ({
      ok: false,
      checks: [],
      userErrors: [userError('INVALID', sentence, language, [field])],
    });
    const issuer = checkIssuer(input.issuer);
    if (!issuer.ok) return refuse('issuer', say(`providers.issuer.${issuer.problem}`));
    const saved = input.id == null ? undefined : await this.#find(viewing, uuidIn(viewing, input.id));
    if (input.id != null && !saved) throw notFound(viewing);
    // A saved secret goes to nobody but the provider that it was entered for.
    const isSame = saved?.issuer === issuer.issuer && saved.clientId === input.clientId.trim();
    const clientSecret =
      input.clientSecret ?? (isSame ? (await accessTo(this.deps.keyring, saved)).clientSecret : undefined);
    if (clientSecret === undefined) return refuse('clientSecret', say('providers.secretMissing'));
    const checks = await testProvider(this.deps.connections, this.deps.fetch, {
      issuer: issuer.issuer,
      clientId: input.clientId.trim(),
      clientSecret,
      redirectUri: redirectUri(this.deps, saved?.id ?? NOBODY),
    });
    return {
      ok: checks.every(({ ok }) => ok),
      checks: checks.map(({ key, ok, code }) => ({
        key,
        ok,
        code: code ?? null,
        message: (ok ? say(`providers.check.${key}.right`) : say(`providers.check.${key}.wrong`, { code: code ?? '' }))[
          language
        ],
      })),
      userErrors: [],
    };
  }

  @Mutation(() => ProviderWayPayload, {
    description:
      'Begins to link the viewer with their account at a provider, by which they can sign in from then on. For everybody. User errors: PROOF_NEEDED.',
  })
  async linkIdentity(
    @Ctx() context: RequestContext,
    @InputArg(() => UseProviderInput) input: UseProviderInput,
  ): Promise<ProviderWayPayload> {
    const viewing = signedIn(context);
    const unproven = await provenJustNow(viewing);
    if (unproven) return { userErrors: [unproven] };
    return this.#way(viewing, input, prepareLink);
  }

  @Mutation(() => ProviderWayPayload, {
    description: 'Begins to prove, at a provider, that it is the viewer: in place of a password. For everybody.',
  })
  async proveByProvider(
    @Ctx() context: RequestContext,
    @InputArg(() => UseProviderInput) input: UseProviderInput,
  ): Promise<ProviderWayPayload> {
    return this.#way(signedIn(context), input, prepareProof);
  }

  async #way(
    viewing: SignedInContext,
    { providerId, returnTo }: UseProviderInput,
    prepare: typeof prepareLink,
  ): Promise<ProviderWayPayload> {
    const provider = await this.#find(viewing, uuidIn(viewing, providerId), viewing.viewer.home.workspaceId);
    if (!provider?.enabled) throw notFound(viewing);
    const ticket = await prepare(viewing, provider, returnTo);
    return { url: `${this.deps.publicUrl()}${startPath(provider.id)}?ticket=${ticket}`, userErrors: [] };
  }

  async #find(
    { database, viewer }: SignedInContext,
    id: string,
    workspaceId = viewer.workspace.id,
  ): Promise<ProviderRecord | undefined> {
    const records = await database.look((tx) => listProviders(tx, workspaceId));
    return records.find((record) => record.id === id);
  }

  #shown(record: ProviderRecord): IdentityProviderType & { __typename: 'IdentityProvider' } {
    return shownProvider(this.deps, record);
  }
}

/** A uuid that names nothing. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

function uuidIn(context: SignedInContext, id: string): string {
  const uuid = uuidOf('IdentityProvider', id);
  if (uuid === undefined) throw notFound(context);
  return uuid;
}

/** Never with its secret. */
function shownProvider(
  deps: ProviderDeps,
  record: ProviderRecord,
): IdentityProviderType & { __typename: 'IdentityProvider' } {
  const { name, issuer, clientId, enabled, createsPeople, onlyWay, emailDomains, sameAsScim, roleMapping } = record;
  return {
    __typename: 'IdentityProvider',
    id: globalId('IdentityProvider', record.id),
    ...{ name, issuer, clientId, enabled, createsPeople, only: onlyWay, emailDomains, sameAsScim, roleMapping },
    redirectUri: redirectUri(deps, record.id),
    emergencyPersonId: record.emergencyPersonId,
  };
}

export const providerNodes = (deps: ProviderDeps): NodeSource[] => [
  {
    type: 'IdentityProvider',
    load: async ({ database, viewer }, uuid) => {
      if (!viewer.roles.has('ADMIN')) return null;
      const records = await database.look((tx) => listProviders(tx, viewer.workspace.id));
      const record = records.find(({ id }) => id === uuid);
      return record ? shownProvider(deps, record) : null;
    },
  },
];
