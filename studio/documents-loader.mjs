import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { print, stripIgnoredCharacters } from 'graphql';

/**
 * `graphql(…)` looks its document up in a map of all the studio's documents, which would put every query of every page
 * into every page, each as a tree. This loader puts the text of a file's own documents in their place; the client reads
 * text as well as trees.
 */
const CALL = /\bgraphql\(\s*\/\* GraphQL \*\/\s*`\s*(query|mutation|subscription|fragment)\s+(\w+)[^`]*`\s*,?\s*\)/g;
const IMPORT = /^import \{ graphql \} from '@\/gql';$/m;
const GENERATED = path.join(import.meta.dirname, 'gql/graphql.ts');

/** The name that the generator gives a document: its first definition's. */
const nameOf = (kind, name) =>
  `${name[0].toUpperCase()}${name.slice(1)}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`;

let read = { at: 0, texts: new Map() };

/** The generated documents with their fragments, as text without a needless blank, by name. */
function textsOf() {
  const at = statSync(GENERATED).mtimeMs;
  if (at !== read.at) {
    const documents = readFileSync(GENERATED, 'utf8').matchAll(/^export const (\w+) = (\{.*\}) as unknown as /gm);
    read = {
      at,
      texts: new Map([...documents].map(([, name, tree]) => [name, stripIgnoredCharacters(print(JSON.parse(tree)))])),
    };
  }
  return read.texts;
}

/** The source with the text of its documents; as it was when it has none. */
export function inlineDocuments(source, texts = textsOf()) {
  let found = 0;
  const inlined = source.replaceAll(CALL, (_, kind, name) => {
    found += 1;
    const text = texts.get(nameOf(kind, name));
    if (text === undefined) throw new Error(`The generator knows no ${kind} ${name}: run codegen.`);
    return JSON.stringify(text);
  });
  if (found === 0) return source;
  if (!IMPORT.test(inlined)) throw new Error('A file with documents imports graphql from @/gql, on a line of its own.');
  return inlined.replace(IMPORT, '');
}

export default function load(source) {
  this.addDependency(GENERATED);
  return inlineDocuments(source);
}
