// Words as messages. `npm run messages` makes typed modules of every package's `messages/<language>.json` (ICU); the check holds
// the catalogues of all languages together, the modules to the catalogues, and the code to both.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import compile from 'icu-minify/compile';

/** The language that comes first: its file says which keys there are. */
const SOURCE = 'zh-CN';

/** Packages with a catalogue. The studio formats its own with next-intl; its files are held together like the others'. */
const PACKAGES = ['schema', 'server', 'plugins/core', 'plugins/smtp', 'plugins/sms', 'plugins/webhook'];
const STUDIO = 'studio';

/** Chinese that stands in code because it is no text of ours, with the reason. */
const EXCEPT = [
  { files: 'seeds/src/', why: 'what the made-up company and its people say' },
  { files: 'server/src/demo/', why: 'what the made-up company and its people say' },
  { files: 'server/src/sandbox/sample-conduct.ts', why: 'what made-up learners hand in' },
  { files: 'server/src/history/oulad/', why: 'the plan and the figures of one data set' },
  { files: 'schema/src/calendar/generate-cn.mjs', why: 'names in the holiday data' },
  { files: 'schema/src/tables/cells.ts', why: 'what people write into cells; it is read, not said' },
  { files: 'server/src/tables/workbook/number-format.ts', why: 'what workbooks hold' },
  { files: 'server/src/outcomes/measurement-columns.ts', why: 'what people call their columns' },
  { files: 'server/src/organisation/people-file/columns.ts', why: 'what people call their columns' },
  { files: 'server/src/organisation/people-file/read-joined-on.ts', why: 'how people write a day' },
  { files: 'server/src/organisation/people-file/read-person-row.ts', why: 'what people write into cells' },
  { files: 'schema/src/check/config-problems.ts', why: 'what people call a secret' },
  { files: 'plugins/sms/src/aliyun.ts', why: 'what the provider answers' },
  { files: 'plugins/template/', why: 'the example for authors: a plugin may have no catalogue' },
  {
    files: 'studio/features/designer/',
    why: 'what new parts of a plan hold until somebody writes: it is kept in the plan',
  },
  { files: 'studio/features/plans/new-definition.ts', why: 'what a new plan holds' },
  { files: 'studio/features/frame/account.tsx', why: 'the name of a language in itself' },
  { files: 'studio/features/session/outer-page.tsx', why: 'the name of a language in itself' },
  { files: 'studio/features/surveys/answer/framed.tsx', why: 'the name of a language in itself' },
  { files: 'server/src/reminders/notices/', why: 'still to be moved' },
];

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

const languagesOf = (home) =>
  readdirSync(`${home}/messages`)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort((a, b) => (a === SOURCE ? -1 : b === SOURCE ? 1 : a < b ? -1 : 1));

/** `{ a: { b: 'x' } }` → `[['a.b', 'x']]`. */
const flat = (node, prefix = '') =>
  Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );

/** The folders that a catalogue's first keys name, each with its messages by language; the rest belongs to the package's root. */
function foldersOf(home) {
  const folders = new Map();
  for (const language of languagesOf(home))
    for (const [first, value] of Object.entries(readJson(`${home}/messages/${language}.json`))) {
      const own =
        typeof value === 'object' && existsSync(`${home}/src/${first}`) ? `${home}/src/${first}` : `${home}/src`;
      const messages = own.endsWith(`/${first}`) ? flat(value) : flat({ [first]: value });
      if (!folders.has(own)) folders.set(own, {});
      const byLanguage = folders.get(own);
      byLanguage[language] = { ...byLanguage[language], ...Object.fromEntries(messages) };
    }
  return folders;
}

const astOf = (message) => parse(message, { shouldParseSkeletons: false });

/** What a message takes: `count` → `number`. */
function argumentsOf(message) {
  const found = new Map();
  const walk = (nodes) => {
    for (const node of nodes)
      switch (node.type) {
        case TYPE.argument:
          if (!found.has(node.value)) found.set(node.value, 'Said');
          break;
        case TYPE.number:
          found.set(node.value, 'number');
          break;
        case TYPE.plural:
        case TYPE.select: {
          const options = Object.keys(node.options);
          const isNumber = node.type === TYPE.plural;
          found.set(node.value, isNumber ? 'number' : typeOfChoice(options, found.get(node.value)));
          for (const option of Object.values(node.options)) walk(option.value);
          break;
        }
        case TYPE.tag:
          throw new Error(`<${node.value}> is no part of a plain text`);
        default:
      }
  };
  walk(astOf(message));
  return found;
}

/** A choice takes what it names, `other` included; one of `true` is a boolean. */
const typeOfChoice = (options, before) => {
  if (options.includes('true')) return 'boolean';
  const named = options.map((option) => `'${option}'`);
  const all = [...new Set([...(before?.startsWith("'") ? before.split(' | ') : []), ...named])];
  return all.join(' | ');
};

const quote = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
const property = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name));

