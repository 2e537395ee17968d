import { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { fileTypeFromStream } from 'file-type';

/** Encodings that a text of ours may have; the first that fits all of it. */
const ENCODINGS = ['utf-8', 'gb18030'] as const;

/** What content is: a media type, `text`, or undefined where nothing knows it. Reads the content at most twice. */
export async function detectType(
  content: () => AsyncIterable<Uint8Array>,
): Promise<{ type: string | null } | undefined> {
  const known = await typeBySignature(content());
  if (known !== undefined && !TEXTS.has(known)) return { type: known };
  return (await isText(content())) ? { type: null } : undefined;
}

/** Kinds of text that the detector tells by their first line: to us they are texts, and never more. */
const TEXTS: ReadonlySet<string> = new Set(['application/xml', 'image/svg+xml', 'text/html']);

async function typeBySignature(content: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const stream = Readable.from(content);
  try {
    return (await fileTypeFromStream(Readable.toWeb(stream)))?.mime;
  } catch {
    // A broken archive is no archive.
    return undefined;
  } finally {
    stream.destroy();
  }
}

async function isText(content: AsyncIterable<Uint8Array>): Promise<boolean> {
  let decoders = ENCODINGS.map((encoding) => new TextDecoder(encoding, { fatal: true }));
  for await (const piece of content) {
    if (piece.includes(0)) return false;
    decoders = decoders.filter((decoder) => fits(decoder, piece));
    if (decoders.length === 0) return false;
  }
  return decoders.some((decoder) => fits(decoder));
}

function fits(decoder: TextDecoder, piece?: Uint8Array): boolean {
  try {
    decoder.decode(piece, { stream: piece !== undefined });
    return true;
  } catch {
    return false;
  }
}
