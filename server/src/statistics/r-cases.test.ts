import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as statistics from './index.js';

interface Case {
  /** Our function; a distribution's method is the last part of `path`. */
  f: string;
  args: unknown[];
  /** What R was asked. */
  r: string;
  path: string;
  value: number | string;
  tolerance?: number;
  source?: string;
}

const cases = JSON.parse(readFileSync(new URL('./testing/r-cases.json', import.meta.url), 'utf8')) as Case[];

/** Answers R has only by an iteration that stops early, or that both sides invert. */
const RELATIVE = 1e-9;

function answer({ f, args, path }: Case): unknown {
  const target: unknown = Reflect.get(statistics, f);
  if (typeof target === 'function') return path === '' ? target(...args) : at(target(...args), path);
  const method: unknown = Reflect.get(Object(target), path);
  return typeof method === 'function' ? method(...args) : undefined;
}

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce((inner, name) => (inner === null ? null : Reflect.get(Object(inner), name)), value);

describe('agreement with R', () => {
  test('there are cases for every function that R has', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
  });

  test.each(
    cases.map((one) => [`${one.f} ${one.path}: ${one.r}${one.source ? ` (${one.source})` : ''}`, one] as const),
  )('%s', (_name, one) => {
    const expected = typeof one.value === 'number' ? one.value : Number(one.value.replace('Inf', 'Infinity'));
    const ours = answer(one);
    if (!Number.isFinite(expected)) return expect(ours).toBe(expected);
    expect(typeof ours).toBe('number');
    const error = Math.abs((ours as number) - expected);
    const scale = Math.max(Math.abs(expected), 1e-300);
    // An exact zero in R's answer may be rounding in ours, and the other way round.
    expect(
      error / scale <= (one.tolerance ?? RELATIVE) || error < 1e-15 ? 'agrees' : `${ours} is not ${expected}`,
    ).toBe('agrees');
  });
});
