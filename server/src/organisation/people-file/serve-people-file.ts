import { type Language, textIn } from '@planwright/schema/text';
import type { Request, Response } from 'express';
import { askedLanguage, uuidOf } from '../../access/graphql/index.js';
import { may, recordAudit } from '../../access/index.js';
import { type Clock, workspaceNow } from '../../clock/index.js';
import type { Database } from '../../database/index.js';
import { readPersonCards, type Viewer } from '../../people/index.js';
import { findImport, listImportRows } from './find-import.js';
import { sayIn } from './generated/messages.js';
import { readWorkspace } from './known-workspace.js';
import { peopleTable } from './people-table.js';
import { csvOf, type Sheet, xlsxOf } from './table-file.js';
import { templateSheets } from './template-sheets.js';

export const PEOPLE_FILES_PATH = '/people/files';

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const LEFT_OUT = 'left-out-';
const MOST_ROWS = 10_000;

export interface PeopleFileDeps {
  database: Database;
  clock: Clock;
  /** Whose credential the request carries. */
  viewerOf: (request: Request) => Promise<Viewer | null>;
}

/**
 * Answers `/people/files/people.xlsx` (everybody the viewer looks after), `template.xlsx`, and `left-out-<id>.xlsx` (what an import of theirs
 * leaves out, with why), each as .csv too. `?language=en` names the columns in that language. For ADMIN and HR; others find nothing.
 */
export const servePeopleFile =
  (deps: PeopleFileDeps) =>
  async (request: Request, response: Response): Promise<void> => {
    response.set({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    const viewer = await deps.viewerOf(request);
    const [, what = '', kind] = /^([A-Za-z0-9_-]+)\.(xlsx|csv)$/.exec(String(request.params.name)) ?? [];
    if (!viewer || !may(viewer, 'importPeople') || (kind !== 'xlsx' && kind !== 'csv')) {
      response.status(404).end();
      return;
    }
    const language = askedLanguage(String(request.query.language ?? '')) ?? viewer.locale;
    const sheets = await sheetsOf(deps, viewer, what, language);
    const [first] = sheets ?? [];
    if (!sheets || !first) {
      response.status(404).end();
      return;
    }
    const body = kind === 'csv' ? csvOf(first) : await xlsxOf(sheets);
    response.attachment(`${first.title}.${kind}`).type(TYPES[kind]).send(body);
  };

async function sheetsOf(
  { database, clock }: PeopleFileDeps,
  viewer: Viewer,
  what: string,
  language: Language,
): Promise<Sheet[] | undefined> {
  if (what === 'template') return templateSheets(language);
  if (what === 'people') return [await everybody(database, clock, viewer, language)];
  const id = what.startsWith(LEFT_OUT) ? uuidOf('PeopleImport', what.slice(LEFT_OUT.length)) : undefined;
  return id === undefined ? undefined : leftOut(database, viewer, id, language);
}

/** The reader's policies decide who is in it. That it was taken out is told in the audit trail. */
async function everybody(database: Database, clock: Clock, viewer: Viewer, language: Language): Promise<Sheet> {
  const { known, cards } = await database.read(viewer.scope, async (tx) => {
    const workspace = await readWorkspace(tx, viewer.workspace.id);
    const above = workspace.people.flatMap(({ managerId }) => managerId ?? []);
    return { known: workspace, cards: await readPersonCards(tx, [...new Set(above)]) };
  });
  const rows = peopleTable(known, new Map(cards.map(({ id, name }) => [id, name])), language);
  await database.work((tx) =>
    recordAudit(tx, {
      workspaceId: viewer.workspace.id,
      at: workspaceNow(clock, viewer.workspace.clockOffsetMs),
      actorId: viewer.personId,
      action: 'exportPeople',
      outcome: 'OK',
      detail: { people: rows.length - 1 },
    }),
  );
  return { title: sayIn(language, 'template.sheet'), rows };
}

/** The rows as they were, with their line and what is wrong: to repair and to import again. */
async function leftOut(
  database: Database,
  viewer: Viewer,
  id: string,
  language: Language,
): Promise<Sheet[] | undefined> {
  const read = await database.read(viewer.scope, async (tx) => {
    const found = await findImport(tx, id, viewer.personId);
    const rows = found && (await listImportRows(tx, id, { result: 'REJECTED', after: -1, limit: MOST_ROWS }));
    return found && rows && { found, rows };
  });
  if (!read) return undefined;
  const heads = (read.found.about.columns ?? []).filter(({ column }) => column !== null).map(({ name }) => name);
  return [
    {
      title: sayIn(language, 'template.leftOut'),
      rows: [
        [...heads, sayIn(language, 'template.problem'), sayIn(language, 'template.line')],
        ...read.rows.map(({ cells, problems, line }) => [
          ...cells.map(({ given }) => given),
          problems.map(({ text }) => textIn(text, language)).join('\n'),
          String(line ?? ''),
        ]),
      ],
    },
  ];
}
