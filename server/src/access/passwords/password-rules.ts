import { EVERYDAY } from './common-passwords.js';

/** Whose password it is: what others know about them is no secret. */
export interface PasswordOwner {
  name: string;
  email: string;
  company: string;
  /** How names are said in Latin letters: the pinyin of Chinese ones. */
  spoken: readonly string[];
}

export type PasswordFault = 'SHORT' | 'LONG' | 'COMMON' | 'PERSONAL' | 'REPEATS';

/** NIST SP 800-63B-4: 15 characters where the password is all there is, 8 beside a second factor; no rule about their kinds, no expiry. */
export const fewestCharacters = (hasSecondFactor: boolean): number => (hasSecondFactor ? 8 : 15);
export const MOST_CHARACTERS = 256;

/** What is left of a password without that which anybody would try. Beside a second factor less is enough. */
const fewestOwn = (hasSecondFactor: boolean): number => (hasSecondFactor ? 3 : 6);
const FEWEST_DIFFERENT = 5;

/** A password in the one form in which it is kept and compared, however a keyboard has put its characters together. */
export const normalPassword = (password: string): string => password.normalize('NFKC');

/** Why this is not accepted as a password; undefined = it is. `listed`: what is tried first by whoever tries. */
export function passwordFault(
  given: string,
  owner: PasswordOwner,
  hasSecondFactor: boolean,
  listed: ReadonlySet<string>,
): PasswordFault | undefined {
  const characters = [...normalPassword(given)];
  if (characters.length < fewestCharacters(hasSecondFactor)) return 'SHORT';
  if (characters.length > MOST_CHARACTERS) return 'LONG';
  const text = characters.join('').toLowerCase();
  if (listed.has(text) || listed.has(withoutEdges(text))) return 'COMMON';
  const part = repeatedPart(text);
  if (new Set(text).size < FEWEST_DIFFERENT || (part !== undefined && part.length < fewestCharacters(true)))
    return 'REPEATS';
  if (part !== undefined && listed.has(part)) return 'COMMON';

  const least = fewestOwn(hasSecondFactor);
  const strange = without(text, personalWords(owner));
  if (own(strange) < least) return 'PERSONAL';
  const uncommon = without(strange, EVERYDAY);
  if (own(uncommon) < least) return 'COMMON';
  if (own(withoutRuns(uncommon)) < least) return strange === text ? 'REPEATS' : 'PERSONAL';
  return undefined;
}

/** Without the digits and signs before and behind a word. */
const withoutEdges = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** What a text is a repetition of, at least twice and perhaps with a beginning of a third time. */
function repeatedPart(text: string): string | undefined {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const part = text.slice(0, length);
    if (part.repeat(Math.ceil(text.length / length)).startsWith(text)) return part;
  }
  return undefined;
}

/** Names in all the ways in which one writes them: whole and in parts, from three Latin letters or two characters on. */
function personalWords({ name, email, company, spoken }: PasswordOwner): string[] {
  const [local = '', domain = ''] = email.split('@');
  const parts = [name, company, local, domain, ...spoken].flatMap((text) => {
    const lower = text.normalize('NFKC').toLowerCase();
    return [lower, lower.replace(/[\s._-]+/g, ''), ...lower.split(/[\s._@-]+/)];
  });
  const isWord = (part: string) => part.length >= (/\p{Script=Han}/u.test(part) ? 2 : 3);
  return [...new Set(parts)].filter(isWord).sort((a, b) => b.length - a.length);
}

const without = (text: string, words: readonly string[]): string =>
  words.reduce((left, word) => left.replaceAll(word, ' '), text);

/** Years, dates and mobile numbers. */
const NUMBERS = /1[3-9]\d{9}|(?:19|20)\d{2}(?:\d{4})?/g;
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', 'qazwsxedcrfvtgb', '1qaz2wsx3edc4rfv'];
const SHORTEST_RUN = 4;

/** Without what goes on by itself: 1234, dcba, aaaa, a row of the keyboard, a date. */
function withoutRuns(text: string): string {
  const characters = [...text.replace(NUMBERS, ' ')];
  const isStep = (from: string, to: string) => {
    const step = (to.codePointAt(0) ?? 0) - (from.codePointAt(0) ?? 0);
    return Math.abs(step) <= 1 || ROWS.some((row) => row.includes(from + to) || row.includes(to + from));
  };
  let left = '';
  for (let start = 0; start < characters.length; ) {
    let end = start + 1;
    while (end < characters.length && isStep(characters[end - 1] ?? '', characters[end] ?? '')) end += 1;
    left += end - start < SHORTEST_RUN ? characters.slice(start, end).join('') : ' ';
    start = end;
  }
  return left;
}

/** Letters and digits; what stands between them can be guessed. */
const own = (text: string): number => [...text.matchAll(/[\p{L}\p{N}]/gu)].length;
