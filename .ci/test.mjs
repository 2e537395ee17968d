#!/usr/bin/env node
// `npm test`: everything that must hold, on any machine with Node 20, npm and git. The last line counts.
// `npm test -- server/src/boards`: the tests of one folder or file alone.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../server/bin/install.mjs';
import { continueUnderOwnNode } from '../server/bin/own-node.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1]?.split(',') : undefined;
/** Paths that were named: then nothing but their tests runs. */
const paths = process.argv.slice(2).filter((word, at, all) => !word.startsWith('--') && all[at - 1] !== '--only');
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

const bin = (name) => path.join(root, 'node_modules/.bin', name);

function run(command, parameters, { quiet = false } = {}) {
  return new Promise((resolve) => {
    const chunks = [];
    const child = spawn(command, parameters, {
      cwd: root,
      env: {
        ...process.env,
        PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`,
        FORCE_COLOR: '0',
        NEXT_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (cause) => resolve({ code: 1, output: cause.message }));
    child.on('exit', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

/** One check that passes or fails as a whole. It resolves to what is wrong, or to nothing. */
async function check(name, title, work) {
  if (only && !only.includes(name)) return;
  const wrong = await work();
  if (wrong) {
    totals.failed += 1;
    failures.push(title);
    console.log(`✗ ${title}\n${wrong}`);
  } else {
    totals.passed += 1;
    console.log(`✓ ${title}`);
  }
}

const failing = async (command, parameters) => {
  const { code, output } = await run(command, parameters, { quiet: true });
  return code === 0 ? '' : output.trim() || `${path.basename(command)} ended with code ${code}`;
};

/** One run of jest over those of `parts` (name → project of jest.config.js) that are asked for, counted test by test. */
async function jest(title, parts, workers, files = []) {
  const projects = Object.entries(parts).flatMap(([name, projects]) => (!only || only.includes(name) ? projects : []));
  if (projects.length === 0) return;
  console.log(`\n— ${title}`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'planwright-tests-'));
  const report = path.join(folder, 'report.json');
  const parameters = [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    ...projects,
    ...files.flatMap((file) => ['--testPathPatterns', file]),
    '--json',
    '--outputFile',
    report,
    '--passWithNoTests=false',
    // What a failed test leaves open must not keep the others from being counted.
    '--forceExit',
    ...(workers === 1 ? ['--runInBand'] : [`--maxWorkers=${workers}`]),
  ];
  const startedAt = performance.now();
  await run(process.execPath, parameters);
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
  if (!existsSync(report)) {
    totals.failed += 1;
    failures.push(`${title}: jest gave no report`);
  } else {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    totals.passed += result.numPassedTests;
    totals.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    totals.skipped += result.numPendingTests;
    if (!result.success && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) totals.failed += 1;
    if (!result.success) failures.push(title);
  }
  rmSync(folder, { recursive: true, force: true });
}

try {
  await ensureInstalled(root, { forTests: true });
  await continueUnderOwnNode(root);
} catch (cause) {
  console.error(cause.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

/** The jest projects that a path may belong to. */
function projectsOf(file) {
  if (file.startsWith('studio/e2e')) return ['e2e', 'alone'];
  if (file.startsWith('studio/workbench')) return ['workbench'];
  const [room] = file.split('/');
  return room === 'server' ? ['server', 'mocked', 'alone'] : [room];
}

/** Says how it went, and ends. */
function tell() {
  if (failures.length > 0) console.log(`\nFailed: ${failures.join(' · ')}`);
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
  process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
}

const { build } = await import('../server/bin/build.mjs');
if (paths.length > 0) {
  const files = paths.map((file) => path.relative(root, path.resolve(file)).split(path.sep).join('/'));
  const projects = [...new Set(files.flatMap(projectsOf))];
  // The browser tests start the product as it is built; others compile copies against the packages, and start plugins.
  await build(root, projects.includes('e2e') ? [] : ['!@planwright/studio']);
  await jest(files.join(', '), { paths: projects }, 2, files);
  tell();
}
await check('build', 'everything builds', () =>
  build(root).then(
    () => '',
    (cause) => cause.message,
  ),
);
const plugins = ['sdk', 'core', 'smtp', 'webhook', 'sms', 'template'].map((name) => `plugins/${name}`);
await check('types', 'types of the operations in the server’s tests', async () =>
  (await import('./typed-operations.mjs')).checkOperations(),
);
for (const room of ['schema', ...plugins, 'seeds', 'server', 'studio']) {
  await check('types', `types of ${room}`, () => failing(bin('tsc'), ['-p', `${room}/tsconfig.json`, '--noEmit']));
  // Where the product's code may know less than its tests do, they have settings of their own.
  const tests = `${room}/tsconfig.test.json`;
  if (existsSync(tests))
    await check('types', `types of the tests of ${room}`, () => failing(bin('tsc'), ['-p', tests]));
}
// The stories are checked with the studio; only Storybook's own settings need its packages.
if (existsSync('studio/workbench/node_modules'))
  await check('types', 'types of the workbench', () =>
    failing(bin('tsc'), ['-p', 'studio/workbench/tsconfig.json', '--noEmit']),
  );
await check('style', 'formatting and lint', () =>
  failing(bin('biome'), ['ci', '--colors=off', '--diagnostic-level=warn', '.']),
);
await check('dead', 'no dead files, exports or dependencies', () =>
  failing(bin('knip'), ['--no-progress', '--no-config-hints']),
);
await check('bytes', 'scripts that pages load when they are opened', async () =>
  (await import('./first-load.mjs')).checkFirstLoads(root).join('\n'),
);
await check('kinds', 'nobody asks for one kind of item by its name', async () =>
  (await import('./kinds.mjs')).checkKinds().join('\n'),
);
await check('pages', 'links and lists of the pages for people', async () =>
  (await import('./pages.mjs')).checkPages().join('\n'),
);
await check('stories', 'every part that pages share has its stories', async () =>
  (await import('./stories.mjs')).checkStories().join('\n'),
);
await check('commands', 'every command of the pages for people is tried', async () =>
  (await import('./commands.mjs')).checkCommands().join('\n'),
);
await check('glossary', 'one name for one thing, in Chinese', async () =>
  (await import('./glossary.mjs')).checkGlossary().join('\n'),
);
await check('words', 'plain English in texts, comments and names', async () =>
  (await import('./words.mjs')).checkWords().join('\n'),
);
await check('messages', 'words as messages: the same in every language, said somewhere, and nowhere else', async () =>
  (await import('./messages.mjs')).checkMessages().join('\n'),
);
await check('arrows', 'arrows between rooms', async () => (await import('./arrows.mjs')).checkArrows().join('\n'));
await check('schema', 'the API keeps what it has promised', async () =>
  (await import('./published-api.mjs')).checkPublishedApi(root).join('\n'),
);

// One run with three workers: two are not enough for two cores, since some suites wait for processes and for PostgreSQL.
await jest(
  'the plan language, the seeds, the studio, the plugins, the server',
  {
    unit: ['schema', 'seeds', 'studio'],
    plugins: ['plugins'],
    api: ['server', 'mocked'],
    // Some suites again with two connections. The whole project: PLANWRIGHT_TEST_POOL=2 node .ci/test.mjs --only api
    pool: ['pool'],
  },
  3,
);
await jest('the parts of the studio, and the story, in a browser', { workbench: ['workbench'], e2e: ['e2e'] }, 2);
await jest('kills, floods and starts, with nothing beside them', { alone: ['alone'] }, 1);

await check('newcomer', 'a newcomer’s way: clone, test one room, format, docs site with all its links', async () =>
  (await import('./newcomer.mjs')).walkAsNewcomer(root),
);

tell();
