import type { PickedPerson } from '@/features/pickers/person-picker';
import type { IdentityProviderInput, IdentityProvidersQuery } from '@/gql/graphql';
import { type MappingDraft, mappingDraft, mappingOf } from './role-mapping';

export type Provider = IdentityProvidersQuery['identityProviders'][number];

/** A provider as it stands in its form. */
export interface ProviderDraft {
  id: string | undefined;
  name: string;
  issuer: string;
  clientId: string;
  /** '' = the saved one. It is never read back. */
  clientSecret: string;
  enabled: boolean;
  createsPeople: boolean;
  only: boolean;
  /** As typed, one after another. */
  domains: string;
  sameAsScim: boolean;
  mapping: MappingDraft;
  emergencyAdmin: PickedPerson | undefined;
}

export const providerDraft = (provider: Provider | undefined): ProviderDraft => ({
  id: provider?.id,
  name: provider?.name ?? '',
  issuer: provider?.issuer ?? '',
  clientId: provider?.clientId ?? '',
  clientSecret: '',
  enabled: provider?.enabled ?? false,
  createsPeople: provider?.createsPeople ?? false,
  only: provider?.only ?? false,
  domains: provider?.emailDomains.join(', ') ?? '',
  sameAsScim: provider?.sameAsScim ?? false,
  mapping: mappingDraft(provider?.roleMapping),
  emergencyAdmin: provider?.emergencyAdmin ?? undefined,
});

export const isComplete = ({ id, name, issuer, clientId, clientSecret }: ProviderDraft): boolean =>
  [name, issuer, clientId, ...(id === undefined ? [clientSecret] : [])].every((text) => text.trim() !== '');

export const connectionOf = ({ id, issuer, clientId, clientSecret }: ProviderDraft) => ({
  ...(id === undefined ? {} : { id }),
  issuer: issuer.trim(),
  clientId: clientId.trim(),
  ...(clientSecret.trim() === '' ? {} : { clientSecret: clientSecret.trim() }),
});

export const inputOf = (draft: ProviderDraft): IdentityProviderInput => ({
  ...connectionOf(draft),
  name: draft.name.trim(),
  enabled: draft.enabled,
  createsPeople: draft.createsPeople,
  only: draft.only,
  emailDomains: draft.domains.split(/[\s,;，、；]+/).filter((domain) => domain !== ''),
  sameAsScim: draft.sameAsScim,
  roleMapping: mappingOf(draft.mapping),
  emergencyAdminId: draft.emergencyAdmin?.id ?? null,
});
