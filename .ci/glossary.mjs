// Holds the Chinese of the interface to docs/glossary.md: one thing has one name.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Each word that is not written, with the one that is. */
function notWritten() {
  const rows = readFileSync('docs/glossary.md', 'utf8').matchAll(/^\| [^|]+ \| ([^|]+) \| [^|]+ \| ([^|]+) \|$/gm);
  return [...rows].flatMap(([, say = '', not = '']) =>
    not
      .split(',')
      .map((word) => word.trim())
      .filter((word) => /\p{Script=Han}/u.test(word))
      .map((word) => ({ word, say: say.trim() })),
  );
}

/** Texts of the product and its guides. What plans say (seeds) and what a data set of a university is about has words of its own. */
const TEXTS = [
  'studio/messages',
  'schema/messages',
  'server/messages',
  'studio/features',
  'studio/app',
  'server/src',
  'schema/src',
  'plugins',
  'docs/site/pages',
];
const OTHERS = /\.test\.|\/testing\/|\/dist\/|history\/oulad\/|\/generated\/|\.fixture\./;

/** Every such word, as a line for people. */
export function checkGlossary() {
  const words = notWritten();
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...TEXTS], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
    .split('\n')
    .filter((file) => /\.(tsx?|mts|json|md)$/.test(file) && !OTHERS.test(file) && existsSync(file));
  return files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    if (!words.some(({ word }) => text.includes(word))) return [];
    return text
      .split('\n')
      .flatMap((line, at) =>
        words
          .filter(({ word }) => line.includes(word))
          .map(({ word, say }) => `${file}:${at + 1} says 「${word}」: the glossary says 「${say}」`),
      );
  });
}

if (process.argv[1] === import.meta.filename) console.log(checkGlossary().join('\n'));
