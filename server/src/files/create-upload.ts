import { addMs, type Instant } from '@planwright/schema/time';
import { userError } from '../access/graphql/index.js';
import { type Act, done, type Outcome, refused } from '../access/index.js';
import { statement } from '../database/index.js';
import { FileEntity } from './entities.js';
import { endingOf, isKnownEnding } from './file-kinds.js';
import { plainFileName } from './file-name.js';
import { say } from './generated/messages.js';

export const MEGABYTE = 1024 * 1024;
/** From asking for a place to the first byte. */
const BEGIN_WITHIN_MS = 10 * 60_000;
/** What one person may have uploaded and not submitted: more is a mistake, or somebody who fills the disk. */
const MOST_WAITING = 60;

const LIMITS = statement(
  { megabytes: 'int', kept: 'double', waiting: 'int' },
  `
select w.max_file_megabytes as megabytes,
  (select coalesce(sum(f.bytes), 0)::double precision from file f where f.workspace_id = $1::uuid) as kept,
  (select count(*)::int from file f where f.uploaded_by = $2::uuid and f.enrolment_id is null) as waiting
from workspace w where w.id = $1::uuid`,
);

export interface CreateUpload {
  name: string;
  bytes: number;
}

/** Makes a place for one file of the viewer's; its bytes come afterwards. `at` is real time: a sandbox has another one. */
export async function createUpload(
  { tx, viewer, language }: Act,
  { name: given, bytes }: CreateUpload,
  { at, mostBytes }: { at: Instant; mostBytes: number },
): Promise<Outcome<{ id: string }>> {
  const name = plainFileName(given);
  const ending = endingOf(name);
  if (name === '') return refused(userError('INVALID', say('nameMissing'), language, ['name']));
  if (ending === '') return refused(userError('INVALID', say('noEnding'), language, ['name']));
  if (!isKnownEnding(ending)) return refused(userError('INVALID', say('kindRefused', { ending }), language, ['name']));
  // What everybody has uploaded is nothing that the viewer may see.
  await tx.becomeWorker();
  const limits = await tx.row(LIMITS, [viewer.workspace.id, viewer.personId]);
  if (!limits) throw new Error('the workspace of a viewer is not there');
  const { megabytes, kept, waiting } = limits;
  if (bytes < 1) return refused(userError('INVALID', say('empty'), language, ['bytes']));
  if (bytes > megabytes * MEGABYTE)
    return refused(userError('INVALID', say('tooLarge', { megabytes }), language, ['bytes']));
  if (waiting >= MOST_WAITING)
    return refused(userError('INVALID', say('tooManyWaiting', { count: MOST_WAITING }), language, []));
  if (kept + bytes > mostBytes) return refused(userError('INVALID', say('noSpace'), language, ['bytes']));
  const id = await tx.em.insert(FileEntity, {
    workspaceId: viewer.workspace.id,
    uploadedBy: viewer.personId,
    name,
    bytes,
    createdAt: at,
    expiresAt: addMs(at, BEGIN_WITHIN_MS),
  });
  return done({ id });
}
