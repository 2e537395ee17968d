import type { AccessPorts } from './access-ports.js';
import { AccountResolver } from './accounts/account.resolver.js';
import { InvitationResolver, PersonAccountResolver } from './accounts/invitation.resolver.js';
import { AuditResolver, auditNodes } from './audit.resolver.js';
import type { ApiRoom } from './graphql/api-room.js';
import { DepartmentResolver, PersonResolver, personNodes } from './person.resolver.js';
import { PersonHistoryResolver } from './person-history.resolver.js';
import { IdentityProviderResolver, type ProviderDeps, providerNodes } from './providers/provider.resolver.js';
import { SecondFactorResolver } from './second-factor/second-factor.resolver.js';
import { SessionResolver } from './sessions/session.resolver.js';
import { ViewerResolver, viewerNodes } from './viewer.resolver.js';

/** Signing in, people and departments, the audit trail. */
export function accessRoom(ports: AccessPorts, providers: ProviderDeps): ApiRoom {
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
      new IdentityProviderResolver(providers),
    ],
    nodes: [...viewerNodes, ...personNodes, ...auditNodes, ...providerNodes(providers)],
  };
}
export { accountsFollow } from './accounts/follow-people.js';
export { refuseDemoAccounts } from './demo-accounts.js';
export { allowPasswords } from './providers/password-allowed.js';
export { ProviderConnections } from './providers/provider-connections.js';
export { sealedClientSecrets } from './providers/provider-records.js';
export { sealedIdTokens } from './providers/provider-session.js';
export { providerPaths } from './providers/serve-sign-in.js';
export { accountSecrets } from './second-factor/sealed-secret.js';
