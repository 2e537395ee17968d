import { pinyin } from 'pinyin-pro';

/** `lü` is written in three ways, and people type all of them. */
const UMLAUTS = ['v', 'u', 'yu'];

/** Of a name so much is read: the words grow with its square, and no name is longer. */
const MOST_CHARACTERS = 200;
const MOST_PARTS = 24;

/**
 * What a name is found by besides itself, with a space before and after each word: for 单雄信 ` shanxiongxin xiongxin xin sxx xx x `. What is typed
 * is looked for at the beginning of a word, so the surname, the given name, each syllable and the initials are found. Surnames are
 * read as surnames; of given names the usual reading is taken.
 */
export function namePinyin(name: string): string {
  const parts = pinyin(name.slice(0, MOST_CHARACTERS).normalize('NFKC'), {
    toneType: 'none',
    surname: 'head',
    v: true,
    type: 'array',
    nonZh: 'consecutive',
  })
    .flatMap((part) => searchKey(part).split(' '))
    .filter((part) => part !== '')
    .slice(0, MOST_PARTS);
  const words = new Set<string>();
  for (const umlaut of parts.some((part) => part.includes('v')) ? UMLAUTS : ['v']) {
    const spelt = parts.map((part) => part.replace(/^([ln])v/, `$1${umlaut}`));
    for (let from = 0; from < spelt.length; from += 1) words.add(spelt.slice(from).join(''));
  }
  for (let from = 0; from < parts.length; from += 1)
    words.add(
      parts
        .slice(from)
        .map(([initial]) => initial)
        .join(''),
    );
  return words.size === 0 ? ' ' : ` ${[...words].join(' ')} `;
}

/** Text as names are compared: without case, accents, and signs between the letters. */
const searchKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What somebody typed, as it stands in `namePinyin`; null where it can be part of no name. */
export function pinyinSearched(typed: string): string | null {
  const key = searchKey(typed).replaceAll(' ', '');
  return key === '' ? null : key;
}
