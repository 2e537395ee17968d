// Read by the decorators of every GraphQL type while it loads, so it comes first.
import 'reflect-metadata';

export { bindToken } from './accounts/access-links.js';
export {
  type AccountLetter,
  readLetters,
  takeLetters,
} from './accounts/account-letters.js';
export { linkPage, linkPath, newLinkToken } from './accounts/link-token.js';
export {
  type EnrolmentParties,
  may,
  mayActOn,
  personParties,
  refuse,
  relationsTo,
  requireAction,
  requireAll,
  requireEach,
} from './actions.js';
export { recordAudit, recordAudits } from './audit.js';
export { type OpenWorkspace, openWorkspaces } from './enter-workspace.js';
export { hasOtherAdmin } from './last-admin.js';
export type { MutationName, Relation } from './mutation-rules.js';
export { type Act, audited, command, done, NotAllowed, type Outcome, refused } from './outcome.js';
export { mayManageAccount } from './outranks.js';
export { hashPassword } from './password.js';
export { DepartmentType, PersonType, RoleEnum } from './person.type.js';
export { mentionedPerson, visibleDepartment, visiblePerson } from './person-loaders.js';
export type { ProviderDirectory } from './providers/provider-directory.js';
export { IDLE_MS, loadViewer, REACH_CHANGED, SESSION_REVOKED } from './session.js';
export { WorkspacePayload, WorkspaceType } from './viewer.type.js';
export type { VisitedPath } from './visit.js';
