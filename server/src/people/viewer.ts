import type { Language } from '@planwright/schema/text';
import type { Instant, Zone } from '@planwright/schema/time';
import type { Scope } from '../database/index.js';
import type { Role } from './role.js';

export interface ViewerWorkspace {
  id: string;
  name: string;
  kind: 'LIVE' | 'SANDBOX';
  clockOffsetMs: number;
  timeZone: Zone;
  locale: Language;
  demo: boolean;
}

/** Whose rights count for an act, also where nobody is signed in any more: work that somebody has asked for goes on by them. */
export type Acting = Pick<Viewer, 'personId' | 'roles' | 'scope'>;

/** Somebody who is signed in: who, where, as what, and what they may reach. */
export interface Viewer {
  personId: string;
  name: string;
  locale: Language;
  timeZone: Zone;
  accountId: string;
  sessionId: string;
  sessionExpiresAt: Instant;
  /** The person the account stands for, wherever the session works now: a sandbox holds their copy. */
  home: { workspaceId: string; personId: string };
  /** The account is one of the demo's. */
  demo: boolean;
  workspace: ViewerWorkspace;
  roles: ReadonlySet<Role>;
  scope: Scope;
}
