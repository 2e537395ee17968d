import { createHash } from 'node:crypto';

/** Namespace of submission ids; any fixed UUID, never to be changed. */
const NAMESPACE = Buffer.from('5b1f4c0e8d0a4d53a1d3f2a7c5e19b60', 'hex');

/** UUID v5 (RFC 9562) of an attempt: the same in every rebuild, so that links to a submission stay good. */
export function submissionId(
  enrolmentId: string,
  itemKey: string,
  stepKey: string | undefined,
  attempt: number,
): string {
  const name = `${enrolmentId}/${itemKey}/${stepKey ?? ''}/${attempt}`;
  const hash = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
