import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const STUDIO = fileURLToPath(new URL('../../', import.meta.url));

const read = (file: string): string => readFileSync(path.join(STUDIO, file), 'utf8');
const messages: unknown = JSON.parse(read('messages/en.json'));

function messageAt(at: string): string | undefined {
  const found = at.split('.').reduce<unknown>((node, key) => {
    return typeof node === 'object' && node !== null
      ? Object.entries(node).find(([name]) => name === key)?.[1]
      : undefined;
  }, messages);
  return typeof found === 'string' ? found : undefined;
}

/** Calls of a translator with a key alone: `t('people')` of a message that wants `count` says “undefined people”. */
function callsWithoutArguments(source: string): string[] {
  const translators = [...source.matchAll(/const (\w+) = useTranslations\('([\w.]+)'\)/g)];
  return [...source.matchAll(/(?<![\w.])(\w+)\('([\w.]+)'\)/g)].flatMap(({ 1: name, 2: key, index }) => {
    // A file may hold several components, each with its own.
    const own = translators.findLast((one) => one[1] === name && one.index < index);
    return own ? [`${own[2]}.${key}`] : [];
  });
}

test('every message is given what it has to say, also those that only a screen reader hears', () => {
  const files = readdirSync(path.join(STUDIO, 'features'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
    .map((entry) => path.relative(STUDIO, path.join(entry.parentPath, entry.name)));
  expect(files.length).toBeGreaterThan(200);
  const empty = files.flatMap((file) =>
    callsWithoutArguments(read(file)).flatMap((at) =>
      /\{\w+[,}]/.test(messageAt(at) ?? '') ? [`${file}: ${at}`] : [],
    ),
  );
  expect(empty).toEqual([]);
});
