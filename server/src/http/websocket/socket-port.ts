import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { OutgoingPort } from './outgoing-flow.js';

/**
 * A socket of ws, and the stream below it for frames that are finished. Nothing is compressed, so ws writes each message at
 * once and whole: frames of ours may stand between its own, and what waits to leave waits in the stream.
 */
export class SocketPort implements OutgoingPort {
  constructor(
    private readonly socket: WebSocket,
    private readonly stream: Duplex,
  ) {}

  get bufferedAmount(): number {
    return this.stream.writableLength;
  }

  /** A socket that is closing takes nothing. */
  write(frame: Buffer, flushed?: () => void): void {
    if (this.socket.readyState === OPEN) this.stream.write(frame, flushed);
    else flushed?.();
  }

  send(text: string, flushed: () => void): void {
    if (this.socket.readyState === OPEN) this.socket.send(text, () => flushed());
    else flushed();
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }
}

const OPEN = 1;
