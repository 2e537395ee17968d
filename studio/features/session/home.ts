import type { Role } from '@/gql/graphql';

/** Where a person starts: the work most likely to wait for them, by role. The first that fits wins. */
const HOMES: readonly { role: Role; path: string }[] = [
  { role: 'ADMIN', path: '/cohorts' },
  { role: 'HR', path: '/cohorts' },
  { role: 'DESIGNER', path: '/plans' },
  { role: 'MENTOR', path: '/reviews' },
  { role: 'LEARNER', path: '/my-plan' },
  { role: 'TEAM_LEAD', path: '/people' },
];

export function homeOf(roles: readonly Role[]): string {
  return HOMES.find(({ role }) => roles.includes(role))?.path ?? '/my-plan';
}

/** A return address from the query string, kept only when it leads back into the studio. */
export function returnAddress(value: string | null | undefined): string | undefined {
  if (!value?.startsWith('/') || value.startsWith('//') || value.includes('\\')) return undefined;
  return value.startsWith('/sign-in') ? undefined : value;
}
