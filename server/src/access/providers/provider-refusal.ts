/** Why somebody did not get in through a provider. The studio says it in words; the audit trail and the log keep the code. */
export const PROVIDER_REFUSALS = [
  /** No such way is under way in this browser: too late, used twice, or begun elsewhere. */
  'EXPIRED',
  /** The provider, or the person there, said no. */
  'DENIED',
  /** The provider does not answer. */
  'UNREACHABLE',
  /** What the provider answered does not hold. */
  'INVALID_ANSWER',
  /** Proven, and linked with nobody here. */
  'NOT_LINKED',
  /** They have left. */
  'LEFT',
  /** This identity is somebody else’s here. */
  'TAKEN',
  /** Not for people with these rights: they link it when they are signed in. */
  'NOT_FOR_ADMIN',
  /** Of another workspace, switched off, or no provider at all. */
  'NO_PROVIDER',
] as const;
export type ProviderRefusalCode = (typeof PROVIDER_REFUSALS)[number];

export class ProviderRefusal extends Error {
  constructor(
    readonly code: ProviderRefusalCode,
    /** What a library or the provider calls it. Never what was in the answer. */
    readonly detail?: string,
  ) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.name = 'ProviderRefusal';
  }
}
