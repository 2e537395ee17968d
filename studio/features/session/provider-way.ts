import { returnAddress } from './home';

/** Why a provider let nobody in, as the server calls it in `?problem=` on the way back to the sign-in page. */
const PROBLEMS = [
  'EXPIRED',
  'DENIED',
  'UNREACHABLE',
  'INVALID_ANSWER',
  'NOT_LINKED',
  'LEFT',
  'TAKEN',
  'NOT_FOR_ADMIN',
  'NO_PROVIDER',
] as const;
export type ProviderProblem = (typeof PROBLEMS)[number];

/** What the address says; undefined when it says nothing that we know. */
export const providerProblem = (given: unknown): ProviderProblem | undefined =>
  PROBLEMS.find((problem) => problem === given);

/** Where a button of a provider leads; afterwards to the page that somebody wanted, when it is one of the studio. */
export function wayThrough(url: string, returnTo: string | undefined): string {
  const page = returnAddress(returnTo);
  if (page === undefined) return url;
  const address = new URL(url);
  address.searchParams.set('return_to', page);
  return address.href;
}
