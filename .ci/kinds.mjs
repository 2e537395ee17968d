// What is special about a kind of item stands in schema/src/kinds; everybody else asks the list there. A comparison with the
// name of one kind is what a new kind would be missing in, and the compiler would not say so. Tables that have a line for every
// kind (`Record<ItemKind, …>`) are fine: they do not compile without the new one.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';

const LIST = /KINDS = \{([^}]+)\}/;
const kindNames = () => {
  const [, list = ''] = LIST.exec(readFileSync('schema/src/kinds/index.ts', 'utf8')) ?? [];
  return new Set([...list.matchAll(/^\s*([A-Z]+):/gm)].map(([, name]) => name));
};

function* sourcesOf(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist', '.next', 'gql', 'testing', 'e2e'].includes(entry.name)) continue;
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesOf(file);
    else if (/\.tsx?$/.test(entry.name) && !/\.(test|fixture)\.tsx?$/.test(entry.name)) yield file;
  }
}

const isKind = (node) =>
  (node?.type === 'MemberExpression' && node.property?.value === 'kind') ||
  (node?.type === 'OptionalChainingExpression' && isKind(node.base)) ||
  (node?.type === 'Identifier' && node.value === 'kind');

/** Literals of kinds that a piece of syntax compares something called `kind` with. */
function* comparedIn(node, names) {
  if (Array.isArray(node)) for (const each of node) yield* comparedIn(each, names);
  if (node === null || typeof node !== 'object' || Array.isArray(node)) return;
  const isName = (side) => side?.type === 'StringLiteral' && names.has(side.value);
  if (node.type === 'BinaryExpression' && ['===', '!==', '==', '!='].includes(node.operator)) {
    if (isKind(node.left) && isName(node.right)) yield node.right;
    if (isKind(node.right) && isName(node.left)) yield node.left;
  }
  if (node.type === 'SwitchStatement' && isKind(node.discriminant))
    for (const { test } of node.cases) if (isName(test)) yield test;
  for (const value of Object.values(node)) if (typeof value === 'object') yield* comparedIn(value, names);
}

/** Every such comparison, as a line for people. */
export function checkKinds() {
  const names = kindNames();
  const found = [];
  for (const home of ['schema/src', 'plugins', 'seeds/src', 'server/src', 'studio']) {
    for (const file of sourcesOf(home)) {
      if (file.startsWith('schema/src/kinds/')) continue;
      const source = readFileSync(file, 'utf8');
      if (!/\bkind\b/.test(source) || ![...names].some((name) => source.includes(`'${name}'`))) continue;
      const tree = parseSync(source, {
        syntax: 'typescript',
        tsx: file.endsWith('x'),
        decorators: true,
        target: 'es2023',
      });
      for (const { value } of comparedIn(tree.body, names))
        found.push(`${file} compares a kind with '${value}': ask schema/src/kinds, or write a table by kind`);
    }
  }
  return found;
}

if (process.argv[1] === import.meta.filename) console.log(checkKinds().join('\n'));