/** The arguments of a key in all languages together: one may count where another does not. */
function typesOf(byLanguage, key) {
  const types = new Map();
  for (const messages of Object.values(byLanguage))
    for (const [name, type] of argumentsOf(messages[key] ?? ''))
      if (!types.has(name) || types.get(name) === 'Said') types.set(name, type);
      else if (type.startsWith("'") && types.get(name).startsWith("'"))
        types.set(name, [...new Set([...types.get(name).split(' | '), ...type.split(' | ')])].join(' | '));
  return types;
}

function moduleOf(home, folder, byLanguage) {
  const keys = Object.keys(byLanguage[SOURCE] ?? {});
  // Within its own folder the catalogue is not reached through the face, which knows the messages too.
  const face = folder === 'schema/src/words' ? 'catalogue.js' : 'index.js';
  const within = path.posix.relative(`${folder}/generated`, `schema/src/words/${face}`);
  const types = keys.map((key) => [key, typesOf(byLanguage, key)]);
  const usesSaid = types.some(([, each]) => [...each.values()].includes('Said'));
  const lines = [
    `// Made from ${home}/messages by \`npm run messages\`. Do not edit.`,
    `import { catalogue${usesSaid ? ', type Said' : ''} } from '${home === 'schema' ? within : home.startsWith('plugins/') ? '@planwright/plugin-sdk' : '@planwright/schema/words'}';`,
    '',
    '/** The messages, each with its arguments. */',
    'export interface Messages {',
    ...types.map(([key, each]) => {
      const members = [...each].map(([name, type]) => `${property(name)}: ${type}`);
      return `  ${property(key)}: ${members.length === 0 ? 'Record<never, never>' : `{ ${members.join('; ')} }`};`;
    }),
    '}',
    '',
    'const messages = /*#__PURE__*/ catalogue<Messages>({',
    ...Object.entries(byLanguage).flatMap(([language, messages]) => [
      `  ${property(language)}: {`,
      ...keys
        .filter((key) => messages[key] !== undefined)
        .map((key) => {
          const compiled = compile(messages[key]);
          return `    ${property(key)}: ${typeof compiled === 'string' ? quote(compiled) : JSON.stringify(compiled)},`;
        }),
      '  },',
    ]),
    '});',
    'export const { say, sayIn, says } = messages;',
    '',
  ];
  return lines.join('\n');
}

const languagesModule = () =>
  [
    '// Made from the names in schema/messages by `npm run messages`. Do not edit.',
    '/** The languages that our own sentences are written in: a file of messages each. The first one is the usual one. */',
    `export const LANGUAGES = [${languagesOf('schema').map(quote).join(', ')}] as const;`,
    '',
  ].join('\n');

/** Every generated module, as it should be: file → text. */
function modules() {
  const files = new Map([['schema/src/text/generated/languages.ts', languagesModule()]]);
  for (const home of PACKAGES.filter((home) => existsSync(`${home}/messages`)))
    for (const [folder, byLanguage] of foldersOf(home))
      files.set(`${folder}/generated/messages.ts`, moduleOf(home, folder, byLanguage));
  return files;
}

/** What is wrong with a language's message beside the source's. */
function wrongMessage(language, message, sourceArguments) {
  let found;
  try {
    found = argumentsOf(message);
  } catch (cause) {
    return [`is no ICU message: ${cause.message}`];
  }
  const wrong = [];
  if (message === '') wrong.push('is empty');
  for (const name of sourceArguments) if (!found.has(name)) wrong.push(`leaves out {${name}}`);
  for (const name of found.keys())
    if (!sourceArguments.has(name)) wrong.push(`has {${name}}, which ${SOURCE} does not have`);
  return [...wrong, ...wrongPlurals(language, astOf(message))];
}

/** English counts one and other, Chinese other alone. */
function wrongPlurals(language, nodes) {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return nodes.flatMap((node) => {
    if (node.type !== TYPE.plural && node.type !== TYPE.select) return [];
    const options = Object.keys(node.options);
    const within = Object.values(node.options).flatMap(({ value }) => wrongPlurals(language, value));
    if (node.type === TYPE.select) return within;
    const forms = options.filter((option) => !option.startsWith('='));
    // `=0` beside `other` tells none from some and counts nothing.
    const lacks = options.includes('=0') && options.length === 2 ? [] : wanted.filter((form) => !forms.includes(form));
    const others = forms.filter((form) => !wanted.includes(form));
    return [
      ...lacks.map((form) => `counts {${node.value}} without “${form}”`),
      ...others.map((form) => `counts {${node.value}} with “${form}”, which ${language} does not have`),
      ...within,
    ];
  });
}

