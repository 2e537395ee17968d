import { AuditResolver, auditNodes } from './audit.resolver.js';
import type { NodeSource } from './graphql/node.js';
import { DepartmentResolver, PersonResolver, personNodes } from './person.resolver.js';
import { ViewerResolver, viewerNodes } from './viewer.resolver.js';

/** What a room adds to the API: instances of its resolver classes, and its types for `node(id)`. */
export interface ApiRoom {
  resolvers: object[];
  nodes: NodeSource[];
}

/** Signing in, people and departments, the audit trail. */
export function accessRoom(): ApiRoom {
  return {
    resolvers: [new ViewerResolver(), new PersonResolver(), new DepartmentResolver(), new AuditResolver()],
    nodes: [...viewerNodes, ...personNodes, ...auditNodes],
  };
}
