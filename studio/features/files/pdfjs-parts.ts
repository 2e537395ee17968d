import { createRequire } from 'node:module';
import path from 'node:path';

/** The folders of pdf.js from which a reader may ask, with the types that their files have. */
const FOLDERS: Readonly<Record<string, { folder: string; type: string; name: RegExp }>> = {
  cmaps: { folder: 'cmaps', type: 'application/octet-stream', name: /^[\w-]+\.bcmap$/ },
  standard_fonts: { folder: 'standard_fonts', type: 'application/octet-stream', name: /^[\w-]+\.(pfb|ttf)$/ },
  wasm: { folder: 'wasm', type: 'text/javascript', name: /^[\w-]+_nowasm_fallback\.js$/ },
  worker: { folder: 'legacy/build', type: 'text/javascript', name: /^pdf\.worker\.min\.mjs$/ },
};

/** Where a part of pdf.js lies on this machine, by the path that a page asks for; undefined = there is none. */
export function partFile([kind = '', name = '', ...more]: readonly string[]):
  | { file: string; type: string }
  | undefined {
  const known = Object.hasOwn(FOLDERS, kind) ? FOLDERS[kind] : undefined;
  if (!known || more.length > 0 || !known.name.test(name)) return undefined;
  // Node looks upwards from where the studio runs, so it does not matter which folder that is.
  const found = createRequire(path.join(process.cwd(), 'package.json')).resolve('pdfjs-dist/package.json');
  return { file: path.join(path.dirname(found), known.folder, name), type: known.type };
}
