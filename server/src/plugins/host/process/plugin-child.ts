import { type ChildProcess, spawn } from 'node:child_process';
import type { Json } from '@planwright/plugin-sdk';
import type { CallScope } from '../broker/call-scope.js';
import type { LogLevel } from '../broker-session.js';
import type { PluginFailure } from '../plugin-host.js';
import type { Answered, Operation, ToChild, ToHost } from '../wire.js';
import { readBoundedLines } from './bounded-lines.js';
import { readLine } from './from-child.js';
import { killGroup } from './kill-group.js';
import type { ProcessLimits } from './process-limits.js';

/** As the host's callers get it, and whether the answer was over the size of a message, which a smaller batch mends. */
export type ChildCalled = { ok: true; value: Json } | { ok: false; failure: PluginFailure; tooLarge?: boolean };

export interface CallRequest {
  operation: Operation;
  key: string;
  args: Json;
  deadlineMs: number;
  scope?: CallScope | undefined;
}

/** A read in progress: `item` hands a message over; the credit comes back by `grant`. */
export interface ReadRequest extends CallRequest {
  credit: number;
  item(message: Json): void;
}

interface InFlight {
  request: CallRequest;
  settle(called: ChildCalled): void;
  timer: NodeJS.Timeout | undefined;
  /** Of a read: messages it may still send. */
  credit: number;
  item?: ((message: Json) => void) | undefined;
  asks: number;
}

export type Loading =
  | { ok: true; ready: Extract<ToHost, { t: 'ready' }> }
  | { ok: false; broken: Extract<ToHost, { t: 'broken' }> | 'slow' | 'died' };

export interface ChildEvents {
  /** A line of the plugin outside any call. */
  log(level: LogLevel, message: string, fields: Record<string, Json>): void;
  /** The process is gone. `why` when the host ended it for a fault. */
  ended(why: PluginFailure): void;
}

/** One process of one release: calls in flight, their deadlines, and an end that settles all of them. */
export class PluginChild {
  readonly #process: ChildProcess;
  readonly #limits: ProcessLimits;
  readonly #events: ChildEvents;
  readonly #calls = new Map<number, InFlight>();
  readonly #fetches = new Map<number, (answered: Answered) => void>();
  readonly #logs = { second: 0, lines: 0 };
  #last = 0;
  #stderr = '';
  #verdict: PluginFailure | undefined;
  #loading: ((loading: Loading) => void) | undefined;
  #leaving = false;
  readonly exited: Promise<void>;
  readonly startedAt = performance.now();
  calls = 0;
  lastCallAt = performance.now();

