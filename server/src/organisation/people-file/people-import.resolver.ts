import { type Language, textIn } from '@planwright/schema/text';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  decodeCursor,
  globalId,
  InputArg,
  type NodeSource,
  notFound,
  PageArgs,
  pageOf,
  pageSize,
  type RequestContext,
  type SignedInContext,
  signedIn,
  userError,
  uuidOf,
} from '../../access/graphql/index.js';
import { command, done, refused, requireAction } from '../../access/index.js';
import type { ChosenColumn } from '../../tables/index.js';
import { FAULTS, tableOfCells } from '../../tables/index.js';
import { agreeToImport, beginImport, type ImportSource } from './begin-import.js';
import { PEOPLE_COLUMNS, type PeopleColumn } from './columns.js';
import type { DecidedCell, Problem, RowResult } from './decided-row.js';
import { findImport, type ImportRow, listImportRows, listProblems } from './find-import.js';
import { say } from './generated/messages.js';
import {
  ImportPeopleInput,
  type PeopleImportCellType,
  PeopleImportInput,
  PeopleImportPayload,
  PeopleImportProblemType,
  PeopleImportRowConnection,
  type PeopleImportRowType,
  PeopleImportType,
  PeopleRowResultEnum,
} from './people-import.type.js';
import type { PeopleImports } from './people-imports.js';

/** More than anybody repairs at once; the rest is in `rows`. */
const MOST_PROBLEM_ROWS = 2000;

function importFrom(row: ImportRow, language: Language): PeopleImportType & { __typename: 'PeopleImport' } {
  const { id, about, failure, createsUnits, createdBy: _createdBy, ...rest } = row;
  const { notes = [], columns = [], questions = [], departments = [], jobRoles = [], blocked = null } = about;
  return {
    __typename: 'PeopleImport',
    ...rest,
    id: globalId('PeopleImport', id),
    uuid: id,
    createUnits: createsUnits,
    mayCreateUnits: about.mayCreateUnits ?? false,
    asksAboutMissing: about.asksAboutMissing ?? false,
    blocked: blocked && textIn(blocked, language),
    notes: notes.map((note) => textIn(note, language)),
    columns,
    questions: questions.map(({ key, optional, candidates }) => ({
      column: key,
      optional,
      letters: candidates.map(({ letter }) => letter),
    })),
    newDepartments: departments,
    newJobRoles: jobRoles,
    failure: failure && { row: 0, column: null, code: failure.code, message: textIn(failure.text, language) },
  };
}

const cellFrom = ({ now, notes, ...cell }: DecidedCell, language: Language): PeopleImportCellType => ({
  ...cell,
  now: now === null || typeof now === 'string' ? now : textIn(now, language),
  notes: notes.map((note) => textIn(note, language)),
});

const problemFrom = (line: number | null, { text, ...problem }: Problem, language: Language) => ({
  row: line ?? 0,
  ...problem,
  message: textIn(text, language),
});

async function ownImport(context: SignedInContext, uuid: string | undefined): Promise<PeopleImportType | null> {
  const { viewer, database, language } = context;
  if (uuid === undefined) return null;
  const row = await database.read(viewer.scope, (tx) => findImport(tx, uuid, viewer.personId));
  return row ? importFrom(row, language) : null;
}

export const peopleImportNodes: NodeSource[] = [{ type: 'PeopleImport', load: ownImport }];

@Resolver(() => PeopleImportType)
export class PeopleImportResolver {
  constructor(private readonly imports: PeopleImports) {}

  @Query(() => PeopleImportType, {
    nullable: true,
    description:
      'What a file of people would do, or did. Ask again while it is READING or WRITING. Null when there is none, it is older than a month, or somebody else brought it.',
  })
  peopleImport(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The import.' }) id: string,
  ): Promise<PeopleImportType | null> {
    return ownImport(signedIn(context), uuidOf('PeopleImport', id));
  }

  @FieldResolver(() => [PeopleImportProblemType], {
    description:
      'Why rows are left out, in the order of the file: those of the first 2,000 such rows. Of a file that cannot be read, why.',
  })
  async problems(
    @Ctx() context: RequestContext,
    @Root() { uuid, failure, rejected }: PeopleImportType,
  ): Promise<PeopleImportProblemType[]> {
    if (failure) return [failure];
    if (rejected === 0) return [];
    const { viewer, database, language } = signedIn(context);
    const rows = await database.read(viewer.scope, (tx) => listProblems(tx, uuid, MOST_PROBLEM_ROWS));
    return rows.flatMap(({ line, problems }) => problems.map((problem) => problemFrom(line, problem, language)));
  }

