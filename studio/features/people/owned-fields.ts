import type { PersonDetailsFragment } from '@/gql/graphql';

export type Identity = NonNullable<PersonDetailsFragment['identities']>[number];

/** Who keeps a field of a person, so that it is read here and changed there; undefined = it is changed here. */
export function ownerOf(identities: readonly Identity[] | null | undefined, field: string): string | undefined {
  return identities?.find(({ owns }) => owns.includes(field))?.source;
}

const KINDS = ['FILE', 'SCIM', 'HISTORY', 'OIDC', 'INTEGRATION'] as const;
export type SourceKind = (typeof KINDS)[number];

/** `OIDC:<id>` is a kind of source with the id of the one it is; a kind that we do not know is an integration. */
export const kindOfSource = (source: string): SourceKind =>
  KINDS.find((kind) => kind === source.split(':')[0]) ?? 'INTEGRATION';
