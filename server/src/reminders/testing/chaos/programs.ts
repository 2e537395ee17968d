import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '../../../database/connect.js';

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

/** A cluster that can be shut down “immediate” (as at a power cut) and started again on the same port. */
export class RestartableCluster {
  #child: ChildProcess | undefined;
  #pid: number;

  constructor(
    private readonly folder: string,
    private readonly adminUrl: string,
    pid: number,
  ) {
    this.#pid = pid;
  }

  async restartImmediate(): Promise<void> {
    const [line = ''] = readFileSync(path.join(this.folder, 'postmaster.opts'), 'utf8').split('\n');
    const [program = '', ...quoted] = line.match(/"[^"]*"|\S+/g) ?? [];
    process.kill(this.#pid, 'SIGQUIT');
    await this.#gone();
    const { uid, gid } = statSync(this.folder);
    this.#child = spawn(
      program,
      quoted.map((one) => one.replaceAll('"', '')),
      { cwd: this.folder, uid, gid, stdio: 'ignore' },
    );
    this.#pid = this.#child.pid ?? 0;
    for (;;) {
      try {
        await (await connect(this.adminUrl)).end();
        return;
      } catch {
        await wait(50);
      }
    }
  }

  async stop(): Promise<void> {
    process.kill(this.#pid, 'SIGINT');
    await this.#gone();
  }

  async #gone(): Promise<void> {
    for (;;) {
      try {
        process.kill(this.#pid, 0);
      } catch {
        return;
      }
      await wait(20);
    }
  }
}
