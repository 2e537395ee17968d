import type { SubmittedFile } from '@planwright/schema/engine';
import { type Act } from '../access/index.js';
import { columns, statement, type Tx } from '../database/index.js';
import { FileEntity } from './entities.js';

const WAITING = statement(
  columns(FileEntity, 'id', 'name'),
  `
select id, name from file
where id = any($1::uuid[]) and uploaded_by = $2::uuid and state = 'READY' and enrolment_id is null`,
);

/** The viewer's own uploads of these ids that belong to no submission yet, in the order of the ids; undefined = not all are. */
export async function uploadsToSubmit(
  { tx, viewer }: Act,
  ids: readonly string[],
): Promise<SubmittedFile[] | undefined> {
  const found = new Map((await tx.rows(WAITING, [ids, viewer.personId])).map((file) => [file.id, file]));
  const files = ids.flatMap((id) => found.get(id) ?? []);
  return new Set(ids).size === ids.length && files.length === ids.length ? files : undefined;
}

const SUBMIT = statement(
  { id: 'uuid' },
  `
update file f set enrolment_id = $2::uuid, item_key = $3, submission_id = $4::uuid, position = given.position, expires_at = null
from unnest($1::uuid[]) with ordinality as given(id, position)
where f.id = given.id and f.state = 'READY' and f.enrolment_id is null returning f.id`,
);

/** Makes uploads the files of a submission. False = somebody else has submitted one meanwhile, or it has gone. As worker. */
export async function submitFiles(
  tx: Tx,
  files: readonly SubmittedFile[],
  to: { enrolmentId: string; itemKey: string; submissionId: string },
): Promise<boolean> {
  const ids = files.map(({ id }) => id);
  return (await tx.rows(SUBMIT, [ids, to.enrolmentId, to.itemKey, to.submissionId])).length === ids.length;
}
