import type { Readable } from 'node:stream';

export interface LineLimits {
  /** Bytes of one line. */
  maxLine: number;
  /** Bytes a second that are read on average; a faster writer is held back by its full pipe. */
  bytesPerSecond: number;
  /** Bytes that may come at once. */
  burst: number;
}

/**
 * Reads lines, never more than the event loop can bear: a flood fills the pipe and stops its writer, and between two portions
 * the loop is free for others. `tooLong` is told once, and nothing is read after it.
 */
export function readBoundedLines(
  stream: Readable,
  limits: LineLimits,
  on: { line(line: string): void; tooLong(): void },
): void {
  let parts: Buffer[] = [];
  let length = 0;
  let allowance = limits.burst;
  let last = performance.now();
  let over = false;

  const take = (chunk: Buffer): void => {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0 && !over; end = chunk.indexOf(10, start)) {
      parts.push(chunk.subarray(start, end));
      length += end - start;
      const line = Buffer.concat(parts, length).toString('utf8');
      const fits = length <= limits.maxLine;
      parts = [];
      length = 0;
      start = end + 1;
      if (!fits) over = true;
      else if (line !== '') on.line(line);
    }
    if (start < chunk.length && !over) {
      parts.push(chunk.subarray(start));
      length += chunk.length - start;
      if (length > limits.maxLine) over = true;
    }
    if (over) {
      parts = [];
      stream.pause();
      on.tooLong();
    }
  };

  stream.on('data', (chunk: Buffer) => {
    if (over) return;
    const now = performance.now();
    allowance = Math.min(limits.burst, allowance + ((now - last) / 1000) * limits.bytesPerSecond) - chunk.length;
    last = now;
    take(chunk);
    if (allowance >= 0 || over) return;
    stream.pause();
    setTimeout(() => stream.resume(), Math.ceil((-allowance / limits.bytesPerSecond) * 1000)).unref();
  });
  stream.on('error', () => undefined);
}
