/** What a person is in a workspace. A person may be several. */
export const ROLES = ['ADMIN', 'HR', 'DESIGNER', 'MENTOR', 'TEAM_LEAD', 'LEARNER', 'SERVICE'] as const;
export type Role = (typeof ROLES)[number];

/** Who gave a role: somebody by hand, the groups of a SCIM client, or a claim of a sign-in provider. Each takes back only its own. */
export type GrantSource = 'HAND' | 'SCIM' | `OIDC:${string}`;
