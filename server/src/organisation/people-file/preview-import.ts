import { plainDateIn } from '@planwright/schema/time';
import { listOf, type Text } from '@planwright/schema/words';
import { sayOfTable, type Table } from '../../tables/index.js';
import { tooManyMissing } from '../leaving/too-many-missing.js';
import type { PeopleColumn, PeopleColumns } from './columns.js';
import { type Decision, decideImport, type ImportAct, mayCreateUnits } from './decide-import.js';
import type { ReadColumn } from './decided-row.js';
import { draftPeople } from './draft-people.js';
import { say } from './generated/messages.js';
import type { AboutImport, Preview, TakenImport } from './import-record.js';
import { readWorkspace } from './known-workspace.js';

const SAMPLES = 3;

/** Decides over the whole file, within a transaction and as the worker. Nothing is written. */
export async function decideOver(
  act: ImportAct,
  taken: Pick<TakenImport, 'createsUnits' | 'now' | 'zone'>,
  table: Table,
  columns: PeopleColumns,
): Promise<Decision> {
  const known = await readWorkspace(act.tx, act.workspaceId);
  const drafts = draftPeople(table, columns, known, {
    today: plainDateIn(taken.now, taken.zone),
    units: !mayCreateUnits(act.actor) ? 'REFUSE' : taken.createsUnits ? 'CREATE' : 'ASK',
  });
  return decideImport(act, drafts, known);
}

/** What people are shown of a decision. */
export function previewOf(
  { rows, counts, units, missing, people, mayCreateUnits, hash }: Decision,
  taken: Pick<TakenImport, 'whenMissing' | 'allOrNothing'>,
  table: Table,
  columns: PeopleColumns,
): Preview {
  const writes = counts.CREATED + counts.UPDATED + (taken.whenMissing === 'DEACTIVATE' ? counts.MISSING : 0);
  const blocked =
    taken.allOrNothing && counts.REJECTED > 0
      ? say('allOrNothingBlocked', { rows: counts.REJECTED })
      : writes === 0
        ? say('nothingToDo')
        : null;
  return {
    rows,
    counts,
    total: rows.length - counts.MISSING,
    hash: blocked ? null : hash,
    about: aboutOf(table, columns, {
      departments: units.departments.map(({ path }) => path),
      jobRoles: units.jobRoles,
      mayCreateUnits,
      asksAboutMissing: taken.whenMissing === 'DEACTIVATE' && tooManyMissing(missing.length, people),
      share: people === 0 ? '' : `${Math.round((100 * missing.length) / people)}%`,
      blocked,
    }),
  };
}

/** A table of which it has to be asked first what its columns are. */
export function askingPreview(table: Table, columns: PeopleColumns): Preview {
  const [first] = columns.questions;
  if (!first) throw new Error('there is nothing to ask');
  return {
    rows: [],
    counts: { CREATED: 0, UPDATED: 0, UNCHANGED: 0, MISSING: 0, REJECTED: 0 },
    total: table.rows.length - columns.head - 1,
    hash: null,
    about: aboutOf(table, columns, {
      departments: [],
      jobRoles: [],
      mayCreateUnits: false,
      asksAboutMissing: false,
      share: '',
      blocked: say('whichColumn', { column: say(`columns.${first.key}`) }),
    }),
  };
}

function aboutOf(
  table: Table,
  columns: PeopleColumns,
  more: Omit<AboutImport, 'notes' | 'questions' | 'columns'>,
): AboutImport {
  const notes: Text[] = sayOfTable(table, columns.head);
  if (columns.unread.length > 0)
    notes.push(say('columnUnread', { names: listOf(columns.unread.slice(0, 20).map(({ name }) => name)) }));
  return { ...more, notes, questions: columns.questions, columns: columnsOf(table, columns) };
}

function columnsOf({ rows, letters }: Table, { head, columns, facts }: PeopleColumns): AboutImport['columns'] {
  const taken = new Map<number, ReadColumn>();
  for (const [key, place] of Object.entries(columns)) taken.set(place, key as PeopleColumn);
  for (const [key, place] of facts) taken.set(place, `fact.${key}`);
  return letters.map((letter, place) => ({
    letter,
    name: rows[head]?.cells[place] ?? '',
    samples: rows
      .slice(head + 1, head + 200)
      .map(({ cells }) => cells[place] ?? '')
      .filter((cell) => cell !== '')
      .slice(0, SAMPLES),
    column: taken.get(place) ?? null,
  }));
}
