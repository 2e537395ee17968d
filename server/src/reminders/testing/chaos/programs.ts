import { type ChildProcess, spawn } from 'node:child_process';

/** A program in a process of its own; its first line of output is answered by `first`. */
export interface Program {
  child: ChildProcess;
  first: Promise<string>;
  output(): string;
}

export function startProgram(
  file: string,
  parameters: readonly string[],
  variables: Record<string, string> = {},
): Program {
  const child = spawn(process.execPath, ['--no-warnings', file, ...parameters], {
    env: { ...process.env, NODE_OPTIONS: '', ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const first = new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('\n')) resolve(output.slice(0, output.indexOf('\n')));
    });
    child.once('error', reject);
    child.once('exit', () => resolve(''));
  });
  return { child, first, output: () => output };
}

export const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));
