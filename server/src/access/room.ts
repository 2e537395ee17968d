import { AuditResolver, auditNodes } from './audit.resolver.js';
import type { ApiRoom } from './graphql/api-room.js';
import { DepartmentResolver, PersonResolver, personNodes } from './person.resolver.js';
import { PersonHistoryResolver } from './person-history.resolver.js';
import { ViewerResolver, viewerNodes } from './viewer.resolver.js';

/** Signing in, people and departments, the audit trail. */
export function accessRoom(): ApiRoom {
  return {
    resolvers: [
      new ViewerResolver(),
      new PersonResolver(),
      new DepartmentResolver(),
      new PersonHistoryResolver(),
      new AuditResolver(),
    ],
    nodes: [...viewerNodes, ...personNodes, ...auditNodes],
  };
}
export { refuseDemoAccounts } from './demo-accounts.js';
