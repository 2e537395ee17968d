import type { Called } from './plugin-host.js';

/** Bytes of people in one message; the rest of the line is for settings and the calendar. */
const BATCH_BYTES = 512 * 1024;

/** Cuts a list into runs that fit into a message each, in order. */
export function cut<T>(list: readonly T[], most = BATCH_BYTES): T[][] {
  const batches: T[][] = [];
  let batch: T[] = [];
  let bytes = 0;
  for (const element of list) {
    const size = Buffer.byteLength(JSON.stringify(element)) + 1;
    if (batch.length > 0 && bytes + size > most) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(element);
    bytes += size;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

/** Asks for each run and joins the answers. A run whose answer is too large is halved. */
export async function inBatches<T, R>(
  list: readonly T[],
  ask: (batch: T[]) => Promise<Called<R[]> | { tooLarge: true }>,
): Promise<Called<R[]>> {
  const open = cut(list);
  const all: R[] = [];
  while (open.length > 0) {
    const batch = open.shift() ?? [];
    const called = await ask(batch);
    if ('tooLarge' in called) {
      if (batch.length === 1)
        return {
          ok: false,
          failure: { kind: 'protocol', message: 'The answer for one person is over the size of a message.' },
        };
      const half = Math.ceil(batch.length / 2);
      open.unshift(batch.slice(0, half), batch.slice(half));
      continue;
    }
    if (!called.ok) return called;
    for (const value of called.value) all.push(value);
  }
  return { ok: true, value: all };
}
