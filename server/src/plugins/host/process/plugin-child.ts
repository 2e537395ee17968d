import type { Json } from '@planwright/plugin-sdk';
import type { PluginFailure } from '../plugin-host.js';
import type { Answered, ToChild, ToHost } from '../wire.js';
import {
  type CallRequest,
  type ChildCalled,
  type ChildEvents,
  cleaned,
  type InFlight,
  type Loading,
  OVER,
  type ReadRequest,
  resultOf,
  UNREADABLE,
} from './child-call.js';
import { readLine } from './from-child.js';
import type { ProcessLimits } from './process-limits.js';
import { Unasked } from './unasked.js';
import { type Walled, type WalledEvents, WalledProcess } from './walled-process.js';

/** One process of one release: calls in flight, their deadlines, and an end that settles all of them. */
export class PluginChild {
  readonly #process: Walled;
  readonly #limits: ProcessLimits;
  readonly #events: ChildEvents;
  readonly #calls = new Map<number, InFlight>();
  readonly #fetches = new Map<number, { call: number; resolve(answered: Answered): void }>();
  readonly #unaskedFor: Unasked;
  #last = 0;
  #loading: ((loading: Loading) => void) | undefined;
  #leaving = false;
  readonly startedAt = performance.now();
  calls = 0;
  lastCallAt = performance.now();

  /** `start` begins the process; from then on it tells its lines and its end. */
  constructor(
    commandLine: readonly [string, ...string[]],
    limits: ProcessLimits,
    events: ChildEvents,
    start: (on: WalledEvents) => Walled = (on) => new WalledProcess(commandLine, limits, on),
  ) {
    this.#limits = limits;
    this.#events = events;
    this.#unaskedFor = new Unasked(limits.logLinesPerSecond * 10);
    this.#process = start({ line: (line) => this.#heard(line), ended: (why) => this.#ended(why) });
  }

  get exited(): Promise<void> {
    return this.#process.exited;
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
    return this.#process.alive;
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
      this.#process.send(order);
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
        this.#process.send({ t: 'credit', call: id, n });
      },
      abort: () => {
        const call = this.#calls.get(id);
        if (!call) return;
        this.#process.send({ t: 'abort', call: id });
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
    this.#process.kill(why);
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
      const sent = this.#process.send({
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
    const { scope } = call.request;
    scope?.close();
    // Others wait for a token that this call went to fetch.
    for (const [ask, { call: of, resolve }] of this.#fetches) {
      if (of !== id) continue;
      this.#fetches.delete(ask);
      resolve({ ok: false, fault: { message: OVER, left: true } });
    }
    const clean = cleaned(called, scope);
    call.settle(clean ?? UNREADABLE);
    if (!clean) this.kill(UNREADABLE.failure);
    if (this.#leaving && this.#calls.size === 0) this.#bye();
  }

  #bye(): void {
    this.#process.send({ t: 'bye' });
    const timer = setTimeout(
      () => this.kill({ kind: 'died', message: 'It did not leave when asked.' }),
      this.#limits.abortMs,
    );
    void this.exited.then(() => clearTimeout(timer));
  }

  #broke(what: string): void {
    this.kill({ kind: 'protocol', message: `It broke the protocol: ${what}.` });
  }

  /** Nothing that a process writes may reach further than its own end. */
  #heard(line: string): void {
    try {
      this.#line(line);
    } catch (error) {
      this.#broke(`a line that could not be handled (${error instanceof Error ? error.name : 'unknown'})`);
    }
  }

  #line(line: string): void {
    const message = readLine(line);
    if (!message) {
      this.#broke('a line that is no message');
      return;
    }
    switch (message.t) {
      case 'ready':
        this.#loading?.({ ok: true, ready: message });
        break;
      case 'broken':
        this.#loading?.({ ok: false, broken: message });
        break;
      case 'result':
        this.#settle(message.call, resultOf(message));
        break;
      case 'item':
        this.#item(message.call, message.message);
        break;
      case 'ask':
        this.#ask(message);
        break;
      case 'fetched': {
        const { t: _, ask, ...answered } = message;
        this.#fetches.get(ask)?.resolve(answered);
        this.#fetches.delete(ask);
        break;
      }
      case 'verdict':
        this.#calls.get(message.call)?.request.scope?.verdict(message.ask, message.verdict);
        break;
      case 'log':
        this.#log(message);
        break;
      default:
        message satisfies never;
    }
  }

  #item(id: number, message: Json): void {
    const call = this.#calls.get(id);
    if (!call) this.#unasked();
    else if (!call.item || call.credit === 0) this.#broke('a message without credit');
    else {
      call.credit -= 1;
      this.#arm(id, call);
      call.item(call.request.scope ? call.request.scope.scrubJson(message) : message);
    }
  }

  #ask({ call: id, ask, operation, args }: Extract<ToHost, { t: 'ask' }>): void {
    const call = this.#calls.get(id);
    const scope = call?.request.scope;
    if (!call || !scope) {
      // Its call has ended or never had a context: late timers of a plugin come here.
      if (this.#unasked())
        this.#process.send({ t: 'answer', ask, ok: false, fault: { message: OVER, code: 'refused', left: false } });
      return;
    }
    if (call.asks >= this.#limits.asksAtOnce) {
      this.#broke(`more than ${this.#limits.asksAtOnce} questions at once`);
      return;
    }
    call.asks += 1;
    const fetch = (): Promise<Answered> =>
      new Promise((resolve) => {
        if (!this.#calls.has(id)) {
          resolve({ ok: false, fault: { message: OVER, left: false } });
          return;
        }
        // A number that is used twice would leave the first to wait for ever, and with it all who want the token.
        this.#fetches.get(ask)?.resolve({ ok: false, fault: { message: OVER, left: true } });
        this.#fetches.set(ask, { call: id, resolve });
        this.#process.send({ t: 'fetch', ask });
      });
    scope
      .ask(ask, operation, args, fetch)
      .then((answered) => {
        call.asks -= 1;
        if (this.#process.send({ t: 'answer', ask, ...answered })) return;
        const fault = {
          message: 'The answer is over the size of one message.',
          code: 'too-large' as const,
          left: true,
        };
        this.#process.send({ t: 'answer', ask, ok: false, fault });
      })
      .catch(() => this.#broke('a question that could not be answered'));
  }

  #log({ call, level, message, fields }: Extract<ToHost, { t: 'log' }>): void {
    if (!this.#unasked()) return;
    const scope = call === undefined ? undefined : this.#calls.get(call)?.request.scope;
    if (scope) scope.log(level, message, fields);
    else this.#events.log(level, this.#scrubAll(message), {});
  }

  #unasked(): boolean {
    if (this.#unaskedFor.count()) return true;
    this.#broke('a flood of lines');
    return false;
  }

  /** Outside a call nobody knows whose secret it might be: those of all calls in flight are taken out. */
  #scrubAll(text: string): string {
    return [...this.#calls.values()].reduce((clean, call) => call.request.scope?.scrub(clean) ?? clean, text);
  }

  #ended(why: PluginFailure): void {
    this.#loading?.({ ok: false, broken: 'died' });
    const failure: PluginFailure = { ...why, message: this.#scrubAll(why.message) };
    for (const id of [...this.#calls.keys()]) this.#settle(id, { ok: false, failure });
    this.#events.ended(failure);
  }
}
