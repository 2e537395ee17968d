import type { AccessPorts } from './access-ports.js';
import { AccountResolver } from './accounts/account.resolver.js';
import { InvitationResolver, PersonAccountResolver } from './accounts/invitation.resolver.js';
import { AuditResolver, auditNodes } from './audit.resolver.js';
import type { ApiRoom } from './graphql/api-room.js';
import { DepartmentResolver, PersonResolver, personNodes } from './person.resolver.js';
import { PersonHistoryResolver } from './person-history.resolver.js';
import { SecondFactorResolver } from './second-factor/second-factor.resolver.js';
import { SessionResolver } from './sessions/session.resolver.js';
import { ViewerResolver, viewerNodes } from './viewer.resolver.js';

/** Signing in, people and departments, the audit trail. */
export function accessRoom(ports: AccessPorts): ApiRoom {
  return {
    resolvers: [
      new ViewerResolver(ports),
      new AccountResolver(ports),
      new InvitationResolver(ports),
      new PersonAccountResolver(),
      new SessionResolver(),
      new SecondFactorResolver(ports),
      new PersonResolver(),
      new DepartmentResolver(),
      new PersonHistoryResolver(),
      new AuditResolver(),
    ],
    nodes: [...viewerNodes, ...personNodes, ...auditNodes],
  };
}
export { accountsFollow } from './accounts/follow-people.js';
export { refuseDemoAccounts } from './demo-accounts.js';
export { accountSecrets } from './second-factor/sealed-secret.js';
