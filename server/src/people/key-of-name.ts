import { pinyin } from 'pinyin-pro';

const MOST_CHARACTERS = 48;

/**
 * A key that says what it stands for, as keys are in plans: `huadong-lingshouqu` for 华东零售区. Nobody has to make one up. `taken` are keys that
 * there are; the next of the same gets a number.
 */
export function keyOfName(name: string, taken: ReadonlySet<string>): string {
  const parts = pinyin(name.normalize('NFKC'), { toneType: 'none', v: true, type: 'array', nonZh: 'consecutive' });
  const key =
    parts
      .join('-')
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, MOST_CHARACTERS)
      .replace(/^-+|-+$/g, '') || 'unit';
  if (!taken.has(key)) return key;
  let number = 2;
  while (taken.has(`${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}
