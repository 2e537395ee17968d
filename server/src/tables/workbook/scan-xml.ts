import { Unreadable } from '../table.ts';

/** What stands in a document, in its order. Names are without their prefix. */
export interface XmlReader {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
}

const SLICE = 1 << 20;
/** No workbook has a tag longer than this. */
const LONGEST_TAG = 1 << 20;

/**
 * Reads a document slice by slice, so that its whole text never stands in memory. Own entities are not known and document
 * types are refused: nothing in a file can name another file or grow by itself.
 */
export function scanXml(bytes: Buffer, reader: XmlReader): void {
  const decoder = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8');
  let rest = '';
  for (let at = 0; at < bytes.length; at += SLICE) {
    const isLast = at + SLICE >= bytes.length;
    rest = scan(rest + decoder.decode(bytes.subarray(at, at + SLICE), { stream: !isLast }), reader);
    if (rest.length > LONGEST_TAG + SLICE) throw new Unreadable('DAMAGED');
  }
  // A tag that never ends was cut off.
  if (rest.trim() !== '') throw new Unreadable('DAMAGED');
}

/** Answers what is not complete yet. */
function scan(text: string, reader: XmlReader): string {
  let at = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open < 0) {
      // Half an entity may stand at the end.
      const half = text.lastIndexOf('&');
      const end = half >= at && text.indexOf(';', half) < 0 ? half : text.length;
      if (end > at) reader.text?.(decoded(text.slice(at, end)));
      return text.slice(end);
    }
    if (open > at) reader.text?.(decoded(text.slice(at, open)));
    const next = text[open + 1];
    if (next === '!' || next === '?') {
      const end = endOfMarkup(text, open, reader);
      if (end < 0) return text.slice(open);
      at = end;
      continue;
    }
    const end = endOfTag(text, open);
    if (end < 0) return text.slice(open);
    readTag(text.slice(open + 1, end), reader);
    at = end + 1;
  }
}

/** Comments, instructions and literal text; -1 = not complete. */
function endOfMarkup(text: string, open: number, reader: XmlReader): number {
  const after = (sign: string): number => {
    const found = text.indexOf(sign, open);
    return found < 0 ? -1 : found + sign.length;
  };
  if (text.startsWith('<!--', open)) return after('-->');
  if (text.startsWith('<![CDATA[', open)) {
    const end = after(']]>');
    if (end >= 0) reader.text?.(text.slice(open + 9, end - 3));
    return end;
  }
  if (text[open + 1] === '?') return after('?>');
  if (text.length < open + 9) return -1;
  throw new Unreadable('DAMAGED');
}

/** A tag may have a closing bracket inside the quotes of an attribute. */
function endOfTag(text: string, open: number): number {
  let at = open + 1;
  for (;;) {
    const end = text.indexOf('>', at);
    if (end < 0) return -1;
    // Never beyond the bracket: to look for a quotation mark in the whole rest for every tag would take forever.
    while (at < end && text[at] !== '"' && text[at] !== "'") at += 1;
    if (at === end) return end;
    const close = text.indexOf(text[at] ?? '"', at + 1);
    if (close < 0) return -1;
    at = close + 1;
  }
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

function readTag(tag: string, reader: XmlReader): void {
  if (tag.startsWith('/')) {
    reader.close?.(withoutPrefix(tag.slice(1).trim()));
    return;
  }
  const isEmpty = tag.endsWith('/');
  let end = 0;
  while (end < tag.length && !isSpace(tag.charCodeAt(end)) && tag[end] !== '/') end += 1;
  const name = withoutPrefix(tag.slice(0, end));
  reader.open?.(name, (wanted) => attributeOf(tag, wanted));
  if (isEmpty) reader.close?.(name);
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** Walks the attributes one by one: what stands in the quotes of another one is never taken for one. */
function attributeOf(tag: string, wanted: string): string | undefined {
  let at = 0;
  for (;;) {
    const equals = tag.indexOf('=', at);
    if (equals < 0) return undefined;
    let end = equals;
    while (end > at && isSpace(tag.charCodeAt(end - 1))) end -= 1;
    let start = end;
    while (start > at && !isSpace(tag.charCodeAt(start - 1))) start -= 1;
    let quote = equals + 1;
    while (isSpace(tag.charCodeAt(quote))) quote += 1;
    const close = tag.indexOf(tag[quote] ?? '"', quote + 1);
    if (close < 0) return undefined;
    const name = tag.slice(start, end);
    if (name === wanted || (name.includes(':') && withoutPrefix(name) === wanted))
      return decoded(tag.slice(quote + 1, close));
    at = close + 1;
  }
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
