import { type ItemKind, KINDS } from '../kinds/index.js';
import { type Language } from '../text/index.js';
import { listOf } from '../words/index.js';
import { sayIn, says } from './generated/messages.js';

const ALIASES: Readonly<Record<string, string>> = { by: 'role', to: 'role', with: 'role' };

/** `DOCUMENT` of `deliverable` as `在线文档` or `document`; undefined where the language has no such word. */
export function wordFor(property: string, value: string, language: Language): string | undefined {
  if (property === 'kind') return isKind(value) ? KINDS[value].name[language] : undefined;
  const key = `values.${ALIASES[property] ?? property}.${value}` as const;
  return says(key) ? sayIn(language, key) : undefined;
}

const isKind = (value: string): value is ItemKind => Object.hasOwn(KINDS, value);

/** `COURSE` → `课程`, `course`. */
export function describeItemKind(kind: string, language: Language): string {
  return wordFor('kind', kind, language) ?? kind;
}

/** `ELECTIVE` → `选修`, `elective`. */
export function describeRequirement(requirement: string, language: Language): string {
  return wordFor('requirement', requirement, language) ?? requirement;
}

/** `PT24H` → `24 小时`, `24 hours`. */
export function describeDuration(duration: string, language: Language): string {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? [];
  const parts = [
    ['days', days],
    ['hours', hours],
    ['minutes', minutes],
  ] as const;
  return parts.flatMap(([unit, n]) => (n === undefined ? [] : [sayIn(language, unit, { n: Number(n) })])).join(' ');
}

/** `甲、乙、丙` or `a, b, c`. */
export function list(parts: readonly string[], language: Language): string {
  return listOf(parts)[language];
}
