/** What a person chose to import, as the server takes it. */
export type Table = { csv: string } | { xlsx: string };

/** Text of a saved table. Excel in China saves CSV in GB 18030 unless it is told otherwise. */
export function decodeCsv(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const CHUNK = 0x8000;

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

/** A zip begins so, whatever the file is called; everything else is read as text. */
const isXlsx = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

export const tableFrom = (bytes: Uint8Array): Table =>
  isXlsx(bytes) ? { xlsx: base64Of(bytes) } : { csv: decodeCsv(bytes) };
