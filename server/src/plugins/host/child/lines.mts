// One JSON value a line, both ways.
import type { ToChild, ToHost } from '../wire.ts';
import { real } from './guard.mts';

const { stringify, parse } = JSON;

export class TooLarge extends Error {}

export class Lines {
  #maxLine = 1024 * 1024;
  #logLinesPerSecond = 20;
  #logged = 0;
  #dropped = 0;

  configure(maxLine: number, logLinesPerSecond: number): void {
    this.#maxLine = maxLine;
    this.#logLinesPerSecond = logLinesPerSecond;
    setInterval(() => {
      const dropped = this.#dropped;
      this.#logged = 0;
      this.#dropped = 0;
      if (dropped > 0)
        this.log({
          level: 'warn',
          message: `${dropped} log lines dropped: more than ${logLinesPerSecond} in a second`,
          fields: {},
        });
    }, 1000).unref();
  }

  /** Writes a message, or throws `TooLarge` with nothing written. */
  send(message: ToHost): void {
    const line = `${stringify(message)}\n`;
    // A character takes at most three bytes here: only long lines are measured.
    if (line.length * 3 > this.#maxLine && Buffer.byteLength(line) > this.#maxLine)
      throw new TooLarge(`A message of ${Buffer.byteLength(line)} bytes is over the limit of ${this.#maxLine}.`);
    real.output.write(line);
  }

  log(entry: Omit<Extract<ToHost, { t: 'log' }>, 't'>): void {
    if (this.#logged >= this.#logLinesPerSecond) {
      this.#dropped += 1;
      return;
    }
    this.#logged += 1;
    try {
      this.send({ t: 'log', ...entry, message: String(entry.message).slice(0, 4000) });
    } catch {
      this.#dropped += 1;
    }
  }

  listen(on: (message: ToChild) => void): void {
    let rest: string[] = [];
    real.input.setEncoding('utf8');
    real.input.on('data', (chunk: string) => {
      const [first = '', ...others] = chunk.split('\n');
      rest.push(first);
      for (const start of others) {
        on(parse(rest.join('')) as ToChild);
        rest = [start];
      }
    });
    // The host is gone: so are we.
    real.input.on('end', () => real.exit(0));
  }
}
