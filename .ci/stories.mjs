// Every part that pages share is in the workbench: it has stories, and those say of each state how the part looks in it or why
// it never is (studio/workbench/story.ts holds the list; the compiler holds each file to it).
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const STUDIO = 'studio';

/** What these folders export is there to be shared; what only the folder itself uses is shown with the whole. */
const SHARED = ['features/ui/', 'features/states/', 'features/charts/', 'features/schema-form/'];

/** Of other features, what at least this many others use. */
const USERS = 2;

/** Shared components that draw nothing. */
const INVISIBLE = {
  'features/api/api-provider#ApiProvider': 'it connects to the server; stories have a stub in its place',
};

function* sourcesOf(folder) {
  for (const entry of readdirSync(path.join(STUDIO, folder), { withFileTypes: true })) {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesOf(file);
    else if (/\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name)) yield file;
  }
}

const IMPORT = /import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'([^']+)'/g;
const COMPONENT = /^export (?:function|const) ([A-Z]\w*[a-z]\w*)/gm;

const targetOf = (file, specifier) =>
  specifier.startsWith('@/') ? specifier.slice(2) : path.posix.join(path.posix.dirname(file), specifier);

/** What a file imports by name from the studio: `features/ui/button#Button`. */
const importsOf = (file, source) =>
  [...source.matchAll(IMPORT)]
    .filter(([, , specifier]) => /^(@\/|\.)/.test(specifier))
    .flatMap(([, names, specifier]) =>
      names
        .split(',')
        .map(
          (name) =>
            name
              .trim()
              .replace(/^type /, '')
              .split(' as ')[0] ?? '',
        )
        .filter((name) => name !== '')
        .map((name) => `${targetOf(file, specifier)}#${name}`),
    );

const featureOf = (file) => file.split('/').slice(0, 2).join('/');

/** Exported components with how many other features use each. */
function componentsOf(sources) {
  const users = new Map();
  for (const [file, source] of sources)
    for (const name of importsOf(file, source)) {
      const home = featureOf(name);
      if (featureOf(file) !== home) users.set(name, (users.get(name) ?? new Set()).add(featureOf(file)));
    }
  return [...sources]
    .filter(([file]) => file.endsWith('.tsx'))
    .flatMap(([file, source]) =>
      [...source.matchAll(COMPONENT)].map(([, name]) => `${file.replace(/\.tsx$/, '')}#${name}`),
    )
    .map((name) => ({ name, users: users.get(name)?.size ?? 0 }));
}

/** The components that a file of stories shows, as its default export lists them. */
function shownBy(file, source) {
  const [, body = ''] = /export default \{([\s\S]*)\} satisfies Stories;/.exec(source) ?? [];
  const [, main = ''] = /\bcomponent: (\w+)/.exec(body) ?? [];
  const [, rest = ''] = /\bsubcomponents: \{([^}]*)\}/.exec(body) ?? [];
  const names = new Set([main, ...rest.split(',').map((name) => name.trim())].filter(Boolean));
  return importsOf(file, source).filter((name) => names.has(name.split('#')[1]));
}

/** Everything that is missing, as lines for people. */
export function checkStories() {
  const files = ['features', 'app'].flatMap((folder) => [...sourcesOf(folder)]);
  const read = (list) => new Map(list.map((file) => [file, readFileSync(path.join(STUDIO, file), 'utf8')]));
  const isStories = (file) => file.endsWith('.stories.tsx');
  const stories = read(files.filter(isStories));
  const shown = new Set([...stories].flatMap(([file, source]) => shownBy(file, source)));
  const shared = componentsOf(read(files.filter((file) => !isStories(file)))).filter(
    ({ name, users }) => users >= (SHARED.some((folder) => name.startsWith(folder)) ? 1 : USERS),
  );
  return [
    ...shared
      .filter(({ name }) => !shown.has(name) && !(name in INVISIBLE))
      .map(({ name, users }) => {
        const [file, component] = name.split('#');
        return `studio/${file}.tsx: ${component} is shared (used by ${users} other features) and has no stories`;
      }),
    ...[...stories].flatMap(([file, source]) => [
      ...(shownBy(file, source).length === 0 ? [`studio/${file} says of no component that it shows it`] : []),
      ...[...source.matchAll(/^const (\w+): Story\b/gm)].map(([, name]) => `studio/${file} does not export ${name}`),
    ]),
    ...Object.keys(INVISIBLE)
      .filter((name) => !shared.some((each) => each.name === name) || shown.has(name))
      .map((name) => `.ci/stories.mjs excepts ${name}, which needs no exception`),
  ];
}

if (process.argv[1] === import.meta.filename) console.log(checkStories().join('\n'));
