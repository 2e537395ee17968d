import { buffer } from 'node:stream/consumers';
import { columns, type Database, listOf, present, type Sql, statement } from '../database/index.js';
import type { Viewer } from '../people/index.js';
import { readBytes } from './chunks.js';
import { FileEntity } from './entities.js';

const { mediaType, submissionId, ...plain } = columns(
  FileEntity,
  'id',
  'name',
  'bytes',
  'createdAt',
  'mediaType',
  'submissionId',
);
const FILE = { ...plain, mediaType: present(mediaType) };
const SUBMITTED = { ...FILE, submissionId: present(submissionId) };

const FIND = statement(
  FILE,
  `select ${listOf(FILE, 'f')} from file f where f.id = any($1::uuid[]) and f.state = 'READY'`,
);
const OF_SUBMISSIONS = statement(
  SUBMITTED,
  `select ${listOf(SUBMITTED, 'f')} from file f where f.submission_id = any($1::uuid[]) order by f.submission_id, f.position`,
);

export interface FileRow {
  id: string;
  name: string;
  bytes: number;
  mediaType: string;
}

/** Files that the reader may see and that are there in full. */
export const findFiles = (sql: Sql, ids: readonly string[]): Promise<FileRow[]> => sql.rows(FIND, [ids]);

/** Files of submissions that the reader may see, each submission's in the order in which they were given. */
export const findFilesOf = (
  sql: Sql,
  submissionIds: readonly string[],
): Promise<(FileRow & { submissionId: string })[]> => sql.rows(OF_SUBMISSIONS, [submissionIds]);

/** The content of an upload of the viewer's own, for what reads it at once (an import); undefined = it is not there for them. */
export async function readUpload(
  database: Database,
  viewer: Viewer,
  id: string,
): Promise<(FileRow & { content: Buffer }) | undefined> {
  const [file] = await database.read(viewer.scope, (tx) => findFiles(tx, [id]));
  if (!file) return undefined;
  return { ...file, content: await buffer(readBytes(database, id, { start: 0, end: file.bytes })) };
}
