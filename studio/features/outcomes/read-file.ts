/** What a person chose to import, as the server takes it. What a file is, the server finds out. */
export type Table = { csv: string } | { file: string };

const CHUNK = 0x8000;

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
