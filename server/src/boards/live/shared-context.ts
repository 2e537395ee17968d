import type { RequestContext, Transport } from '../../access/graphql/index.js';
import { type Clock, workspaceNow } from '../../clock/index.js';
import type { Database } from '../../database/index.js';
import type { Viewer } from '../../people/index.js';
import type { ReaderClass } from './board-group.js';
import { ViewerNeeded } from './shared-execution.js';

/** What every context is made from. */
export interface ContextBasis {
  database: Database;
  clock: Clock;
  log: RequestContext['log'];
}

/**
 * The context of an execution that several readers share. It knows what their class may reach, in which workspace and
 * language, and nobody: whatever reads who asks throws `ViewerNeeded`, so no answer can depend on it by mistake.
 */
export function sharedContext(basis: ContextBasis, reading: ReaderClass): RequestContext {
  const requestId = crypto.randomUUID();
  return {
    ...basis,
    viewer: new ClassViewer(reading),
    sessionEnded: false,
    now: workspaceNow(basis.clock, reading.workspace.clockOffsetMs),
    language: reading.language,
    requestId,
    log: basis.log,
    get transport(): Transport {
      throw new ViewerNeeded();
    },
    loaders: new Map(),
  };
}

/** A viewer that has a reach but is no person. One is made for every frame, so its getters stand on the class. */
class ClassViewer implements Viewer {
  readonly scope: Viewer['scope'];
  readonly workspace: Viewer['workspace'];

  constructor({ scope, workspace }: ReaderClass) {
    this.scope = scope;
    this.workspace = workspace;
  }

  get personId(): never {
    throw new ViewerNeeded();
  }

  get name(): never {
    throw new ViewerNeeded();
  }

  get locale(): never {
    throw new ViewerNeeded();
  }

  get timeZone(): never {
    throw new ViewerNeeded();
  }

  get accountId(): never {
    throw new ViewerNeeded();
  }

  get sessionId(): never {
    throw new ViewerNeeded();
  }

  get sessionExpiresAt(): never {
    throw new ViewerNeeded();
  }

  get home(): never {
    throw new ViewerNeeded();
  }

  get demo(): never {
    throw new ViewerNeeded();
  }

  get roles(): never {
    throw new ViewerNeeded();
  }
}
