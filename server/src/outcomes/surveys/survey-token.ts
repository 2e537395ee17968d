import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Keyring } from '../../secrets/index.js';

/** What a link holds: 256 bits. Only its hash is ever stored. */
export const newSurveyToken = (): string => randomBytes(32).toString('base64url');

export const hashSurveyToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Digits and letters that nobody confuses on paper. */
const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;
const CODE = /^[0-9A-HJKMNP-TV-Z]{12}$/;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** What somebody has opened or typed: the token of a link as it is, a printed code however it was written. null = neither. */
export function readSurveyToken(given: string): string | null {
  if (TOKEN.test(given)) return given;
  if (given.length > 40) return null;
  const code = given.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return CODE.test(code) ? code : null;
}

/** As it is printed, in three groups. */
export const printedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

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

  /** 60 bits that can be typed from paper; the same for the same, like a token. */
  async code(what: readonly (string | number)[]): Promise<string> {
    const bytes = Buffer.from(await this.token(what), 'base64url');
    return [...bytes.subarray(0, CODE_LENGTH)].map((byte) => CODE_LETTERS[byte % 32]).join('');
  }
}
