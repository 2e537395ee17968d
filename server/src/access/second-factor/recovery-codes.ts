import { createHash, randomInt } from 'node:crypto';

/** Digits and letters that nobody confuses on paper. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;
const COUNT = 10;

/** Ten codes of fifty bits; each stands in for the device once. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: COUNT }, () => {
    const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
  });

/** A code as it was printed, however it was typed. */
const plain = (code: string): string =>
  code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

export const hashRecoveryCode = (code: string): string =>
  createHash('sha256')
    .update(`recovery:${plain(code)}`)
    .digest('base64url');
