import { createHash, randomBytes } from 'node:crypto';
import { addMs, type Instant } from '@planwright/schema/time';
import { columns, type Sql, statement } from '../../database/index.js';
import { ReportFileEntity } from '../entities.js';

export const EXPORT_FORMATS = ['PDF', 'XLSX', 'CSV', 'JSON', 'BUNDLE'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How long a link works; anybody who needs the file later makes it again. */
const LINK_MS = 10 * 60_000;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export interface ReportFile {
  name: string;
  format: ExportFormat;
  /** Of a PDF the page that is printed when it is fetched. */
  content: Buffer;
}

const KEEP_REPORT_FILE = statement(
  {},
  `insert into report_file (workspace_id, report_id, person_id, token_hash, name, format, content, expires_at, session_id)
     values ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7, $8::timestamptz, $9::uuid)`,
);

/** Keeps a file and answers the path of its link. Only the hash of the link's token is stored. As worker. */
export async function keepReportFile(
  sql: Sql,
  file: ReportFile,
  of: { workspaceId: string; reportId: string; personId: string; sessionId: string; now: Instant },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await sql.rows(KEEP_REPORT_FILE, [
    of.workspaceId,
    of.reportId,
    of.personId,
    hashOf(token),
    file.name,
    file.format,
    file.content,
    addMs(of.now, LINK_MS),
    of.sessionId,
  ]);
  return `${REPORT_FILES_PATH}/${token}/${encodeURIComponent(file.name)}`;
}

export const REPORT_FILES_PATH = '/reports/files';

const FIND_REPORT_FILE = statement(
  columns(ReportFileEntity, 'name', 'format', 'content'),
  'select name, format, content from report_file where token_hash = $1 and expires_at > $2::timestamptz and session_id = $3::uuid',
);

/** The file of a link that still works, for the session it was made in; forged, old and passed-on links find nothing. As worker. */
export function findReportFile(
  sql: Sql,
  { token, sessionId, now }: { token: string; sessionId: string; now: Instant },
): Promise<ReportFile | undefined> {
  return sql.row(FIND_REPORT_FILE, [hashOf(token), now, sessionId]);
}
