/** Browsers and Node have it; the plan language itself is compiled without either's types. */
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

/** What a text's bytes were read as; told to people whenever it is not plain UTF-8. */
export type TextEncodingName = 'UTF-8' | 'UTF-16' | 'GB 18030';

export interface DecodedText {
  text: string;
  encoding: TextEncodingName;
}

/**
 * Text of a saved file, by the mark at its start or else by its bytes: UTF-8, UTF-16 as Excel's "Unicode text" has it, and
 * GB 18030, in which Excel in China saves CSV. null = none of these.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const label = utf16Label(bytes);
  if (label !== null) return decodedAs(bytes, label, 'UTF-16');
  return decodedAs(bytes, 'utf-8', 'UTF-8') ?? decodedAs(bytes, 'gb18030', 'GB 18030');
}

/** The decoders take a mark of byte order away themselves. */
function decodedAs(bytes: Uint8Array, label: string, encoding: TextEncodingName): DecodedText | null {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

/** By its mark; without one by its null bytes, which stand beside every Latin letter, digit, comma and line end. */
export function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length % 2 !== 0) return null;
  const nulls = [0, 0];
  const looked = Math.min(bytes.length, 4096);
  for (let at = 0; at < looked; at += 1) if (bytes[at] === 0) nulls[at % 2] = (nulls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nulls;
  const many = looked / 20;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}
