import { createHmac, hkdfSync } from 'node:crypto';
import { newLinkToken } from '../../access/index.js';
import type { Keyring } from '../../secrets/index.js';

/**
 * The token of the link in a message: derived from the message, so that it says the same however often it is sent, and so that nothing but
 * a hash of it is ever stored. A server without a key makes another one each time; the last is then the one that opens.
 */
export async function letterToken(
  keyring: Pick<Keyring, 'keys'>,
  linkId: string,
  deliveryKey: string,
): Promise<string> {
  const [key] = await keyring.keys();
  if (!key) return newLinkToken();
  const own = Buffer.from(hkdfSync('sha256', key.bytes, '', 'planwright account links', 32));
  return createHmac('sha256', own)
    .update(JSON.stringify([linkId, deliveryKey]))
    .digest('base64url');
}
