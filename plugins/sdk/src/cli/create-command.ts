import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AuthorError } from '../build/index.js';
import type { Command } from './command.js';
import { moduleFolder } from './compiler.js';
import { SDK, TEMPLATE } from './places.js';

const KINDS = ['channel', 'connector', 'rule', 'scorer'] as const;
type Kind = (typeof KINDS)[number];

/** How each kind is named in the template's index. */
const PROPERTY: Record<Kind, string> = {
  channel: 'channels',
  connector: 'connectors',
  rule: 'reminderRules',
  scorer: 'scorers',
};

/** `create <folder> --kind channel,rule`: a plugin that builds and passes its tests, without a network. */
export const createCommand: Command = async ({ folder, words, flags, say }) => {
  const [where] = words;
  if (where === undefined) throw new AuthorError('Say where: planwright-plugin create my-plugin --kind all');
  const target = path.resolve(folder, where);
  const id = path.basename(target);
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(id))
    throw new AuthorError(`${id} cannot be the id of a plugin. Use lower-case letters, digits and hyphens.`);
  if (existsSync(target) && (await readdir(target)).length > 0)
    throw new AuthorError(`${target} is not empty. Name a new folder.`);
  const kinds = kindsIn(flags.get('--kind') ?? 'all');
  await copyTemplate(target, kinds);
  await nameIt(target, id, kinds);
  await linkSdk(target);
  say(`${id} is in ${target}: ${kinds.join(', ')}. Next: cd ${where} && npm test`);
};

function kindsIn(given: string): Kind[] {
  const asked = given === 'all' ? [...KINDS] : given.split(',').map((word) => word.trim());
  const kinds = KINDS.filter((kind) => asked.includes(kind));
  const unknown = asked.find((word) => !KINDS.some((kind) => kind === word));
  if (unknown !== undefined || kinds.length === 0)
    throw new AuthorError(
      `There is no kind ${unknown ?? given}. Choose of ${KINDS.join(', ')}, several with commas, or all.`,
    );
  return kinds;
}

const asksService = (kinds: readonly Kind[]): boolean => kinds.includes('channel') || kinds.includes('connector');

async function copyTemplate(target: string, kinds: readonly Kind[]): Promise<void> {
  const unwanted = KINDS.filter((kind) => !kinds.includes(kind)).flatMap((kind) => [`${kind}.ts`, `${kind}.test.ts`]);
  if (!asksService(kinds)) unwanted.push('service.ts', 'testing');
  await cp(TEMPLATE, target, {
    recursive: true,
    filter: (file) => !['node_modules', 'dist', ...unwanted].includes(path.basename(file)),
  });
}

async function nameIt(target: string, id: string, kinds: readonly Kind[]): Promise<void> {
  const change = async (file: string, edit: (text: string) => string): Promise<void> =>
    writeFile(path.join(target, file), edit(await readFile(path.join(target, file), 'utf8')));
  await change('src/index.ts', (text) => indexFor(text, kinds).replace("id: 'template'", `id: '${id}'`));
  await change('package.json', (text) => {
    const json: Record<string, unknown> = JSON.parse(text);
    const sdk = path.relative(target, SDK).split(path.sep).join('/');
    return `${JSON.stringify({ ...json, name: `planwright-plugin-${id}`, dependencies: { '@planwright/plugin-sdk': `file:${sdk}` } }, null, 2)}\n`;
  });
  for (const file of ['README.md', 'README.zh-CN.md']) await change(file, (text) => text.replace(/^# .*/, `# ${id}`));
}

/** The template's index without what the plugin does not contribute. */
function indexFor(text: string, kinds: readonly Kind[]): string {
  const dropped = KINDS.filter((kind) => !kinds.includes(kind));
  const service = asksService(kinds);
  const lines = text.split('\n').filter((line) => {
    if (dropped.some((kind) => line.includes(`'./${kind}.js'`) || line.trimStart().startsWith(`${PROPERTY[kind]}:`)))
      return false;
    return service || !(line.includes("'./service.js'") || /^ {2}(check|classify),$/.test(line));
  });
  const kept = lines.join('\n');
  if (service) return kept;
  return kept
    .replace('import { definePlugin }', 'import { definePlugin, z }')
    .replace('\n  config,', '\n  config: z.strictObject({}),')
    .replace('\n  permissions,', '\n  permissions: {},');
}

/** Links instead of an installation: the checkout has everything already, and the network may be far. */
async function linkSdk(target: string): Promise<void> {
  const modules = path.join(target, 'node_modules');
  const links: [string, string][] = [
    ['@planwright/plugin-sdk', SDK],
    ['@planwright/schema', moduleFolder('@jest/globals').replace(/@jest.globals$/, path.join('@planwright', 'schema'))],
    ['@jest/globals', moduleFolder('@jest/globals')],
  ];
  for (const [name, folder] of links) {
    const link = path.join(modules, name);
    await mkdir(path.dirname(link), { recursive: true });
    await rm(link, { recursive: true, force: true });
    await symlink(folder, link, 'junction');
  }
  const bin = path.join(modules, '.bin');
  const program = path.join(SDK, 'bin/planwright-plugin.mjs');
  await mkdir(bin, { recursive: true });
  if (process.platform === 'win32')
    await writeFile(path.join(bin, 'planwright-plugin.cmd'), `@node "${program}" %*\r\n`);
  else await symlink(program, path.join(bin, 'planwright-plugin'));
  await writeFile(path.join(target, '.gitignore'), 'node_modules/\ndist/\n*.tgz\n');
}
