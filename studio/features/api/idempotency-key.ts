/**
 * A new key for one act of a person. Made once and kept with the act, so that sending it again records it once.
 * Not `crypto.randomUUID`, which browsers offer only over https.
 */
export function newIdempotencyKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
