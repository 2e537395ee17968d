/**
 * What nobody sees and no name has: controls (a table's own line ends and tabs aside), marks of width zero and of direction,
 * and the mark at a file's start. Joiners stay: some scripts and pictographs are written with them.
 */
const INVISIBLE = /(?![\t\n\r\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u3164\u115F\u1160\uFFA0]/gu;

/** The text without what cannot be seen in it, and without half characters. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '').replace(/\p{Cs}/gu, '');

/** The same, without the spaces at its ends. */
export const visibleText = (text: string): string => withoutInvisible(text).trim();

/** Middle dots of names, in all the forms that keyboards and systems give them. */
const MIDDLE_DOTS = /[·•‧∙⋅・･․.。｡]/gu;

/** The same for two ways of writing one name: whatever the width of its letters, its case, its spaces and its middle dots. */
export const nameKey = (name: string): string =>
  visibleText(name)
    .replace(MIDDLE_DOTS, '')
    .normalize('NFKC')
    .replace(MIDDLE_DOTS, '')
    .replace(/[\s\u200C\u200D]+/gu, '')
    .toLowerCase();
