import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keys } from './keyring.js';

export interface Sealed {
  keyId: string;
  /** 12 bytes of nonce, 16 of tag, then the ciphertext of AES-256-GCM. */
  sealed: Buffer;
}

/** There is no key, or not the one that sealed. */
export class NoKey extends Error {
  constructor(readonly keyId: string | undefined) {
    super(keyId === undefined ? 'no key to seal secrets with' : `the key ${keyId} is not known`);
  }
}

/** Seals with the first key. `place` (which row it belongs to) is bound in: a ciphertext moved elsewhere does not open. */
export function seal(keys: Keys, place: string, secret: Uint8Array): Sealed {
  const [key] = keys;
  if (!key) throw new NoKey(undefined);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return { keyId: key.id, sealed: Buffer.concat([nonce, cipher.getAuthTag(), text]) };
}

/** Throws `NoKey` when the key is gone, and another error when the bytes were changed or moved. */
export function unseal(keys: Keys, place: string, { keyId, sealed }: Sealed): Buffer {
  const key = keys.find(({ id }) => id === keyId);
  if (!key) throw new NoKey(keyId);
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, sealed.subarray(0, 12)).setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
