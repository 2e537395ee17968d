/** What a person is in a workspace. A person may be several. */
export const ROLES = ['ADMIN', 'HR', 'DESIGNER', 'MENTOR', 'TEAM_LEAD', 'LEARNER', 'SERVICE'] as const;
export type Role = (typeof ROLES)[number];
