import { readFile } from 'node:fs/promises';
import { partFile } from '@/features/files/pdfjs-parts';

/** Hands out what pdf.js needs beside its code: its worker, and character maps and fonts for files that bring none. */
export async function GET(_request: Request, { params }: { params: Promise<{ part: string[] }> }): Promise<Response> {
  const found = partFile((await params).part);
  const content = found && (await readFile(found.file).catch(() => undefined));
  if (!content) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(content), {
    headers: { 'content-type': found.type, 'cache-control': 'public, max-age=86400' },
  });
}
