import { listOf } from '@planwright/schema/words';
import type { ReadColumn } from './decided-row.js';
import type { DraftRow, ManagerOfRow } from './draft-row.js';
import { say } from './generated/messages.js';
import type { WorkspacePerson } from './known-workspace.js';
import { type NamedOne, PeopleByName } from './people-by-name.js';

type Candidate = NamedOne & { manager: ManagerOfRow };

/** Which column of a row names the manager. */
export const managerColumn = ({ row }: DraftRow): ReadColumn =>
  row.text('managerNumber') === '' ? 'manager' : 'managerNumber';

/** Finds every manager, wherever in the file they stand; rows below somebody who is left out are left out too. */
export function findManagers(rows: readonly DraftRow[], people: readonly WorkspacePerson[]): void {
  const inFile = new Set(rows.flatMap(({ person }) => person?.id ?? []));
  const candidates = [
    ...rows.map((draft): Candidate => ({ ...asNamed(draft), manager: { row: draft } })),
    ...people
      .filter(({ id, active }) => active && !inFile.has(id))
      .map((person) => ({ ...person, manager: { person } })),
  ];
  const byName = new PeopleByName<Candidate>(candidates);
  const left = new PeopleByName(people.filter(({ active }) => !active));
  for (const draft of rows) draft.manager = managerOf(draft, byName, left);
  leaveOutBelow(rows);
}

const asNamed = ({ said, person }: DraftRow): NamedOne => ({
  name: said.name ?? person?.name ?? '',
  employeeNumber: said.employeeNumber ?? person?.employeeNumber ?? null,
  email: said.email ?? person?.email ?? null,
});

function managerOf(
  draft: DraftRow,
  byName: PeopleByName<Candidate>,
  left: PeopleByName<WorkspacePerson>,
): DraftRow['manager'] {
  const { row, said } = draft;
  if (said.manager == null) return said.manager;
  const { by, text } = said.manager;
  const column = managerColumn(draft);
  const found = by === 'number' ? byName.withNumber(text) : byName.meant(text);
  const [only, another] = found;
  if (only && !another) {
    if ('row' in only.manager && only.manager.row === draft) {
      row.refuse(column, 'CYCLE', say('ownManager'));
      return undefined;
    }
    return only.manager;
  }
  if (!only) {
    const [leaver] = by === 'number' ? left.withNumber(text) : left.meant(text);
    if (leaver) row.refuse(column, 'UNKNOWN_MANAGER', say('managerLeft', { name: leaver.name }));
    else row.refuse(column, 'UNKNOWN_MANAGER', say('unknownManager', { who: text }));
    return undefined;
  }
  const numbers = found.slice(0, 4).map(({ name, employeeNumber, email }) => employeeNumber ?? email ?? name);
  row.refuse(
    column,
    'AMBIGUOUS_MANAGER',
    say('severalManagers', { who: text, count: found.length, numbers: listOf(numbers) }),
  );
  return undefined;
}

/** Somebody new cannot be below somebody who is not made; who is there already can lead whatever their own row says. */
export function leaveOutBelow(rows: readonly DraftRow[]): DraftRow[] {
  const below = Map.groupBy(
    rows.filter(({ manager }) => manager && 'row' in manager && !manager.row.person),
    ({ manager }) => (manager && 'row' in manager ? manager.row : undefined),
  );
  const fallen: DraftRow[] = [];
  const gone = rows.filter(({ row }) => !row.isGood);
  for (let next = gone.pop(); next; next = gone.pop())
    for (const draft of below.get(next) ?? []) {
      if (!draft.row.isGood) continue;
      draft.row.refuse(
        managerColumn(draft),
        'MANAGER_LEFT_OUT',
        say('managerLeftOut', { name: next.said.name ?? '', line: next.row.line }),
      );
      fallen.push(draft);
      gone.push(draft);
    }
  return fallen;
}
