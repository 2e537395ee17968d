export { type DeputyRow, readDeputies, readStandingIn } from './deputies.js';
export {
  countPeople,
  countPeopleOfDepartments,
  findPeople,
  findPeopleOfDepartments,
  PERSON_STATUSES,
  type PeopleCursor,
  type PeopleFilter,
  type PersonStatus,
} from './find-people.js';
export { isEmail } from './is-email.js';
export { keyOfName } from './key-of-name.js';
export type { LeaverEnrolments } from './leaver-enrolments.js';
export { liveWorkspaces, theWorkspace } from './live-workspace.js';
export { type Match, matchPeople, type NamedPerson } from './match-people.js';
export { namePinyin } from './name-pinyin.js';
export type { DepartmentRow, PersonRow } from './people-row.js';
export type { OwnedField, PersonSource } from './person-source.js';
export { loadReach, REACH_COLUMNS, type Reach, type ReachRow, reachOf } from './reach.js';
export { countPeopleOfJobRoles, type JobRoleRow, readJobRoles } from './read-job-roles.js';
export {
  countMentees,
  type PersonCard,
  readDepartments,
  readPeople,
  readPersonCards,
  readRoles,
  readTeams,
} from './read-people.js';
export { readGrants, readIdentities } from './read-person-facts.js';
export type { ReportTargets } from './report-targets.js';
export { ROLES, type Role } from './role.js';
export type { Acting, Viewer, ViewerWorkspace } from './viewer.js';
