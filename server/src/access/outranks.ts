import type { Acting, Role } from '../people/index.js';

/** Roles that reach one's own learners, team or plan: who looks after the people looks after their accounts, too. */
const ORDINARY: ReadonlySet<Role> = new Set<Role>(['MENTOR', 'TEAM_LEAD', 'LEARNER']);

/**
 * Whether the viewer may invite, re-address, reset or deactivate somebody with these roles. Whoever gets hold of an account has its rights, so
 * somebody who may not give a role has no hand in the account of who holds it. Which people they reach at all is asked besides.
 */
export const mayManageAccount = (viewer: Acting, rolesOfTheOther: Iterable<Role>): boolean =>
  viewer.roles.has('ADMIN') || [...rolesOfTheOther].every((role) => ORDINARY.has(role));
