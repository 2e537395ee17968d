import { createHash } from 'node:crypto';

/** Namespace of what is imported; any fixed UUID, never to be changed: by it a second import knows what the first made. */
const NAMESPACE = Buffer.from('c2f0a4d86b3e4f1c9d7a5e8b1f604d92', 'hex');

/** UUID v5 (RFC 9562) of something that the files name by keys of their own: the same in every import. */
export function historyId(...parts: string[]): string {
  const hash = createHash('sha1').update(NAMESPACE).update(JSON.stringify(parts)).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
