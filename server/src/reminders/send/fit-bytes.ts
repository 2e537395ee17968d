const graphemes = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });

/** Bytes of UTF-8. */
export const byteLength = (text: string): number => Buffer.byteLength(text, 'utf8');

/**
 * The text within a budget of bytes, with an ellipsis where it was cut; never inside a character, an emoji family or a flag.
 * Empty when not even the ellipsis fits.
 */
export function cutToBytes(text: string, bytes: number, ellipsis = '…'): string {
  if (byteLength(text) <= bytes) return text;
  let left = bytes - byteLength(ellipsis);
  if (left < 0) return '';
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    left -= byteLength(segment);
    if (left < 0) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${ellipsis}`;
}

/** Markdown as its bare words, so that cutting leaves no open bold or link behind. */
export const plainWords = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|[*`])/g, '')
    .replace(/^\s*(#+|[-*+]|\d+\.|>)\s+/gm, '');
