import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Keyring } from '../../plugins/secrets/keyring.js';

/** What a link holds: 256 bits. Only its hash is ever stored. */
export const newSurveyToken = (): string => randomBytes(32).toString('base64url');

export const hashSurveyToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Signs links, so that the same message holds the same link however often it is made. */
export class SurveyTokens {
  constructor(private readonly keyring: Pick<Keyring, 'keys'>) {}

  /** @param what everything that tells this link from others; a server without a key answers another token each time. */
  async token(what: readonly (string | number)[]): Promise<string> {
    const [key] = await this.keyring.keys();
    if (!key) return newSurveyToken();
    const own = Buffer.from(hkdfSync('sha256', key.bytes, '', 'planwright survey links', 32));
    return createHmac('sha256', own).update(JSON.stringify(what)).digest('base64url');
  }
}
