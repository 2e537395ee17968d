import type { ApiRoom } from '../access/graphql/index.js';
import type { OrganisationDeps } from './organisation-act.js';
import { PersonActsResolver } from './people/person-acts.resolver.js';

/** What is done to people, departments, job roles and roles. */
export function organisationRoom(deps: OrganisationDeps): ApiRoom {
  return { resolvers: [new PersonActsResolver(deps)], nodes: [] };
}
