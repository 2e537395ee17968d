import type { ApiRoom } from '../access/graphql/index.js';
import { DepartmentActsResolver } from './departments/department.resolver.js';
import { DeputyResolver } from './deputies/deputy.resolver.js';
import { JobRoleResolver, jobRoleNodes, PersonJobResolver } from './job-roles/job-role.resolver.js';
import { HandOverResolver, handOverNodes, LeavingResolver } from './leaving/leaving.resolver.js';
import type { OrganisationDeps } from './organisation-act.js';
import { PersonActsResolver } from './people/person-acts.resolver.js';
import { PersonFactsResolver, RoleGrantResolver } from './people/person-facts.resolver.js';
import { PeopleImportResolver, peopleImportNodes } from './people-file/people-import.resolver.js';
import type { PeopleImports } from './people-file/people-imports.js';
import { RoleResolver } from './roles/role.resolver.js';
import { SettingsResolver } from './settings/settings.resolver.js';

export { fillNamePinyin } from './people/fill-name-pinyin.js';

/** What is done to people, departments, job roles and roles. */
export function organisationRoom(deps: OrganisationDeps & { peopleImports: PeopleImports }): ApiRoom {
  return {
    resolvers: [
      new PersonActsResolver(deps),
      new PersonFactsResolver(),
      new RoleGrantResolver(),
      new DepartmentActsResolver(deps),
      new JobRoleResolver(),
      new PersonJobResolver(),
      new RoleResolver(deps),
      new LeavingResolver(deps),
      new HandOverResolver(),
      new DeputyResolver(deps),
      new PeopleImportResolver(deps.peopleImports),
      new SettingsResolver(deps),
    ],
    nodes: [jobRoleNodes, handOverNodes, ...peopleImportNodes],
  };
}
export { deputyPeriods } from './deputies/carry-over-periods.js';
export { PeopleImports } from './people-file/people-imports.js';
export { PEOPLE_FILES_PATH, servePeopleFile } from './people-file/serve-people-file.js';
