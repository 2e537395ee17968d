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
import { afterAll, expect, test } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../../..');
const scratch = mkdtempSync(path.join(tmpdir(), 'planwright-kind-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const PACKAGES = { schema: 'schema', seeds: 'seeds', server: 'server', studio: 'studio', 'plugin-sdk': 'plugins/sdk' };

/** The sources as they are, with everybody's packages and no built plan language. */
function copyHouse(): void {
  const files = execFileSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', 'schema', 'seeds', 'server', 'studio', 'plugins'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  for (const file of ['package.json', 'tsconfig.json', ...files.split('\n').filter(Boolean)])
    if (existsSync(path.join(root, file))) cpSync(path.join(root, file), path.join(scratch, file));
  for (const own of ['plugins/sdk', 'plugins/core', 'plugins/smtp', 'plugins/webhook', 'plugins/sms', 'seeds'])
    if (existsSync(path.join(root, own, 'dist')))
      cpSync(path.join(root, own, 'dist'), path.join(scratch, own, 'dist'), { recursive: true });
  const modules = path.join(scratch, 'node_modules');
  mkdirSync(path.join(modules, '@planwright'), { recursive: true });
  for (const name of readdirSync(path.join(root, 'node_modules')))
    if (name !== '@planwright') symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  for (const name of readdirSync(path.join(root, 'node_modules/@planwright')))
    symlinkSync(
      path.join(scratch, PACKAGES[name as keyof typeof PACKAGES] ?? name.replace('plugin-', 'plugins/')),
      path.join(modules, '@planwright', name),
    );
  for (const own of ['schema', 'seeds', 'server', 'studio'])
    if (existsSync(path.join(root, own, 'node_modules')))
      symlinkSync(path.join(root, own, 'node_modules'), path.join(scratch, own, 'node_modules'));
}

/** What the compiler says, by file. */
function compile(room: string, settings = 'tsconfig.json', more: string[] = ['--noEmit']): string[] {
  const tsc = path.join(root, 'node_modules/.bin/tsc');
  const { stdout } = spawnSync(tsc, ['-p', `${room}/${settings}`, '--pretty', 'false', ...more], {
    cwd: scratch,
    encoding: 'utf8',
  });
  return [...new Set([...stdout.matchAll(/^([^\s(]+)\(\d+,\d+\): error/gm)].map(([, file = '']) => file))].sort();
}

const change = (file: string, edit: (text: string) => string): void =>
  writeFileSync(path.join(scratch, file), edit(readFileSync(path.join(scratch, file), 'utf8')));

/** A line for the new kind after that of MEETING, in every table of the file. */
const likeMeeting = (file: string) =>
  change(file, (text) =>
    text.replace(/^(\s*)MEETING: (.+),$/gm, (line, indent, value) => `${line}\n${indent}PROJECT: ${value},`),
  );

test('README’s five steps add a kind, and the compiler names what they leave', () => {
  copyHouse();
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const [, file = '', code = ''] = readme.match(/^ {3}```ts (schema\/src\/kinds\/\S+)\n([\s\S]+?)^ {3}```/m) ?? [];
  expect(file).toBe('schema/src/kinds/project.ts');

  // 1 and 2: one file, and the list. Nothing else of the plan language, the seeds or the server has to change.
  writeFileSync(path.join(scratch, file), code.replace(/^ {3}/gm, ''));
  change('schema/src/kinds/index.ts', (text) =>
    `import { projectKind, projectShape } from './project.js';\n${text}`
      .replace('  SURVEY: surveyKind,', '  SURVEY: surveyKind,\n  PROJECT: projectKind,')
      .replace('  surveyShape,\n]', '  surveyShape,\n  projectShape,\n]'),
  );
  expect(compile('schema')).toEqual([]);
  expect(compile('schema', 'tsconfig.build.json', [])).toEqual([]);
  expect(compile('seeds')).toEqual([]);
  expect(compile('server')).toEqual([]);

  // 3: the API's enum, as the server prints it, and the studio's types of it.
  change('schema/schema.graphql', (text) => text.replace(/(enum ItemKind \{[^}]*?)(\n\})/, '$1\n  PROJECT$2'));
  execFileSync(path.join(root, 'node_modules/.bin/graphql-codegen'), ['--config', 'codegen.ts'], {
    cwd: path.join(scratch, 'studio'),
    stdio: 'ignore',
  });

  // 4: tables that lack a line. With one each, everything compiles.
  const tables = compile('studio');
  expect(tables).toContain('studio/features/states/kind-icon.tsx');
  for (const table of tables) {
    if (table.endsWith('done-fields.tsx'))
      change(table, (text) =>
        text.replace('  SURVEY: SurveyFields,', '  SURVEY: SurveyFields,\n  PROJECT: () => null,'),
      );
    else likeMeeting(table);
  }
  expect(compile('studio')).toEqual([]);
});
