/** The part of a `next` message before its payload. The client chooses the id, so it is escaped here, once. */
export function frameHead(operationId: string): Buffer {
  return Buffer.from(`{"id":${JSON.stringify(operationId)},"type":"next","payload":`);
}

const CLOSE = '}'.charCodeAt(0);

/**
 * A `next` message of graphql-transport-ws around a payload that was serialised once for everybody: what graphql-ws
 * itself would write, for the price of copying bytes.
 */
export function spliceFrame(head: Buffer, payload: Buffer): Buffer {
  const frame = Buffer.allocUnsafe(head.length + payload.length + 1);
  head.copy(frame, 0);
  payload.copy(frame, head.length);
  frame[frame.length - 1] = CLOSE;
  return frame;
}
