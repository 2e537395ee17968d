import { nameKey } from '@planwright/schema/tables';
import { listOf } from '@planwright/schema/words';
import type { ReadColumn } from './decided-row.js';
import type { DraftRow } from './draft-row.js';
import { say } from './generated/messages.js';
import { mailboxKey, numberKey } from './people-by-name.js';

type Fields = Pick<DraftRow, 'row' | 'said' | 'person'>;

/**
 * Two rows about one person. Where they say the same, the first one counts; where they do not, nobody knows which is right, and
 * both are left out.
 */
export function refuseDuplicates(rows: readonly Fields[]): void {
  const told = new Set<Fields>();
  const refuse = (group: readonly Fields[], column: ReadColumn) => {
    const fresh = group.filter((each) => !told.has(each));
    const [first, ...others] = fresh;
    if (!first || group.length < 2) return;
    const same = others.filter((other) => saysTheSame(first, other));
    for (const { row } of same) row.refuse(null, 'DUPLICATE', say('sameRow', { line: first.row.line }));
    for (const each of same) told.add(each);
    if (same.length === others.length) return;
    const lines = listOf(group.map(({ row }) => row.line).slice(0, 5));
    for (const each of [first, ...others]) {
      if (told.has(each)) continue;
      told.add(each);
      each.row.refuse(column, 'DUPLICATE', say('samePerson', { lines }));
    }
  };
  const by = (keyOf: (each: Fields) => string | null | undefined, column: ReadColumn) => {
    const groups = Map.groupBy(rows, (each) => keyOf(each) || null);
    for (const [key, group] of groups) if (key !== null) refuse(group, column);
  };
  by(({ said }) => said.employeeNumber && numberKey(said.employeeNumber), 'employeeNumber');
  by(({ said }) => said.email && mailboxKey(said.email), 'email');
  by(({ person }) => person?.id, 'name');
  refuseNamesakes(rows);
}

/** A name alone says who somebody is only where nobody else in the file has it. */
function refuseNamesakes(rows: readonly Fields[]): void {
  const byName = Map.groupBy(rows, ({ said, person }) => nameKey(said.name ?? person?.name ?? ''));
  for (const [name, group] of byName) {
    if (name === '' || group.length < 2) continue;
    for (const { row, said } of group) {
      if (said.employeeNumber || said.email || !row.isGood || said.name === undefined) continue;
      row.refuse('name', 'AMBIGUOUS', say('severalCalled', { name: said.name, count: group.length }));
    }
  }
}

const saysTheSame = (one: Fields, other: Fields): boolean =>
  one.row.cells.every(({ column, given }) => other.row.text(column) === given);
