import { base64, utf8 } from '@planwright/plugin-sdk';

/** A header line must not grow beyond 998 characters and should stay within 78; an encoded word has at most 75. */
const WORD_BYTES = 45;

/**
 * Text for a header (RFC 2047): ASCII as it is, anything else as encoded words that are cut between characters. Line breaks
 * become spaces, so no text can add a header of its own.
 */
export function headerText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must not get into a header
  const line = text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
  if (/^[\x20-\x7e]*$/.test(line) && line.length <= 900 && !line.includes('=?')) return line;
  const words: string[] = [];
  let word = '';
  let bytes = 0;
  for (const character of line) {
    const size = utf8(character).length;
    if (bytes + size > WORD_BYTES) {
      words.push(word);
      word = '';
      bytes = 0;
    }
    word += character;
    bytes += size;
  }
  if (word !== '') words.push(word);
  return words.map((part) => `=?UTF-8?B?${base64(utf8(part))}?=`).join('\r\n ');
}

/** `Name <address>`; the address was checked before. */
export function mailbox(name: string, address: string): string {
  const shown = headerText(name);
  if (shown === '') return `<${address}>`;
  const isWord = shown.startsWith('=?');
  return `${isWord ? shown : `"${shown.replace(/["\\]/g, '\\$&')}"`} <${address}>`;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An instant as RFC 5322 writes dates. */
export function mailDate(instant: string): string {
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${DAYS[date.getUTCDay()]}, ${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} ${time} +0000`;
}
