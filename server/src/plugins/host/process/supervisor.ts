import type { Json } from '@planwright/plugin-sdk';
import type { LocalizedText } from '@planwright/schema/text';
import type { LogLevel } from '../broker-session.js';
import { brokenBecause, integrityProblem } from '../integrity.js';
import type { LoadedRelease, PluginFailure, ReleaseHealth } from '../plugin-host.js';
import { PROTOCOL } from '../wire.js';
import type { Loading } from './child-call.js';
import { PluginChild } from './plugin-child.js';
import type { ProcessLimits } from './process-limits.js';
import { residentMemory } from './resident-memory.js';
import { Turns } from './turns.js';

export interface SupervisorOptions {
  limits: ProcessLimits;
  /** Starts a process that may read this bundle. */
  commandLine(bundle: string, heapMb: number): [string, ...string[]];
  /** How a process finds the bundle. */
  bundleUrl(bundle: string): string;
  log(level: LogLevel, message: string, fields: Record<string, Json>): void;
}

/** A process, or why there is none now. */
export type Acquired = { child: PluginChild } | { failure: PluginFailure };

/**
 * Keeps the process of one release: started when somebody calls, started again with growing waits when it ends badly, replaced
 * when it is worn, let go when nobody calls. Bytes that do not fit their hash, and code that does not load, are not tried again.
 */
export class Supervisor {
  /** Where the bytes lie may change, what they are does not. */
  release: LoadedRelease;
  readonly turns: Turns;
  /** Pure calls hold the process while they run: one after the other, so that each has its whole time. */
  readonly ruleTurns = new Turns(1);
  readonly limits: ProcessLimits;
  readonly #options: SupervisorOptions;
  readonly #all = new Set<PluginChild>();
  #child: PluginChild | undefined;
  #starting: Promise<Acquired> | undefined;
  #problem: LocalizedText | undefined;
  #hopeless = false;
  #badEnds = 0;
  #notBefore = 0;
  #restarts = 0;
  #stopped = false;
  readonly #watch: NodeJS.Timeout;
  classifies = false;

  constructor(release: LoadedRelease, options: SupervisorOptions) {
    this.release = release;
    this.#options = options;
    const asked = release.manifest.limits ?? {};
    this.limits = {
      ...options.limits,
      callMs: Math.min(asked.callMs ?? options.limits.callMs, options.limits.callMs),
      heapMb: Math.min(asked.memoryMb ?? options.limits.heapMb, 4 * options.limits.heapMb),
    };
    this.turns = new Turns(
      Math.max(1, Math.min(asked.concurrency ?? options.limits.concurrency, options.limits.concurrency)),
    );
    this.#watch = setInterval(() => void this.#look(), options.limits.pollMs);
    this.#watch.unref();
  }

