import type { Duplex } from 'node:stream';
import type { Language } from '@planwright/schema/text';
import type { RawData, WebSocket } from 'ws';
import type { ReaderClass, Scheduler } from '../../boards/index.js';
import { permissionClass } from '../../database/index.js';
import type { Viewer } from '../../people/index.js';
import { type FlowLimits, OutgoingFlow } from './outgoing-flow.js';
import { SocketPort } from './socket-port.js';

/** An operation that wants to know when its reader may see other things than before. */
export interface LiveOperation {
  readerChanged(): void;
}

/** One connection: who is at the other end, how fast they read, what they listen to. */
export class LiveSocket {
  readonly flow: OutgoingFlow;
  readonly operations = new Map<string, LiveOperation>();
  /** Absent until the connection is initialised. */
  viewer: Viewer | undefined;
  language: Language = 'zh-CN';

  constructor(
    readonly socket: WebSocket,
    stream: Duplex,
    scheduler: Scheduler,
    limits: FlowLimits,
  ) {
    this.flow = new OutgoingFlow(new SocketPort(socket, stream), scheduler, limits);
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** What executions that this reader shares are done as. */
  get reading(): ReaderClass {
    const { scope, workspace } = this.signedIn;
    const { key, scope: shared } = permissionClass(scope);
    // What is shown in a sandbox depends on its clock, and that is moved.
    const moment = workspace.kind === 'SANDBOX' ? `${key}\n${workspace.clockOffsetMs}` : key;
    return { key: moment, scope: shared, workspace, language: this.language };
  }

  get signedIn(): Viewer {
    if (!this.viewer) throw new Error('an operation before the connection was initialised');
    return this.viewer;
  }

  /** The same person may see more, less or other things from now on; what is shared with others hangs on the class alone. */
  changeViewer(viewer: Viewer): void {
    this.viewer = viewer;
    for (const operation of this.operations.values()) operation.readerChanged();
  }
}

/** The text of a message; ws hands over buffers. */
export function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return (Buffer.isBuffer(data) ? data : Buffer.from(data)).toString('utf8');
}
