import type { ContributionKind } from '@/gql/graphql';

const REACHES_OUT: readonly ContributionKind[] = ['CHANNEL', 'CONNECTOR', 'INBOUND'];

/** Rules and scorers only calculate; the others need an address and secrets, which an integration holds. */
export const needsIntegration = (plugin: { contributes: readonly { kind: ContributionKind }[] }): boolean =>
  plugin.contributes.some(({ kind }) => REACHES_OUT.includes(kind));
