import type { Act } from '../../access/index.js';
import { statement } from '../../database/index.js';
import type { ChosenColumn, Table } from '../../tables/index.js';
import type { PeopleColumn } from './columns.js';
import { PeopleImportEntity } from './entities.js';

export interface ImportWishes {
  columns: ChosenColumn<PeopleColumn>[];
  whenMissing: 'KEEP' | 'DEACTIVATE';
  leaverEnrolments: 'PAUSE' | 'CANCEL' | 'KEEP' | null;
  allOrNothing: boolean;
  createsUnits: boolean;
}

/** What is to be looked at: bytes of a file, cells, or what an earlier import of one's own has read. */
export type ImportSource = { file: Buffer } | { content: Table } | { again: string };

const COPY_CONTENT = statement(
  { id: 'uuid' },
  `
update people_import i set content = o.content, total = o.total, file = o.file
from people_import o
where i.id = $1::uuid and o.id = $2::uuid and o.created_by = i.created_by and o.workspace_id = i.workspace_id
  and o.state in ('READY', 'READING') and (o.content is not null or o.file is not null)
returning i.id`,
);

/** Looked at once more with other wishes, the earlier one is nothing that anybody would come back to. */
const SUPERSEDE = statement({}, 'delete from people_import where id = $1::uuid');

/** Keeps what was sent for the worker. undefined = the earlier import is not there any more. */
export async function beginImport(act: Act, source: ImportSource, wishes: ImportWishes): Promise<string | undefined> {
  const { tx, viewer, now, language } = act;
  await tx.becomeWorker();
  const id = await tx.em.insert(PeopleImportEntity, {
    workspaceId: viewer.workspace.id,
    createdBy: viewer.personId,
    createdAt: now,
    language,
    ...wishes,
    file: 'file' in source ? source.file : null,
    content: 'content' in source ? source.content : null,
    total: 'content' in source ? source.content.rows.length : 0,
  });
  if (!('again' in source)) return id;
  if (!(await tx.row(COPY_CONTENT, [id, source.again]))) return undefined;
  await tx.rows(SUPERSEDE, [source.again]);
  return id;
}

const AGREE = statement(
  { id: 'uuid' },
  `
update people_import set state = 'WRITING', attempts = 0, run = null, lease_until = null, outdated = false
where id = $1::uuid and state = 'READY' and preview_hash = $2 returning id`,
);

/** Lets the worker write; false when it is another preview by now. As worker. */
export const agreeToImport = async ({ tx }: Act, id: string, previewHash: string): Promise<boolean> =>
  (await tx.row(AGREE, [id, previewHash])) !== undefined;
