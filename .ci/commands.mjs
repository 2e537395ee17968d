// Every command that a page for people shows is tried by a test, or stands here with the reason why it is not.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Run one after the other over a new database, as they are written, by studio/e2e/docs-commands.alone.test.ts. */
export const RUN_IN_TEST = [
  'npm run create-admin -- "Company" "Li Min" li.min@company.example',
  'npm run migrate',
  'npm run import:history -- FOLDER --dry-run',
  'npm run import:history -- FOLDER',
  'npm run rebuild-projections',
  'npm run rebuild-projections -- --write',
  'npm run rotate-secrets',
  // A second company beside the first one: from here on an import has to say which it means.
  'npm run create-admin -- "公司名称" "李敏" limin@gongsi.example',
];

/** Run in a copy of the repository as somebody gets it, by .ci/newcomer.mjs. */
export const RUN_BY_NEWCOMER = [
  'npm test -- server/src/boards',
  'npm run format',
  'npm run docs',
  'npx changeset status',
];

/** Tried by other tests: the file, and words of it that show so. */
const TRIED_ELSEWHERE = {
  'npm start': ['studio/e2e/start.alone.test.ts', 'pressCtrlC(first)'],
  'PORT=3010 API_PORT=4010 npm start': ['studio/e2e/start.alone.test.ts', 'API_PORT: String(await freePort())'],
  'npm run serve': ['studio/e2e/start.alone.test.ts', "'serve')"],
  'npm test': ['.github/workflows/test.yml', 'npm test'],
  'npm run check': ['.ci/test.mjs', "check('types'"],
  'node "$PLANWRIGHT/plugins/sdk/bin/planwright-plugin.mjs" create coffee --kind channel,rule': PLUGINS(),
  'node "$PLANWRIGHT/plugins/sdk/bin/planwright-plugin.mjs" doctor': PLUGINS(),
  'cd coffee': PLUGINS(),
  'npm run build': PLUGINS(),
  'npm run validate': PLUGINS(),
  'npm run pack': PLUGINS(),
  'export DATABASE_URL=postgres://planwright_app:…@db/planwright': ['server/src/main.test.ts', 'DATABASE_URL'],
  'DATABASE_OWNER_URL=postgres://planwright_owner:…@db/planwright npm run migrate': [
    'server/src/main.test.ts',
    'DATABASE_OWNER_URL',
  ],
};

/** Not run by a test. */
const NOT_RUN = {
  'npm run dev': 'compiles for as long as it runs; its parts are those of npm start',
  'npm run example:oulad -- FOLDER':
    'needs a data set that is not part of Planwright; oulad.test.ts imports one of its form',
};

function PLUGINS() {
  return ['plugins/sdk/src/readme.test.ts', 'plugins/README.md'];
}

const pagesOf = () =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && !file.startsWith('plugins/template/') && existsSync(file));

const scriptsOf = (folder) => JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).scripts;

const FENCE = /^ *```(\S*)[^\n]*\n([\s\S]*?)^ *```/gm;

/** The lines of shell in a page, without their comments. */
function commandsOf(text) {
  return [...text.matchAll(FENCE)]
    .filter(([, language]) => language === 'sh')
    .flatMap(([, , block]) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** What is wrong with the commands of all pages, as lines for people. */
export function checkCommands() {
  const [scripts, pluginScripts] = [scriptsOf('.'), scriptsOf('plugins/template')];
  const known = new Set([...RUN_IN_TEST, ...RUN_BY_NEWCOMER, ...Object.keys(TRIED_ELSEWHERE), ...Object.keys(NOT_RUN)]);
  const shown = new Set();
  const wrong = [];
  for (const file of pagesOf()) {
    const text = readFileSync(file, 'utf8');
    for (const [, language] of text.matchAll(FENCE))
      if (language === '') wrong.push(`${file} has a block of code that does not say its language: sh, text, ts …`);
    for (const command of commandsOf(text)) {
      shown.add(command);
      if (!known.has(command)) wrong.push(`${file} shows “${command}”, which no test runs: add it to .ci/commands.mjs`);
    }
    for (const [, name, room] of text.matchAll(/`npm run ([\w:-]+)(?: -w (\w+))?/g))
      if (!(room ? scriptsOf(room)[name] : (scripts[name] ?? pluginScripts[name])))
        wrong.push(`${file} names npm run ${name}, which there is not`);
  }
  for (const command of known)
    if (!shown.has(command)) wrong.push(`.ci/commands.mjs lists “${command}”, which no page shows any more`);
  for (const [command, [file, holds]] of Object.entries(TRIED_ELSEWHERE))
    if (!existsSync(file) || !readFileSync(file, 'utf8').includes(holds))
      wrong.push(`“${command}” was tried by ${file} (“${holds}”), which does so no longer`);
  return wrong;
}

if (process.argv[1] === import.meta.filename) {
  const wrong = checkCommands();
  console.log(wrong.join('\n'));
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
