import { createHash } from 'node:crypto';
import { mayActOn, mayManageAccount, personParties } from '../../access/index.js';
import type { OrganisationAct } from '../organisation-act.js';
import type { SavedPerson } from '../people/person-change.js';
import { savePeople } from '../people/save-people.js';
import type { DecidedRow, RowResult } from './decided-row.js';
import { DepartmentNames } from './department-names.js';
import type { DraftRow } from './draft-row.js';
import type { KnownWorkspace, WorkspacePerson } from './known-workspace.js';
import { leaveOutBelow } from './managers-of-rows.js';
import { NewUnits } from './new-units.js';
import { changeOf, refOf } from './person-changes.js';
import { refuseSaved } from './refuse-saved.js';
import { KnownInWords, showKnown } from './show-known.js';

/** Somebody with their own rights: a file is as good as who brings it. */
export type Importer = Exclude<OrganisationAct['actor'], { source: unknown }>;
export type ImportAct = OrganisationAct & { actor: Importer };

/** What an import does, row by row. */
export interface Decision {
  drafts: readonly DraftRow[];
  /** Those of the file, then who is missing in it. */
  rows: DecidedRow[];
  counts: Record<RowResult, number>;
  units: NewUnits;
  /** Who would be deactivated, where that is asked for. */
  missing: readonly WorkspacePerson[];
  /** How many active people the importer looks after. */
  people: number;
  mayCreateUnits: boolean;
  /** The same as long as the import does the same. */
  hash: string;
}

/** Asks of every row what saving it would do, without saving. Rows that fall may take others with them, until all that stand hold. */
export async function decideImport(
  act: ImportAct,
  drafts: readonly DraftRow[],
  known: KnownWorkspace,
): Promise<Decision> {
  const byRef = new Map(drafts.map((draft) => [refOf(draft), draft]));
  let saved = new Map<string, SavedPerson>();
  for (;;) {
    const good = drafts.filter(({ row }) => row.isGood);
    const would = await savePeople(
      act,
      good.map((draft) => changeOf(draft)),
      { dryRun: true },
    );
    saved = new Map([...would.created, ...would.updated, ...would.unchanged].map((one) => [one.ref, one]));
    if (would.rejected.length === 0) break;
    for (const rejection of would.rejected) {
      const draft = byRef.get(rejection.ref);
      if (draft) refuseSaved(draft, rejection, known);
    }
    leaveOutBelow(drafts);
    if (drafts.filter(({ row }) => row.isGood).length === good.length)
      throw new Error('a rejected row was not left out');
  }
  const words = new KnownInWords(known, new DepartmentNames(known));
  const covered = ({ id, departmentId }: WorkspacePerson) =>
    mayActOn(act.actor, 'updatePerson', personParties(id, departmentId));
  const rows = drafts.map((draft): DecidedRow => {
    const { row, person, said } = draft;
    const changes = saved.get(refOf(draft))?.changes ?? [];
    // What is known of people that somebody else looks after is not theirs to see.
    if (!person || covered(person)) showKnown(draft, words, changes);
    return {
      line: row.line,
      result: resultOf(draft, changes.length > 0),
      name: said.name ?? person?.name ?? '',
      personId: person?.id ?? null,
      cells: row.cells,
      problems: row.problems,
    };
  });
  const mine = known.people.filter((person) => person.active && covered(person));
  const missing = missingOf(act, drafts, mine);
  const units = new NewUnits(drafts.filter(({ row }) => row.isGood));
  const counts: Record<RowResult, number> = {
    CREATED: 0,
    UPDATED: 0,
    UNCHANGED: 0,
    MISSING: missing.length,
    REJECTED: 0,
  };
  for (const { result } of rows) counts[result] += 1;
  const all = [...rows, ...missing.map((person) => missingRow(person, words))];
  return {
    drafts,
    rows: all,
    counts,
    units,
    missing,
    people: mine.length,
    mayCreateUnits: mayCreateUnits(act.actor),
    hash: hashOf(drafts, rows, saved, missing),
  };
}

/** Departments and job roles are everybody's, and so for who reaches everybody. */
export const mayCreateUnits = ({ scope }: Importer): boolean => scope.reach === 'all';

function resultOf({ row, person, department, jobRole }: DraftRow, changes: boolean): RowResult {
  if (!row.isGood) return 'REJECTED';
  if (!person) return 'CREATED';
  const inNewUnit = (department && 'names' in department) || (jobRole && 'newTitle' in jobRole);
  return changes || inNewUnit ? 'UPDATED' : 'UNCHANGED';
}

/**
 * People that the file names in no row, not even in one that is left out, unless it says there that they have left. Oneself, and who has
 * more rights, is never missing.
 */
function missingOf(
  { actor }: ImportAct,
  drafts: readonly DraftRow[],
  mine: readonly WorkspacePerson[],
): readonly WorkspacePerson[] {
  const named = new Set(
    drafts
      .filter(({ row }) => !row.problems.some(({ column, code }) => column === 'status' && code === 'LEFT'))
      .flatMap(({ row, person }) => [...row.mentioned, ...(person ? [person.id] : [])]),
  );
  return mine.filter(
    ({ id, departmentId, roles }) =>
      !named.has(id) &&
      !roles.includes('SERVICE') &&
      mayActOn(actor, 'deactivatePerson', personParties(id, departmentId)) &&
      mayManageAccount(actor, roles),
  );
}

function missingRow(person: WorkspacePerson, words: KnownInWords): DecidedRow {
  const cells = (['employeeNumber', 'department', 'jobRole', 'manager'] as const).map((column) => ({
    column,
    given: '',
    now: words.of(person, column),
    changes: false,
    wrong: false,
    notes: [],
  }));
  return { line: null, result: 'MISSING', name: person.name, personId: person.id, cells, problems: [] };
}

/** Ids of people and departments that are only made then are in none of it: they are others each time. */
function hashOf(
  drafts: readonly DraftRow[],
  rows: readonly DecidedRow[],
  saved: ReadonlyMap<string, SavedPerson>,
  missing: readonly WorkspacePerson[],
): string {
  const said = drafts.map((draft, index) => {
    const { row, department, jobRole } = draft;
    const from = saved.get(refOf(draft))?.changes.map((change) => [change.field, change.from]) ?? [];
    return [
      rows[index]?.result,
      row.isGood
        ? [changeOf(draft), department, jobRole, from]
        : row.problems.map(({ column, code }) => [column, code]),
    ];
  });
  return createHash('sha256')
    .update(JSON.stringify([said, missing.map(({ id }) => id)]))
    .digest('base64url');
}
