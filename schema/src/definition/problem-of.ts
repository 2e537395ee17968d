import { type Text } from '../words/index.js';
import { ERROR_CODES, type Problem, type ProblemCode } from './problem.js';

const ERRORS: ReadonlySet<string> = new Set(ERROR_CODES);

/** A problem with the severity that its code has. `path` holds keys already. */
export function problemOf(code: ProblemCode, path: readonly string[], message: Text): Problem {
  return { code, severity: ERRORS.has(code) ? 'ERROR' : 'WARNING', path: [...path], message };
}