  @FieldResolver(() => PeopleImportRowConnection, {
    description:
      'Rows of the file with what becomes of each, in the order of the file, and behind them who is missing in it.',
  })
  async rows(
    @Ctx() context: RequestContext,
    @Root() found: PeopleImportType,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('result', () => PeopleRowResultEnum, { nullable: true, description: 'Only rows of which this becomes.' })
    result?: RowResult | null,
  ): Promise<Connection<PeopleImportRowType>> {
    const { viewer, database, language } = signedIn(context);
    const first = pageSize(context, page.first);
    const [position] = page.after ? decodeCursor(context, page.after, 1) : [-1];
    const after = Number.isInteger(Number(position)) ? Math.min(Number(position), 1e9) : -1;
    const rows = await database.read(viewer.scope, (tx) =>
      listImportRows(tx, found.uuid, { result: result ?? null, after, limit: first + 1 }),
    );
    return pageOf(
      rows,
      page,
      (row) => [row.position],
      ({ line, result: becomes, name, cells, problems }) => ({
        line,
        result: becomes,
        name,
        cells: cells.map((cell) => cellFrom(cell, language)),
        problems: problems.map((problem) => problemFrom(line, problem, language)),
      }),
    );
  }

  @Mutation(() => PeopleImportPayload, {
    description:
      'Takes a table of people to look at: what it would do is known once `peopleImport` is READY; nothing is written. For ADMIN and HR, who may bring people of their departments alone. User error: INVALID for a table that is too large or none, and for columns that are not known.',
  })
  async preparePeopleImport(
    @Ctx() context: RequestContext,
    @InputArg(() => PeopleImportInput) input: PeopleImportInput,
  ): Promise<PeopleImportPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'preparePeopleImport');
    const invalid = (sentence: Parameters<typeof userError>[1], ...path: string[]) => ({
      import: null,
      userErrors: [userError('INVALID', sentence, viewing.language, path)],
    });
    const { rows, file, again } = input;
    if ([rows, file, again].filter((one) => one != null).length !== 1) return invalid(say('oneTable'), 'rows');
    const columns = columnsOf(input);
    if (!columns) return invalid(say('noColumns'), 'columns');
    const source = sourceOf(input);
    if (!source) throw notFound(viewing);
    if ('fault' in source) return invalid(FAULTS[source.fault], rows ? 'rows' : 'file');
    const begun = await command(viewing, async (act) => {
      const { missing: whenMissing, leaverEnrolments = null, allOrNothing, createUnits: createsUnits } = input;
      const id = await beginImport(act, source, { columns, whenMissing, leaverEnrolments, allOrNothing, createsUnits });
      if (id === undefined) throw notFound(viewing);
      return done(id);
    });
    if (!begun.ok) return { import: null, userErrors: begun.errors };
    void this.imports.wake();
    return { import: await ownImport(viewing, begun.value), userErrors: [] };
  }

  @Mutation(() => PeopleImportPayload, {
    description:
      'Writes what a preview says, all of it or nothing; ask `peopleImport` until it is DONE. For ADMIN and HR. User errors: NOT_NOW when it is not READY, PREVIEW_OUTDATED when it is another preview by now, BLOCKED when there is nothing to import, TOO_MANY_MISSING when more than 5 % or 20 people would be deactivated and `confirmMissing` is not their number. When people change in between, nothing is written and the import is READY again, `outdated`.',
  })
  async importPeople(
    @Ctx() context: RequestContext,
    @InputArg(() => ImportPeopleInput) { importId, previewHash, confirmMissing }: ImportPeopleInput,
  ): Promise<PeopleImportPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'importPeople', importId);
    const { language, viewer } = viewing;
    const uuid = uuidOf('PeopleImport', importId);
    const agreed = await command(viewing, async (act) => {
      const found = uuid === undefined ? undefined : await findImport(act.tx, uuid, viewer.personId);
      if (!found) throw notFound(viewing);
      if (found.state !== 'READY') return refused(userError('NOT_NOW', say('notReady'), language, ['importId']));
      const { blocked, asksAboutMissing = false, share = '' } = found.about;
      if (blocked) return refused({ code: 'BLOCKED' as const, message: textIn(blocked, language), path: ['importId'] });
      if (asksAboutMissing && confirmMissing !== found.missing)
        return refused(
          userError('TOO_MANY_MISSING', say('tooManyMissing', { missing: found.missing, share }), language, [
            'confirmMissing',
          ]),
        );
      await act.tx.becomeWorker();
      return (await agreeToImport(act, found.id, previewHash))
        ? done(found.id)
        : refused(userError('PREVIEW_OUTDATED', say('outdated'), language, ['previewHash']));
    });
    if (!agreed.ok) return { import: await ownImport(viewing, uuid), userErrors: agreed.errors };
    void this.imports.wake();
    return { import: await ownImport(viewing, agreed.value), userErrors: [] };
  }
}

const isColumn = (name: string): name is PeopleColumn => (PEOPLE_COLUMNS as readonly string[]).includes(name);

function columnsOf({ columns }: PeopleImportInput): ChosenColumn<PeopleColumn>[] | undefined {
  const chosen: ChosenColumn<PeopleColumn>[] = [];
  for (const { column, letter } of columns ?? []) {
    if (!isColumn(column)) return undefined;
    chosen.push({ key: column, letter: letter ?? null });
  }
  return chosen;
}

function sourceOf({ rows, file, again }: PeopleImportInput): ImportSource | { fault: keyof typeof FAULTS } | undefined {
  if (again != null) {
    const uuid = uuidOf('PeopleImport', again);
    return uuid === undefined ? undefined : { again: uuid };
  }
  if (file != null) return { file: Buffer.from(file, 'base64') };
  const read = tableOfCells(rows ?? []);
  return 'fault' in read ? read : { content: read.table };
}
