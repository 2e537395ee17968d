import { AuthorError } from '../build/index.js';
import { buildCommand } from './build-command.js';
import type { Command } from './command.js';
import { createCommand } from './create-command.js';
import { devCommand } from './dev-command.js';
import { doctorCommand } from './doctor-command.js';
import { packCommand } from './pack-command.js';
import { testCommand } from './test-command.js';
import { validateCommand } from './validate-command.js';

const COMMANDS: Readonly<Record<string, { run: Command; does: string }>> = {
  create: { run: createCommand, does: '<folder> [--kind channel,connector,rule,scorer]  a new plugin that works' },
  dev: { run: devCommand, does: 'builds on each change; a server in development mode takes it over' },
  test: { run: testCommand, does: 'runs the tests' },
  build: { run: buildCommand, does: 'writes dist/plugin.mjs and its manifest' },
  validate: { run: validateCommand, does: 'says what is missing before you hand the plugin on' },
  pack: { run: packCommand, does: 'writes an archive for a server' },
  doctor: { run: doctorCommand, does: 'says how well plugins are isolated on this machine' },
};

/** Runs one command in `folder`. @returns the exit code */
export async function main(parameters: readonly string[], folder: string): Promise<number> {
  const [name = '', ...rest] = parameters;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    console.error(
      `planwright-plugin <command>\n${Object.entries(COMMANDS)
        .map(([each, { does }]) => `  ${each.padEnd(9)} ${does}`)
        .join('\n')}`,
    );
    return 2;
  }
  try {
    await command.run({ folder, ...partsOf(rest), say: (line) => console.log(line) });
    return 0;
  } catch (cause) {
    if (!(cause instanceof AuthorError)) throw cause;
    console.error(cause.message);
    return 1;
  }
}

/** `--kind all` and `--kind=all` are the same. */
function partsOf(rest: readonly string[]): { words: string[]; flags: Map<string, string> } {
  const words: string[] = [];
  const flags = new Map<string, string>();
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i] ?? '';
    if (!word.startsWith('--')) words.push(word);
    else if (word.includes('=')) flags.set(word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1));
    else if (word === '--kind') flags.set(word, rest[++i] ?? '');
    else flags.set(word, '');
  }
  return { words, flags };
}
