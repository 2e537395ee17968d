import path from 'node:path';
import { build, type Plugin as EsbuildPlugin, type Message } from 'esbuild';
import { AuthorError } from './author-error.js';

/** Node's modules are not there in a plugin's process; say so when it is built, not when it runs. */
const refuseNode: EsbuildPlugin = {
  name: 'planwright-refuse-node',
  setup(setup) {
    setup.onResolve(
      {
        filter:
          /^node:|^(fs|net|http|https|http2|tls|dns|dgram|child_process|worker_threads|crypto|os|path|process|vm|v8|stream|zlib|buffer|util|events|url)(\/|$)/,
      },
      ({ path: name, importer }) => ({
        errors: [
          {
            text: `${path.basename(importer)} imports ${name}, which plugins do not have. Use the context: ctx.http, ctx.crypto, ctx.kv.`,
          },
        ],
      }),
    );
  },
};

export interface BundleOptions {
  /** Readable and with its source map inside, for development. */
  readable?: boolean;
}

/**
 * One file of ESM with everything in it. The same input gives the same bytes on any machine and in any folder: names and
 * white space are minified, since esbuild otherwise writes the paths of modules into the text.
 * @throws AuthorError with esbuild's own findings
 */
export async function bundle(
  folder: string,
  entry: string,
  { readable = false }: BundleOptions = {},
): Promise<Uint8Array> {
  const result = await build({
    entryPoints: [path.join(folder, entry)],
    absWorkingDir: folder,
    bundle: true,
    write: false,
    outfile: 'plugin.mjs',
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import', 'default'],
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    minify: !readable,
    sourcemap: readable ? 'inline' : false,
    sourcesContent: readable,
    logLevel: 'silent',
    treeShaking: true,
    plugins: [refuseNode],
  }).catch((cause: unknown) => {
    throw new AuthorError(findings(cause));
  });
  const [file] = result.outputFiles;
  if (!file) throw new AuthorError(`${entry} gives no code. Export the plugin as its default.`);
  return file.contents;
}

function findings(cause: unknown): string {
  const errors =
    typeof cause === 'object' && cause !== null && 'errors' in cause && Array.isArray(cause.errors) ? cause.errors : [];
  const lines = errors.map(({ text, location }: Message) =>
    location ? `${location.file}:${location.line}: ${text}` : text,
  );
  return lines.length > 0 ? lines.join('\n') : String(cause);
}
