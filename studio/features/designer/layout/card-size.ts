export const CARD_WIDTH = 232;
const TITLE_LINE = 20;
const META_LINES = 38;
const PADDING = 20;
/** What remains for the title beside the icon, the stripe and the padding. */
const TITLE_WIDTH = 174;
const WIDE = 14;

/** Widths of Inter, semibold, 14 px, by how wide letters are; close enough to know where a line ends. */
const LATIN: readonly [letters: RegExp, width: number][] = [
  [/[ilj.,:;'|! ]/, 4],
  [/[frt()-]/, 5],
  [/[mwMW]/, 12],
  [/[A-Z]/, 9.3],
];
const OTHER = 8.4;

const isWide = (character: string): boolean => (character.codePointAt(0) ?? 0) >= 0x2e80;
const latinWidth = (character: string): number => LATIN.find(([letters]) => letters.test(character))?.[1] ?? OTHER;

/** Width of a title in pixels as the card's type sets it; Chinese characters are as wide as the type is high. */
export function titleWidth(title: string): number {
  let width = 0;
  for (const character of title) width += isWide(character) ? WIDE : latinWidth(character);
  return width;
}

/** A title takes one line or two; what is longer is cut there and whole in the tooltip and the inspector. */
export const titleLines = (title: string): 1 | 2 => (titleWidth(title) > TITLE_WIDTH ? 2 : 1);

/** Known before anything is drawn, so that links meet their cards in the first frame. */
export const cardHeight = (title: string): number => PADDING + titleLines(title) * TITLE_LINE + META_LINES;