  constructor(commandLine: readonly [string, ...string[]], limits: ProcessLimits, events: ChildEvents) {
    this.#limits = limits;
    this.#events = events;
    const [command, ...rest] = commandLine;
    // A group of its own, so that an end reaches whatever it may have started; nothing of our environment.
    this.#process = spawn(command, rest, {
      env: { TZ: 'UTC' },
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.exited = new Promise((resolve) => {
      this.#process.once('error', (error) => {
        this.#verdict ??= { kind: 'died', message: `The process did not start: ${error.message}` };
        this.#ended(null, null);
        resolve();
      });
      // Before its pid can belong to another.
      this.#process.once('exit', () => killGroup(this.#process));
      this.#process.once('close', (code, signal) => {
        this.#ended(code, signal);
        resolve();
      });
    });
    const { stdin, stdout, stderr } = this.#process;
    stdin?.on('error', () => undefined);
    if (stdout)
      readBoundedLines(stdout, limits.output, {
        line: (line) => this.#line(line),
        tooLong: () => this.kill({ kind: 'protocol', message: `A line over ${limits.output.maxLine} bytes.` }),
      });
    if (stderr)
      readBoundedLines(stderr, limits.errors, {
        line: (line) => {
          this.#stderr = `${this.#stderr}${line}\n`.slice(-4000);
        },
        tooLong: () => stderr.resume(),
      });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get inFlight(): number {
    return this.#calls.size;
  }

  /** It was asked to go. */
  get leaving(): boolean {
    return this.#leaving;
  }

  get alive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null && this.#verdict === undefined;
  }

  load(order: Extract<ToChild, { t: 'load' }>): Promise<Loading> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#loading?.({ ok: false, broken: 'slow' });
        this.kill({ kind: 'timeout', message: 'It did not load in time.' });
      }, this.#limits.loadMs);
      this.#loading = (loading) => {
        clearTimeout(timer);
        this.#loading = undefined;
        resolve(loading);
      };
      this.#send(order);
    });
  }

  /** Settles always: by the answer, by the deadline, or by the end of the process. */
  call(request: CallRequest): Promise<ChildCalled> {
    return this.#start(request, 0, undefined).done;
  }

  read(request: ReadRequest): { done: Promise<ChildCalled>; grant(n: number): void; abort(): void } {
    const { id, done } = this.#start(request, request.credit, request.item);
    return {
      done,
      grant: (n) => {
        const call = this.#calls.get(id);
        if (!call) return;
        call.credit += n;
        this.#arm(id, call);
        this.#send({ t: 'credit', call: id, n });
      },
      abort: () => {
        const call = this.#calls.get(id);
        if (!call) return;
        this.#send({ t: 'abort', call: id });
        call.request = { ...call.request, deadlineMs: this.#limits.abortMs };
        this.#arm(id, call);
      },
    };
  }

  /** Lets it finish its calls and go; ends it when it does not. */
  async leave(): Promise<void> {
    this.#leaving = true;
    if (this.#calls.size === 0) this.#bye();
    await this.exited;
  }

  kill(why: PluginFailure): void {
    this.#verdict ??= why;
    killGroup(this.#process);
    // Nothing it still has in its pipes is of interest, and a paused pipe would hide its end.
    this.#process.stdout?.destroy();
    this.#process.stderr?.destroy();
  }

  #start(request: CallRequest, credit: number, item: ((message: Json) => void) | undefined) {
    this.#last += 1;
    const id = this.#last;
    this.calls += 1;
    this.lastCallAt = performance.now();
    const done = new Promise<ChildCalled>((resolve) => {
      const call: InFlight = { request, timer: undefined, credit, item, asks: 0, settle: resolve };
      if (!this.alive) {
        resolve({ ok: false, failure: { kind: 'unavailable', message: 'The process has just ended.' } });
        return;
      }
      this.#calls.set(id, call);
      this.#arm(id, call);
      const sent = this.#send({
        t: 'call',
        call: id,
        operation: request.operation,
        key: request.key,
        args: request.args,
        ...(request.scope ? { context: request.scope.context } : {}),
        ...(item ? { credit } : {}),
      });
      if (!sent)
        this.#settle(id, {
          ok: false,
          failure: { kind: 'refused', message: 'The request is over the size of one message.' },
        });
    });
    return { id, done };
  }

  /** A read that waits for its consumer has no deadline; everything else has. */
  #arm(id: number, call: InFlight): void {
    clearTimeout(call.timer);
    if (call.item && call.credit === 0) return;
    const { deadlineMs, operation } = call.request;
    call.timer = setTimeout(() => {
      const late: PluginFailure = { kind: 'timeout', message: `${operation} took longer than ${deadlineMs} ms.` };
      this.#settle(id, { ok: false, failure: late });
      this.kill({
        kind: 'died',
        message: `The process was ended because ${operation} took longer than ${deadlineMs} ms.`,
      });
    }, deadlineMs);
  }

  #settle(id: number, called: ChildCalled): void {
    const call = this.#calls.get(id);
    if (!call) return;
    this.#calls.delete(id);
    clearTimeout(call.timer);
    call.request.scope?.close();
    const { scope } = call.request;
    if (called.ok) call.settle(scope ? { ok: true, value: scope.scrubJson(called.value) } : called);
    else
      call.settle({
        ...called,
        failure: { ...called.failure, message: scope?.scrub(called.failure.message) ?? called.failure.message },
      });
    if (this.#leaving && this.#calls.size === 0) this.#bye();
  }

  #bye(): void {
    this.#send({ t: 'bye' });
    const timer = setTimeout(
      () => this.kill({ kind: 'died', message: 'It did not leave when asked.' }),
      this.#limits.abortMs,
    );
    void this.exited.then(() => clearTimeout(timer));
  }

  /** False when it is too large for one line. */
  #send(message: ToChild): boolean {
    const line = `${JSON.stringify(message)}\n`;
    if (Buffer.byteLength(line) > this.#limits.output.maxLine) return false;
    if (this.#process.stdin?.writable) this.#process.stdin.write(line);
    return true;
  }

  #broke(what: string): void {
    this.kill({ kind: 'protocol', message: `It broke the protocol: ${what}.` });
  }

  #line(line: string): void {
    if (this.#verdict) return;
    const message = readLine(line);
    if (!message) return this.#broke('a line that is no message');
    switch (message.t) {
      case 'ready':
        return this.#loading?.({ ok: true, ready: message });
      case 'broken':
        return this.#loading?.({ ok: false, broken: message });
      case 'result':
        return this.#settle(
          message.call,
          message.ok
            ? { ok: true, value: message.value }
            : {
                ok: false,
                failure: {
                  kind: message.fault.code === 'too-large' ? 'protocol' : 'error',
                  message: message.fault.message,
                },
                tooLarge: message.fault.code === 'too-large',
              },
        );
      case 'item':
        return this.#item(message.call, message.message);
      case 'ask':
        return this.#ask(message);
      case 'fetched': {
        const { t: _, ask, ...answered } = message;
        this.#fetches.get(ask)?.(answered);
        this.#fetches.delete(ask);
        return;
      }
      case 'verdict':
        return this.#calls.get(message.call)?.request.scope?.verdict(message.ask, message.verdict);
      case 'log':
        return this.#log(message);
      default:
        message satisfies never;
    }
  }

  #item(id: number, message: Json): void {
    const call = this.#calls.get(id);
    if (!call) return;
    if (!call.item || call.credit === 0) return this.#broke('a message without credit');
    call.credit -= 1;
    this.#arm(id, call);
    call.item(call.request.scope ? call.request.scope.scrubJson(message) : message);
  }

  #ask({ call: id, ask, operation, args }: Extract<ToHost, { t: 'ask' }>): void {
    const call = this.#calls.get(id);
    const scope = call?.request.scope;
    const refuse = (message: string) =>
      this.#send({ t: 'answer', ask, ok: false, fault: { message, code: 'refused', left: false } });
    // Its call has ended or never had a context: late timers of a plugin come here.
    if (!call || !scope) return void refuse('The call is over.');
    if (call.asks >= this.#limits.asksAtOnce)
      return this.#broke(`more than ${this.#limits.asksAtOnce} questions at once`);
    call.asks += 1;
    const fetch = (): Promise<Answered> =>
      new Promise((resolve) => {
        if (!this.#calls.has(id)) return resolve({ ok: false, fault: { message: 'The call is over.', left: false } });
        this.#fetches.set(ask, resolve);
        this.#send({ t: 'fetch', ask });
      });
    void scope.ask(ask, operation, args, fetch).then((answered) => {
      call.asks -= 1;
      if (!this.#send({ t: 'answer', ask, ...answered })) refuse('The answer is over the size of one message.');
    });
  }

  #log({ call, level, message, fields }: Extract<ToHost, { t: 'log' }>): void {
    const second = Math.floor(performance.now() / 1000);
    if (this.#logs.second !== second) Object.assign(this.#logs, { second, lines: 0 });
    this.#logs.lines += 1;
    // The child drops what is over its own cap: a flood comes from one that does not keep the rules.
    if (this.#logs.lines > this.#limits.logLinesPerSecond * 10) return this.#broke('a flood of log lines');
    const scope = call === undefined ? undefined : this.#calls.get(call)?.request.scope;
    if (scope) scope.log(level, message, fields);
    else this.#events.log(level, this.#scrubAll(message), {});
  }

  /** Outside a call nobody knows whose secret it might be: those of all calls in flight are taken out. */
  #scrubAll(text: string): string {
    return [...this.#calls.values()].reduce((clean, call) => call.request.scope?.scrub(clean) ?? clean, text);
  }

  #ended(code: number | null, signal: NodeJS.Signals | null): void {
    const said = this.#stderr
      .split('\n')
      .find((line) => /error|fatal/i.test(line))
      ?.trim();
    const why = this.#verdict ?? {
      kind: 'died' as const,
      message: `The process ended by itself (${signal ?? `code ${code}`})${said ? `: ${said.slice(0, 500)}` : ''}.`,
    };
    this.#verdict = why;
    this.#loading?.({ ok: false, broken: 'died' });
    const failure: PluginFailure = { ...why, message: this.#scrubAll(why.message) };
    for (const resolve of this.#fetches.values())
      resolve({ ok: false, fault: { message: failure.message, left: true } });
    this.#fetches.clear();
    for (const id of [...this.#calls.keys()]) this.#settle(id, { ok: false, failure });
    this.#events.ended(failure);
  }
}
