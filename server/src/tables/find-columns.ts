import { visibleText } from '@planwright/schema/tables';
import type { Table } from './table.js';

/** A column that an import reads, and how people call it. */
export interface WantedColumn<Key extends string> {
  key: Key;
  /** In small letters. A column of exactly one of these names is it; one whose name holds such a name may be it. */
  names: readonly string[];
}

/** Somebody's answer to a question: which column it is; null = the table has none. */
export interface ChosenColumn<Key extends string> {
  key: Key;
  letter: string | null;
}

export interface ColumnCandidate {
  letter: string;
  name: string;
  /** The first things that stand in it. */
  samples: string[];
}

/** What cannot be told from the names alone, and is asked rather than guessed: the wrong column would be believed. */
export interface ColumnQuestion<Key extends string> {
  key: Key;
  /** The table may be without it. */
  optional: boolean;
  candidates: ColumnCandidate[];
}

export interface FoundColumns<Key extends string> {
  /** Which of the rows names the columns. */
  head: number;
  columns: Partial<Record<Key, number>>;
  questions: ColumnQuestion<Key>[];
}

/** Titles, dates and remarks above the names seldom take more lines. */
const HEAD_LINES = 30;
const SAMPLES = 3;

const plainName = (text: string): string =>
  visibleText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/\s+/g, ' ')
    .replace(/[*:：]+$/, '')
    .trim();

/**
 * Which row names the columns, and which column is what. null = no row names any of them.
 * @param isNeeded whether the import needs this column, once the others are known
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one search, whose levels share what they have ruled out
export function findColumns<Key extends string>(
  { rows, letters }: Table,
  wanted: readonly WantedColumn<Key>[],
  chosen: readonly ChosenColumn<Key>[],
  isNeeded: (key: Key, has: (key: Key) => boolean) => 'needed' | 'optional' | 'superfluous',
): FoundColumns<Key> | null {
  const head = headOf(rows, wanted);
  if (head === null) return null;
  const names = (rows[head]?.cells ?? []).map(plainName);
  const columns: Partial<Record<Key, number>> = {};
  const answered = new Set<Key>();
  for (const { key, letter } of chosen) {
    const index = letter === null ? -1 : letters.indexOf(letter);
    if (letter !== null && index < 0) continue;
    answered.add(key);
    if (index >= 0) columns[key] = index;
  }
  const exactly = new Map(wanted.map(({ key, names: own }) => [key, placesOf(names, (name) => own.includes(name))]));
  for (const { key } of wanted) {
    const [only, another] = exactly.get(key) ?? [];
    if (!answered.has(key) && only !== undefined && another === undefined) columns[key] = only;
  }
  const questions: ColumnQuestion<Key>[] = [];
  const has = (key: Key) => columns[key] !== undefined;
  for (const { key, names: own } of wanted) {
    if (answered.has(key) || has(key)) continue;
    const need = isNeeded(key, has);
    const same = exactly.get(key) ?? [];
    if (need === 'superfluous' && same.length === 0) continue;
    const taken = new Set(Object.values(columns));
    const free = placesOf(names, () => true).filter((place) => !taken.has(place));
    const alike = free.filter((place) => own.some((name) => name.length > 1 && names[place]?.includes(name)));
    const places = same.length > 0 ? same : alike.length > 0 || need === 'optional' ? alike : free;
    if (places.length === 0) continue;
    questions.push({
      key,
      optional: need !== 'needed',
      candidates: places.map((place) => ({
        letter: letters[place] ?? '',
        name: rows[head]?.cells[place] ?? '',
        samples: rows
          .slice(head + 1)
          .map(({ cells }) => cells[place] ?? '')
          .filter((cell) => cell !== '')
          .slice(0, SAMPLES),
      })),
    });
  }
  return { head, columns, questions };
}

const placesOf = (names: readonly string[], fits: (name: string) => boolean): number[] =>
  names.flatMap((name, place) => (name !== '' && fits(name) ? [place] : []));

/** The row that names most of the columns; the first of those that name equally many. */
function headOf(rows: Table['rows'], wanted: readonly WantedColumn<string>[]): number | null {
  let best: { row: number; score: number } | null = null;
  for (const [row, { cells }] of rows.slice(0, HEAD_LINES).entries()) {
    const names = cells.map(plainName);
    const score = wanted.filter(({ names: own }) => names.some((name) => own.includes(name))).length;
    if (score > (best?.score ?? 0)) best = { row, score };
  }
  return best?.row ?? null;
}
