// The way of somebody who joins: a clone, the commands of CONTRIBUTING, and the docs site with all its links. The packages are those
// that are installed here, so that this needs the registry only for what builds the site.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const PACKAGES = { schema: 'schema', seeds: 'seeds', server: 'server', studio: 'studio' };

/** Where a workspace of the house is: `plugin-smtp` → `plugins/smtp`. */
const folderOf = (name) => PACKAGES[name] ?? name.replace(/^plugin-/, 'plugins/');

/** A clone with what is not committed yet, and everybody's packages. */
function cloneTo(copy, root) {
  const git = (cwd, ...words) => execFileSync('git', words, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
  const listed = (...words) =>
    git(root, 'ls-files', ...words)
      .split('\n')
      .filter(Boolean);
  git(root, 'clone', '--quiet', '--local', '.', copy);
  for (const file of listed('-d')) rmSync(path.join(copy, file), { force: true });
  for (const file of listed('-mo', '--exclude-standard'))
    if (existsSync(path.join(root, file))) cpSync(path.join(root, file), path.join(copy, file));
  git(copy, 'add', '--all');
  git(
    copy,
    '-c',
    'user.name=newcomer',
    '-c',
    'user.email=newcomer@example',
    'commit',
    '--quiet',
    '--allow-empty',
    '--message',
    'all',
  );
  // Whatever branch is tried: for the newcomer it is the main one.
  git(copy, 'checkout', '--quiet', '-B', 'main');
  for (const folder of ['.', ...Object.values(PACKAGES), 'docs/site'])
    linkPackages(path.join(root, folder), path.join(copy, folder));
  const own = path.join(root, 'node_modules/@planwright');
  for (const name of readdirSync(own))
    symlinkSync(path.join(copy, folderOf(name)), path.join(copy, 'node_modules/@planwright', name));
}

/** A folder of links, not a link to the folder: only a folder is what .gitignore calls `node_modules/`. */
function linkPackages(from, to) {
  const modules = path.join(from, 'node_modules');
  if (!existsSync(modules)) return;
  mkdirSync(path.join(to, 'node_modules/@planwright'), { recursive: true });
  for (const name of readdirSync(modules))
    if (name !== '@planwright') symlinkSync(path.join(modules, name), path.join(to, 'node_modules', name));
}

/** Everything that would stop a newcomer, as text for people; nothing when the way is free. */
export function walkAsNewcomer(root, say = console.log) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'planwright-newcomer-'));
  const copy = path.join(folder, 'planwright');
  const sh = (command) =>
    spawnSync('sh', ['-c', command], {
      cwd: copy,
      encoding: 'utf8',
      // What is built here already is taken from turbo's memory, as it would be the second time.
      env: { ...process.env, CI: '1', FORCE_COLOR: '0', TURBO_CACHE_DIR: path.join(root, '.turbo/cache') },
    });
  const wrong = [];
  /** `excused`: exit codes that say the machine cannot do it, with the reason printed. */
  const walk = (command, isRight = () => undefined, excused = []) => {
    const startedAt = performance.now();
    const { status, stdout, stderr } = sh(command);
    if (excused.includes(status)) return say(`  ${command} was not tried: ${stderr.trim()}`);
    const complaint = status === 0 ? isRight(stdout) : `ended with code ${status}\n${stdout}${stderr}`.trimEnd();
    say(`  ${command}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
    if (complaint) wrong.push(`${command}: ${complaint}`);
  };
  try {
    cloneTo(copy, root);
    walk('npm test -- server/src/boards', (said) =>
      /\n\d+ passed, 0 failed\n$/.test(said) ? undefined : `the last line does not count:\n${said.slice(-500)}`,
    );
    walk('npm run format', () => sh('git diff --stat').stdout);
    walk('npx changeset status');
    walk('npm run docs', (said) => (/ pages, \d+ links, all alive/.test(said) ? undefined : said), [3]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return wrong.join('\n');
}
