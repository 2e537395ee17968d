import { type ChildProcess, spawn } from 'node:child_process';
import type { PluginFailure } from '../plugin-host.js';
import type { ToChild } from '../wire.js';
import { readBoundedLines } from './bounded-lines.js';
import { killGroup } from './kill-group.js';
import type { ProcessLimits } from './process-limits.js';

export interface WalledEvents {
  line(line: string): void;
  /** Once, when it is gone: the host's reason for ending it, or what the system says. */
  ended(why: PluginFailure): void;
}

/** What the host has of a plugin's process. */
export interface Walled {
  readonly exited: Promise<void>;
  readonly pid: number | undefined;
  readonly alive: boolean;
  /** False when the message is too large for one line. */
  send(message: ToChild): boolean;
  kill(why: PluginFailure): void;
}

/** A process with its three pipes, all bounded, and one end. */
export class WalledProcess implements Walled {
  readonly #process: ChildProcess;
  readonly #limits: ProcessLimits;
  #stderr = '';
  #why: PluginFailure | undefined;
  readonly exited: Promise<void>;

  constructor(commandLine: readonly [string, ...string[]], limits: ProcessLimits, events: WalledEvents) {
    this.#limits = limits;
    const [command, ...rest] = commandLine;
    // A group of its own, so that an end reaches whatever it may have started; nothing of our environment.
    const started = spawn(command, rest, {
      env: { TZ: 'UTC' },
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#process = started;
    this.exited = new Promise((resolve) => {
      const end = (byItself: string): void => {
        this.#why ??= { kind: 'died', message: byItself };
        events.ended(this.#why);
        resolve();
      };
      started.once('error', (error) => end(`The process did not start: ${error.message}`));
      // Before its pid can belong to another.
      started.once('exit', () => killGroup(started));
      started.once('close', (code, signal) => end(this.#lastWords(signal ?? `code ${code}`)));
    });
    started.stdin.on('error', () => undefined);
    readBoundedLines(started.stdout, limits.output, {
      line: (line) => {
        if (this.#why === undefined) events.line(line);
      },
      tooLong: () => this.kill({ kind: 'protocol', message: `A line over ${limits.output.maxLine} bytes.` }),
    });
    readBoundedLines(started.stderr, limits.errors, {
      line: (line) => {
        this.#stderr = `${this.#stderr}${line}\n`.slice(-4000);
      },
      tooLong: () => started.stderr.resume(),
    });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get alive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null && this.#why === undefined;
  }

  send(message: ToChild): boolean {
    const line = `${JSON.stringify(message)}\n`;
    if (Buffer.byteLength(line) > this.#limits.maxLineToChild) return false;
    const { stdin } = this.#process;
    if (stdin?.writable) stdin.write(line);
    // One that asks and never reads must not fill our memory with answers.
    if (stdin && stdin.writableLength > 4 * this.#limits.maxLineToChild)
      this.kill({ kind: 'protocol', message: 'It does not read what it is told.' });
    return true;
  }

  kill(why: PluginFailure): void {
    this.#why ??= why;
    killGroup(this.#process);
    // Nothing it still has in its pipes is of interest, and a paused pipe would hide its end.
    this.#process.stdout?.destroy();
    this.#process.stderr?.destroy();
  }

  #lastWords(how: string): string {
    const lines = this.#stderr.split('\n').map((line) => line.trim());
    // The error itself before the line of code that threw it.
    const said =
      lines.find((line) => /^(?:Uncaught )?(?:\w*Error|FATAL)\b/.test(line)) ??
      lines.find((line) => /error|fatal/i.test(line));
    return `The process ended by itself (${how})${said ? `: ${said.slice(0, 500)}` : ''}.`;
  }
}
