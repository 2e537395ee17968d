import type { LocalizedText } from '../text/index.js';

export const ERROR_CODES = [
  'unknown-property',
  'wrong-type',
  'missing',
  'newer-format',
  'duplicate-key',
  'unknown-key',
  'cycle',
  'unreachable',
  'elective-too-few',
  'elective-without-group',
  'group-across-stages',
  'date-cycle',
  'due-before-open',
  'impossible-window',
  'bad-expression',
  'unknown-plugin',
  'bad-plugin-config',
  'deadlock',
  'html-in-text',
] as const;
export const WARNING_CODES = [
  'placeholder-title',
  'unknown-metric',
  'unknown-grant',
  'never-happens',
  'missing-language',
  'no-due',
  'no-review',
  'provisional-year',
  'reminder-storm',
  'far-due',
  'grants-need-admin',
] as const;

export type ProblemCode = (typeof ERROR_CODES)[number] | (typeof WARNING_CODES)[number];
export type Severity = 'ERROR' | 'WARNING';

/** What is wrong with a definition, where, and how to put it right. */
export interface Problem {
  code: ProblemCode;
  severity: Severity;
  /** Keys from the root: `['stages', 'role-awareness', 'items', 'interviews', 'due']`; an index where there is no key. */
  path: string[];
  /** One or two sentences in every language of `LANGUAGES`: what is wrong, and what to do. */
  message: LocalizedText;
}
