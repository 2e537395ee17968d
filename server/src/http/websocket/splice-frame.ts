/** The part of a `next` message before its payload. The client chooses the id, so it is escaped here, once. */
export function frameHead(operationId: string): Buffer {
  return Buffer.from(`{"id":${JSON.stringify(operationId)},"type":"next","payload":`);
}

const CLOSE = '}'.charCodeAt(0);
/** A whole text message in one frame. What a server sends is never masked, and nothing here is compressed. */
const FINAL_TEXT = 0x81;
const LENGTH_IN_16_BITS = 126;
const LENGTH_IN_64_BITS = 127;

/** Larger frames are snapshots: rare, and not worth memory that stays. */
const KEPT_BYTES = 64 * 1024;
const LONGEST_START = 10;

/**
 * `next` messages of graphql-transport-ws around a payload that was serialised once for everybody, as WebSocket frames
 * ready for the wire (RFC 6455, section 5.2): what graphql-ws and ws would write. Consecutive readers of one payload differ
 * in their ids alone, so only these bytes are written again: a buffer for each of thousands of readers would make the
 * collector run every few frames.
 */
export class FrameSplicer {
  #memory = Buffer.alloc(0);
  #last: { payload: Buffer; headLength: number; start: number; frame: Buffer } | undefined;

  /** A frame that is good until the next call. Whoever keeps it longer, because the socket did not take it at once, says so by `keep`. */
  splice(head: Buffer, payload: Buffer): Buffer {
    const last = this.#last;
    if (last?.payload === payload && last.headLength === head.length) {
      last.frame.set(head, last.start);
      return last.frame;
    }
    const length = head.length + payload.length + 1;
    const start = length < LENGTH_IN_16_BITS ? 2 : length <= 0xffff ? 4 : LONGEST_START;
    const frame = this.#room(start + length);
    writeStart(frame, start, length);
    frame.set(head, start);
    frame.set(payload, start + head.length);
    frame[frame.length - 1] = CLOSE;
    this.#last = { payload, headLength: head.length, start, frame };
    return frame;
  }

  /** The last frame is still being written: the next one gets memory of its own. */
  keep(): void {
    this.#last = undefined;
    this.#memory = Buffer.alloc(0);
  }

  #room(size: number): Buffer {
    // Not from the shared pool: the memory of a frame must be nobody else's.
    if (size > KEPT_BYTES) return Buffer.allocUnsafeSlow(size);
    if (this.#memory.length < size) this.#memory = Buffer.allocUnsafeSlow(Math.min(KEPT_BYTES, 2 * size));
    return this.#memory.subarray(0, size);
  }
}

function writeStart(frame: Buffer, start: number, length: number): void {
  frame[0] = FINAL_TEXT;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = LENGTH_IN_16_BITS;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = LENGTH_IN_64_BITS;
    frame.writeUInt32BE(0, 2);
    frame.writeUInt32BE(length, 6);
  }
}
