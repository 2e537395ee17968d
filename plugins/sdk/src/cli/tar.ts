/** A POSIX (ustar) archive of small files. No times, no owners: the same files give the same bytes. */
export function tarOf(files: readonly { name: string; content: Uint8Array }[]): Buffer {
  const blocks = files.flatMap(({ name, content }) => [
    headerOf(name, content.byteLength),
    content,
    padding(content.byteLength),
  ]);
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

const padding = (length: number): Buffer => Buffer.alloc((512 - (length % 512)) % 512);
const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;

function headerOf(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for the archive.`);
  const header = Buffer.alloc(512);
  const put = (text: string, at: number): void => void header.write(text, at, 'utf8');
  put(name, 0);
  put(octal(0o644, 7), 100);
  put(octal(0, 7), 108);
  put(octal(0, 7), 116);
  put(octal(size, 11), 124);
  put(octal(0, 11), 136);
  put(' '.repeat(8), 148);
  put('0', 156);
  put('ustar\x0000', 257);
  put(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  return header;
}
