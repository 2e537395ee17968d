// Node's own loader for suites: TypeScript as swc compiles it, and the names of jest.config.js for the project's packages.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import swc from '@swc/core';

const GLOBALS = new URL('./globals.mjs', import.meta.url).href;
const OPTIONS = {
  configFile: false,
  swcrc: false,
  sourceMaps: 'inline',
  jsc: {
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    target: 'es2023',
  },
  module: { type: 'es6' },
};
const SETTINGS = `${swc.version}${JSON.stringify(OPTIONS)}`;
const kept = path.resolve(import.meta.dirname, '../../node_modules/.cache/suites');

/** The file as JavaScript: compiled once and kept, under a name that changes with its text. */
function compiled(file) {
  const source = readFileSync(file, 'utf8');
  const name = createHash('sha256').update(SETTINGS).update(file).update(source).digest('hex');
  const found = path.join(kept, `${name}.js`);
  if (existsSync(found)) return readFileSync(found, 'utf8');
  const { code } = swc.transformSync(source, { ...OPTIONS, filename: file });
  mkdirSync(kept, { recursive: true });
  // Another worker may compile the same file: each writes its own copy, and the last one stays.
  writeFileSync(`${found}.${process.pid}`, code);
  renameSync(`${found}.${process.pid}`, found);
  return code;
}

const isFile = (file) => existsSync(file) && statSync(file).isFile();

/** The TypeScript file that an import of `./name.js`, `./name` or a folder stands for; undefined when there is none. */
function typescriptFile(url) {
  const base = fileURLToPath(url).replace(/\.js$/, '');
  return [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((file) => /\.tsx?$/.test(file) && isFile(file));
}

let names = [];

/** Takes over the names that jest's `moduleNameMapper` gives; relative ones are resolved here. */
export function mapNames(moduleNameMapper) {
  names = moduleNameMapper.flatMap(([from, to]) => (from.startsWith('^(\\.') ? [] : [[new RegExp(from), to]]));
}

function targetOf(specifier, parent) {
  if (/^\.{1,2}(\/|$)/.test(specifier)) return new URL(specifier, parent);
  for (const [pattern, to] of names) {
    const match = pattern.exec(specifier);
    if (match) return pathToFileURL(to.replace(/\$(\d)/g, (_, group) => match[Number(group)]));
  }
  return undefined;
}

registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL ?? '';
    if (parent.includes('/node_modules/')) return next(specifier, context);
    if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
    const target = targetOf(specifier, parent);
    const file = target?.protocol === 'file:' ? typescriptFile(target) : undefined;
    // The query stays: it makes a suite a module of its own each time it is run.
    return file
      ? { url: `${pathToFileURL(file)}${target.search}`, format: 'module', shortCircuit: true }
      : next(target?.href ?? specifier, context);
  },
  load(url, context, next) {
    const { protocol, pathname } = new URL(url);
    if (protocol !== 'file:' || !/\.tsx?$/.test(pathname) || pathname.includes('/node_modules/'))
      return next(url, context);
    return { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true };
  },
});
