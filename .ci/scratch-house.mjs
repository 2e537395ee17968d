// A copy of the sources, in which a test adds something by the steps that a page describes, compiles it and runs it.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

const PACKAGES = { schema: 'schema', seeds: 'seeds', server: 'server', studio: 'studio', 'plugin-sdk': 'plugins/sdk' };

/** The sources as they are, with everybody's packages and no built plan language or server. */
export function copyHouse(name) {
  const folder = mkdtempSync(path.join(tmpdir(), `planwright-${name}-`));
  const at = (file) => path.join(folder, file);
  const files = execFileSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', '.ci', 'schema', 'seeds', 'server', 'studio', 'plugins'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  for (const file of ['package.json', 'tsconfig.json', ...files.split('\n').filter(Boolean)])
    if (existsSync(path.join(root, file))) cpSync(path.join(root, file), at(file));
  for (const own of ['plugins/sdk', 'plugins/core', 'plugins/smtp', 'plugins/webhook', 'plugins/sms', 'seeds'])
    if (existsSync(path.join(root, own, 'dist')))
      cpSync(path.join(root, own, 'dist'), at(`${own}/dist`), { recursive: true });
  const modules = at('node_modules');
  mkdirSync(path.join(modules, '@planwright'), { recursive: true });
  for (const entry of readdirSync(path.join(root, 'node_modules')))
    if (entry !== '@planwright') symlinkSync(path.join(root, 'node_modules', entry), path.join(modules, entry));
  for (const entry of readdirSync(path.join(root, 'node_modules/@planwright')))
    symlinkSync(at(PACKAGES[entry] ?? entry.replace('plugin-', 'plugins/')), path.join(modules, '@planwright', entry));
  for (const own of ['schema', 'seeds', 'server', 'studio'])
    if (existsSync(path.join(root, own, 'node_modules')))
      symlinkSync(path.join(root, own, 'node_modules'), at(`${own}/node_modules`));
  return {
    compile(room, settings = 'tsconfig.json', more = ['--noEmit']) {
      const tsc = path.join(root, 'node_modules/.bin/tsc');
      const { stdout } = spawnSync(tsc, ['-p', `${room}/${settings}`, '--pretty', 'false', ...more], {
        cwd: folder,
        encoding: 'utf8',
      });
      return [...new Set([...stdout.matchAll(/^([^\s(]+)\(\d+,\d+\): error/gm)].map(([, file]) => file))].sort();
    },
    change: (file, edit) => writeFileSync(at(file), edit(readFileSync(at(file), 'utf8'))),
    write: (file, text) => writeFileSync(at(file), text),
    run: (room, program, parameters) =>
      execFileSync(program, parameters, { cwd: at(room), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A block of code that a page shows under a name, without its indentation. */
export function codeOf(page, name) {
  const text = readFileSync(path.join(root, page), 'utf8');
  const [, code] = text.split(`\`\`\`ts ${name}\n`);
  if (code === undefined) throw new Error(`${page} shows no ${name}`);
  return code.slice(0, code.search(/^ *```/m)).replace(/^ {3}/gm, '');
}
