import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { Fault } from './fault.js';
import type { CallSecrets } from './secrets.js';

export async function hmac(
  secrets: CallSecrets,
  ask: { algorithm: 'sha1' | 'sha256'; key: string; data: Buffer; keySuffix: string },
): Promise<string> {
  const key = Buffer.concat([await secrets.bytes(ask.key), Buffer.from(ask.keySuffix)]);
  return createHmac(ask.algorithm, key).update(ask.data).digest('base64');
}

/** A key as bytes, or as the base64 of them that providers show (43 characters without padding, DingTalk and WeCom). */
function aesKey(secret: Uint8Array): Buffer {
  if ([16, 24, 32].includes(secret.byteLength)) return Buffer.from(secret);
  const text = Buffer.from(secret).toString('latin1');
  const decoded = /^[A-Za-z0-9+/_-]+=*$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  if ([16, 24, 32].includes(decoded.length)) return decoded;
  throw new Fault('refused', 'The secret is no AES key of 128, 192 or 256 bits.');
}

/** PKCS#7. Reading allows blocks of 32 bytes too, which DingTalk and WeCom pad to. */
export async function aesCbc(
  secrets: CallSecrets,
  ask: { operation: 'encrypt' | 'decrypt'; key: string; iv: Buffer; data: Buffer },
): Promise<string> {
  const key = aesKey(await secrets.bytes(ask.key));
  const algorithm = `aes-${key.length * 8}-cbc`;
  if (ask.iv.length !== 16) throw new Fault('refused', 'An initialisation vector has 16 bytes.');
  if (ask.operation === 'encrypt') {
    const cipher = createCipheriv(algorithm, key, ask.iv);
    return Buffer.concat([cipher.update(ask.data), cipher.final()]).toString('base64');
  }
  if (ask.data.length === 0 || ask.data.length % 16 !== 0) throw new Fault('refused', 'The data is no AES-CBC text.');
  const decipher = createDecipheriv(algorithm, key, ask.iv).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(ask.data), decipher.final()]);
  const pad = padded[padded.length - 1] ?? 0;
  if (pad < 1 || pad > 32 || !padded.subarray(-pad).every((byte) => byte === pad))
    throw new Fault('refused', 'The data was not encrypted with this key.');
  return padded.subarray(0, padded.length - pad).toString('base64');
}
