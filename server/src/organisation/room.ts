import type { ApiRoom } from '../access/graphql/index.js';
import { DepartmentActsResolver } from './departments/department.resolver.js';
import { DeputyResolver } from './deputies/deputy.resolver.js';
import { JobRoleResolver, jobRoleNodes, PersonJobResolver } from './job-roles/job-role.resolver.js';
import { HandOverResolver, handOverNodes, LeavingResolver } from './leaving/leaving.resolver.js';
import type { OrganisationDeps } from './organisation-act.js';
import { PersonActsResolver } from './people/person-acts.resolver.js';
import { PersonFactsResolver, RoleGrantResolver } from './people/person-facts.resolver.js';
import { RoleResolver } from './roles/role.resolver.js';

export { fillNamePinyin } from './people/fill-name-pinyin.js';

/** What is done to people, departments, job roles and roles. */
export function organisationRoom(deps: OrganisationDeps): ApiRoom {
  return {
    resolvers: [
      new PersonActsResolver(deps),
      new PersonFactsResolver(),
      new RoleGrantResolver(),
      new DepartmentActsResolver(),
      new JobRoleResolver(),
      new PersonJobResolver(),
      new RoleResolver(deps),
      new LeavingResolver(deps),
      new HandOverResolver(),
      new DeputyResolver(deps),
    ],
    nodes: [jobRoleNodes, handOverNodes],
  };
}
export { deputyPeriods } from './deputies/carry-over-periods.js';