/** Keys, arguments and plurals of a package's languages. */
function wrongCatalogues(home) {
  const source = new Map(flat(readJson(`${home}/messages/${SOURCE}.json`)));
  return languagesOf(home).flatMap((language) => {
    const file = `${home}/messages/${language}.json`;
    const messages = new Map(flat(readJson(file)));
    const lacks = [...source.keys()].filter((key) => !messages.has(key));
    const more = [...messages.keys()].filter((key) => !source.has(key));
    return [
      ...lacks.map((key) => `${file} lacks “${key}”`),
      ...more.map((key) => `${file} has “${key}”, which ${SOURCE} does not have`),
      ...[...messages].flatMap(([key, message]) => {
        if (!source.has(key)) return [];
        let known;
        try {
          known = new Set(argumentsOf(source.get(key)).keys());
        } catch {
          known = new Set();
        }
        return wrongMessage(language, message, known).map((why) => `${file}: “${key}” ${why}`);
      }),
    ];
  });
}

const listed = (...folders) =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...folders], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\n')
    .filter((file) => /\.(ts|tsx|mts|mjs)$/.test(file) && existsSync(file));

const isTest = (file) => /\.test\.tsx?$|\/testing\/|\/e2e\/|\/bench\/|\.fixture\.|\.stories\./.test(file);

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `'a.b'` and `` `kinds.${kind}.name` `` in a file's code: what may be a key. */
function keysIn(source) {
  const literals = new Set([...source.matchAll(/['"]([\w.\-/]+)['"]/g)].map(([, text]) => text));
  const patterns = [...source.matchAll(/`([^`\s]*\$\{[^`]*)`/g)]
    .map(([, text]) => text.split(/\$\{[^}]*\}/))
    .filter((parts) => parts.some((part) => part.includes('.')) && parts.every((part) => /^[\w.-]*$/.test(part)))
    .map((parts) => new RegExp(`^${parts.map(escaped).join('[^.]+')}$`));
  return { literals, patterns };
}

/** Messages that no file of their folder says. */
function deadKeys(home) {
  const files = listed(`${home}/src`).filter((file) => !isTest(file) && !file.includes('/generated/'));
  return [...foldersOf(home)].flatMap(([folder, byLanguage]) => {
    const used = files
      .filter((file) => {
        const specifier = path.posix.relative(path.posix.dirname(file), `${folder}/generated/messages.js`);
        return readFileSync(file, 'utf8').includes(`'${specifier.startsWith('.') ? specifier : `./${specifier}`}'`);
      })
      .map((file) => keysIn(readFileSync(file, 'utf8')));
    return Object.keys(byLanguage[SOURCE] ?? {})
      .filter(
        (key) =>
          !used.some(({ literals, patterns }) => literals.has(key) || patterns.some((pattern) => pattern.test(key))),
      )
      .map((key) => `${home}/messages: nothing in ${folder} says “${key}”`);
  });
}

/** Lines of code that say something in Chinese by themselves. Comments may. */
function inlineTexts() {
  const used = new Set();
  const found = listed('schema/src', 'server/src', 'plugins', 'seeds/src', 'studio/features', 'studio/app').flatMap(
    (file) => {
      if (isTest(file) || /\/(generated|dist|gql)\//.test(file)) return [];
      const except = EXCEPT.find(({ files }) => file.startsWith(files));
      return withoutComments(readFileSync(file, 'utf8'))
        .split('\n')
        .flatMap((line, at) => {
          if (!/\p{Script=Han}/u.test(line)) return [];
          if (except) {
            used.add(except);
            return [];
          }
          return [`${file}:${at + 1} says “${line.trim().slice(0, 80)}”: put it into the package’s messages`];
        });
    },
  );
  return [
    ...found,
    ...EXCEPT.filter((except) => !used.has(except)).map(
      ({ files }) => `.ci/messages.mjs excepts ${files}, where no Chinese is`,
    ),
  ];
}

/** Lines stay where they are. */
const withoutComments = (source) =>
  source.replace(/\/\*[\s\S]*?\*\/|(^|[\s;{}(),])\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '));

/** Everything that is wrong, as lines for people. */
export function checkMessages() {
  const homes = PACKAGES.filter((home) => existsSync(`${home}/messages`));
  const wrong = [...homes, STUDIO].flatMap(wrongCatalogues);
  if (wrong.length > 0) return wrong;
  const stale = [...modules()]
    .filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text)
    .map(([file]) => `${file} is not what the messages say: run npm run messages`);
  return [...stale, ...homes.flatMap(deadKeys), ...inlineTexts()];
}

/** Writes the modules, and removes those of folders that have no messages any more. */
export function writeModules() {
  const files = modules();
  for (const [file, text] of files) {
    mkdirSync(path.dirname(file), { recursive: true });
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
  for (const home of PACKAGES.filter((home) => existsSync(`${home}/src`)))
    for (const file of readdirSync(`${home}/src`, { recursive: true, encoding: 'utf8' }))
      if (
        file.endsWith('generated/messages.ts') &&
        !files.has(path.posix.join(`${home}/src`, file.split(path.sep).join('/')))
      )
        rmSync(path.join(`${home}/src`, file));
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--write')) writeModules();
  else {
    const wrong = checkMessages();
    console.log(wrong.join('\n'));
    process.exitCode = wrong.length > 0 ? 1 : 0;
  }
}
