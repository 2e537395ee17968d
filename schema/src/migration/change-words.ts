import { dayWords } from '../engine/index.js';
import { type Language, type LocalizedText, textIn } from '../text/index.js';
import { type Instant, type Zone } from '../time/index.js';
import { sayIn } from './generated/messages.js';
import type { ChangeKind, PersonChange } from './person-change.js';

const IN_MARKS = /^《.*》$/;

/** A title that stands in Chinese title marks already keeps those it has. */
const quoted = (title: string, language: Language): string =>
  language === 'zh-CN' && IN_MARKS.test(title) ? title : sayIn(language, 'change.itemTitle', { title });

/** Titles by key, of both versions: what the new one lacks is named by the old one. */
export type Titles = ReadonlyMap<string, LocalizedText>;

const titled = (itemKey: string | undefined, titles: Titles, language: Language): string =>
  itemKey === undefined ? '' : quoted(textIn(titles.get(itemKey), language) || itemKey, language);

/** What happens to one person, with the dates in their zone. */
export function changeInWords(
  { kind, itemKey, before, after }: PersonChange,
  { titles, zone, year }: { titles: Titles; zone: Zone; year: string },
  language: Language,
): string {
  const day = (at: Instant | undefined): string =>
    at === undefined ? '' : dayWords(at, { zone, year }, language).trim();
  return oneInWords(
    kind,
    { title: titled(itemKey, titles, language), before: day(before), after: day(after) },
    language,
  );
}

function oneInWords(
  kind: ChangeKind,
  words: { title: string; before: string; after: string },
  language: Language,
): string {
  const [hadDate, hasDate] = [words.before !== '', words.after !== ''];
  if (kind === 'OPENING') {
    const key = hasDate ? (hadDate ? 'from' : 'to') : hadDate ? 'unknownFrom' : 'unknown';
    return sayIn(language, `change.opening.${key}`, words);
  }
  if (hasDate && (kind === 'ADDED' || kind === 'PLANNED')) return sayIn(language, `change.oneDue.${kind}`, words);
  return sayIn(language, `change.one.${kind}`, words);
}

/** What happens to how many people, without dates: those differ from one to the next. */
export function totalInWords({ kind, itemKey, count }: ChangeTotal, titles: Titles, language: Language): string {
  return sayIn(language, `change.total.${kind}`, { title: titled(itemKey, titles, language), count });
}

/** The same change of several people. */
export interface ChangeTotal {
  kind: ChangeKind;
  itemKey?: string;
  count: number;
}

/** What concerns people most comes first: what they have to do, then what is taken from them, then dates. */
export const CHANGE_KINDS: readonly ChangeKind[] = [
  'ADDED',
  'PLANNED',
  'WAIVED',
  'REOPENED',
  'RESTARTED',
  'FAILED',
  'OVERDUE',
  'CREDITED',
  'OPENS',
  'APPLIES',
  'SUBMITTED',
  'LOCKED',
  'LAPSED',
  'REMOVED',
  'DUE_EARLIER',
  'DUE_LATER',
  'DUE_SET',
  'DUE_GONE',
  'OPENING',
  'STEPS',
  'CAUGHT_UP',
  'FINISHED',
];

/** Counts the same change over everybody who moves. Each person is counted once a line. */
export const totalChanges = (people: readonly { changes: readonly PersonChange[] }[]): ChangeTotal[] =>
  addTotals(people.map(({ changes }) => changes.map(({ kind, itemKey }) => ({ kind, itemKey, count: 1 }))));

/** Totals of parts of everybody as one, weightiest first. */
export function addTotals(parts: readonly (readonly ChangeTotal[])[]): ChangeTotal[] {
  const totals = new Map<string, ChangeTotal>();
  for (const part of parts) {
    for (const { kind, itemKey, count } of part) {
      const name = `${kind} ${itemKey ?? ''}`;
      const total = totals.get(name);
      if (total) total.count += count;
      else totals.set(name, { kind, itemKey, count });
    }
  }
  return [...totals.values()].sort((a, b) => CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind));
}
