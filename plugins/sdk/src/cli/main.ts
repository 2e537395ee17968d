import { AuthorError } from '../build/index.js';
import { buildCommand } from './build-command.js';

const COMMANDS: Record<string, (folder: string, flags: ReadonlySet<string>, words: string[]) => Promise<void>> = {
  build: buildCommand,
};

/** Runs one command in `folder`. @returns the exit code */
export async function main(parameters: readonly string[], folder: string): Promise<number> {
  const [name = '', ...rest] = parameters;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    console.error(`Say what to do: ${Object.keys(COMMANDS).join(', ')}.`);
    return 2;
  }
  try {
    await command(folder, new Set(rest.filter((word) => word.startsWith('--'))), rest);
    return 0;
  } catch (cause) {
    if (!(cause instanceof AuthorError)) throw cause;
    console.error(cause.message);
    return 1;
  }
}