  health(): ReleaseHealth {
    const state = this.#problem
      ? 'broken'
      : this.#child?.alive
        ? 'ready'
        : performance.now() < this.#notBefore
          ? 'backing-off'
          : 'idle';
    return { state, restarts: this.#restarts, ...(this.#problem ? { problem: this.#problem } : {}) };
  }

  /** Pids of its processes, for tests and the doctor. */
  pids(): number[] {
    return [...this.#all].flatMap((child) => child.pid ?? []);
  }

  async acquire(): Promise<Acquired> {
    if (this.#stopped) return unavailable('The plugin is stopped.');
    if (this.#problem && this.#hopeless) return unavailable(`The plugin is broken. ${this.#problem.en}`);
    const child = this.#child;
    if (child?.alive && !this.#worn(child)) return { child };
    if (child?.alive) void child.leave();
    this.#child = undefined;
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  /** Lets calls in flight end, then the processes go. */
  async rest(): Promise<void> {
    await this.#starting;
    this.#child = undefined;
    await Promise.all([...this.#all].map((child) => child.leave()));
  }

  /** As `rest`, and none is started again. */
  async retire(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#watch);
    await this.rest();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#watch);
    for (const child of this.#all) child.kill({ kind: 'unavailable', message: 'The server stops.' });
    await this.#starting;
    for (const child of this.#all) child.kill({ kind: 'unavailable', message: 'The server stops.' });
    await Promise.all([...this.#all].map((child) => child.exited));
  }

  #worn(child: PluginChild): boolean {
    return child.calls >= this.limits.recycleCalls || performance.now() - child.startedAt > this.limits.recycleMs;
  }

  async #start(): Promise<Acquired> {
    const wait = this.#notBefore - performance.now();
    if (wait > this.limits.backoff.patienceMs)
      return unavailable('The plugin ended badly and waits before it starts again.', Math.ceil(wait));
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    // A file can come back; code that does not load stays as it is.
    const problem = await integrityProblem(this.release);
    if (problem) return this.#broken(problem, false);
    this.#problem = undefined;
    if (this.#stopped) return unavailable('The plugin is stopped.');
    const { id, version, sha256, bundle, manifest } = this.release;
    const child: PluginChild = new PluginChild(this.#options.commandLine(bundle, this.limits.heapMb), this.limits, {
      log: (level, message, fields) => this.#options.log(level, message, { plugin: id, version, ...fields }),
      ended: (why) => this.#ended(child, why),
    });
    this.#all.add(child);
    const loading = await child.load({
      t: 'load',
      protocol: PROTOCOL,
      id,
      version,
      api: manifest.api,
      bundle: this.#options.bundleUrl(bundle),
      sha256,
      maxLine: this.limits.output.maxLine,
      logLinesPerSecond: this.limits.logLinesPerSecond,
    });
    const wrong = this.#wrongWith(loading);
    if (wrong === 'died') return unavailable('The plugin’s process ended while it started.', this.#backOff());
    if (wrong) {
      child.kill({ kind: 'unavailable', message: wrong.en ?? '' });
      return this.#broken(wrong, true);
    }
    this.classifies = loading.ok && loading.ready.classifies;
    this.#child = child;
    return { child };
  }

  #wrongWith(loading: Loading): LocalizedText | 'died' | undefined {
    if (!loading.ok) {
      if (loading.broken === 'died') return 'died';
      if (loading.broken === 'slow') return brokenBecause.slow();
      const { reason, message } = loading.broken;
      if (reason === 'bytes') return brokenBecause.hash();
      return reason === 'no-plugin' ? brokenBecause.noPlugin() : brokenBecause.threw(message);
    }
    const { id, version, manifest } = this.release;
    const { ready } = loading;
    if (ready.api !== manifest.api) return brokenBecause.api(ready.api);
    if (ready.id !== id || ready.version !== version)
      return brokenBecause.identity(`${ready.id}@${ready.version}`, `${id}@${version}`);
    return undefined;
  }

  #broken(problem: LocalizedText, hopeless: boolean): Acquired {
    const known = this.#problem?.en === problem.en;
    this.#problem = problem;
    this.#hopeless = hopeless;
    if (known) return unavailable(`The plugin is broken. ${problem.en}`);
    this.#options.log('error', 'a plugin is broken and stays off', {
      plugin: this.release.id,
      problem: problem.en ?? '',
    });
    return unavailable(`The plugin is broken. ${problem.en}`);
  }

  #ended(child: PluginChild, why: PluginFailure): void {
    this.#all.delete(child);
    if (this.#child === child) this.#child = undefined;
    if (this.#stopped || child.leaving) return;
    this.#restarts += 1;
    // One that worked for long before it ended starts a new row of waits.
    if (child.calls > 100) this.#badEnds = 0;
    const wait = this.#backOff();
    this.#options.log('warn', 'a plugin’s process ended', { plugin: this.release.id, why: why.message, waitMs: wait });
  }

  #backOff(): number {
    const { firstMs, lastMs } = this.limits.backoff;
    if (this.#notBefore > performance.now()) return Math.ceil(this.#notBefore - performance.now());
    const wait = Math.min(lastMs, firstMs * 2 ** this.#badEnds);
    this.#badEnds += 1;
    this.#notBefore = performance.now() + wait;
    return Math.ceil(wait);
  }

  async #look(): Promise<void> {
    for (const child of this.#all) {
      if (child.pid === undefined) continue;
      const resident = await residentMemory(child.pid);
      const most = (this.limits.heapMb + this.limits.beyondHeapMb) * 1024 * 1024;
      if (resident !== undefined && resident > most)
        child.kill({
          kind: 'died',
          message: `The process was ended because it held ${Math.round(resident / 1024 / 1024)} MiB.`,
        });
      else if (child.inFlight === 0 && performance.now() - child.lastCallAt > this.limits.idleMs) {
        if (this.#child === child) this.#child = undefined;
        void child.leave();
      }
    }
  }
}

const unavailable = (message: string, retryAfterMs?: number): Acquired => ({
  failure: { kind: 'unavailable', message, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
});
