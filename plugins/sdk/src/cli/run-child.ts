import { spawn } from 'node:child_process';

export interface ChildRun {
  code: number;
  output: string;
}

/** Runs a program to its end. With `show`, what it prints goes to the terminal; else it is kept. Never throws: a missing program gives 127. */
export function runChild(
  command: string,
  parameters: readonly string[],
  folder: string,
  { show = false, env = process.env } = {},
): Promise<ChildRun> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(command, parameters, {
      cwd: folder,
      env,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (cause) => resolve({ code: 127, output: cause.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
