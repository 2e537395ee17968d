import type { GraphQLError } from 'graphql';
import type { LiveReader } from '../../boards/index.js';
import type { OutgoingFlow } from './outgoing-flow.js';
import { FrameSplicer, frameHead } from './splice-frame.js';

/** Frames are written one after the other, so all streams of this process share one. */
const frames = new FrameSplicer();

/**
 * One operation of one socket, to which the hub hands payloads. Thousands get each payload in turn, so most of what one
 * costs beside the write is the memory that has to be fetched for it: everything stands here, a step from its socket.
 */
export class FrameReader implements LiveReader {
  readonly #head: Buffer;
  readonly #flow: OutgoingFlow;
  readonly #drained: () => void;
  readonly #ended: (error?: GraphQLError) => void;

  constructor(operationId: string, flow: OutgoingFlow, drained: () => void, ended: (error?: GraphQLError) => void) {
    this.#head = frameHead(operationId);
    this.#flow = flow;
    this.#drained = drained;
    this.#ended = ended;
  }

  deliver(payload: Buffer): boolean {
    const delivery = this.#flow.deliver(frames.splice(this.#head, payload), this.#drained);
    // What the socket could not pass on at once, it still reads from the frame.
    if (delivery === 'waits') frames.keep();
    return delivery !== 'refused';
  }

  end(error?: GraphQLError): void {
    this.#ended(error);
  }
}
