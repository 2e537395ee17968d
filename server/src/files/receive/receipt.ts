import { addMs, DAY_MS, type Instant } from '@planwright/schema/time';
import { columns, type Database, present, statement } from '../../database/index.js';
import { FileEntity } from '../entities.js';

/** A slow phone sends for this long at most. */
const RECEIVING_MS = 30 * 60_000;
/** What was uploaded and not submitted is kept for seven days. */
const KEPT_MS = 7 * DAY_MS;

const { receipt } = columns(FileEntity, 'receipt');

// Whoever comes later takes over: the earlier sender may be the same phone, whose connection is dead without knowing it.
const TAKE = statement(
  { ...columns(FileEntity, 'id', 'name', 'bytes'), receipt: present(receipt) },
  `
update file set receipt = gen_random_uuid(), expires_at = $5::timestamptz
where id = $1::uuid and workspace_id = $2::uuid and uploaded_by = $3::uuid and state = 'EXPECTED' and expires_at > $4::timestamptz
returning id, name, bytes, receipt`,
);
const EMPTY = statement({}, 'delete from file_chunk where file_id = $1::uuid');
// The share lock waits for who takes over at this moment, and then finds another receipt.
const KEEP = statement(
  { id: 'uuid' },
  `
insert into file_chunk (workspace_id, file_id, position, content)
select f.workspace_id, f.id, $3, $4 from (select * from file where id = $1::uuid and receipt = $2::uuid for share) f
returning id`,
);
const FINISH = statement(
  { id: 'uuid' },
  `
update file set state = 'READY', receipt = null, bytes = $3, media_type = $4, sha256 = $5, expires_at = $6::timestamptz
where id = $1::uuid and receipt = $2::uuid returning id`,
);
const REMOVE = statement({}, `delete from file where id = $1::uuid and receipt = $2::uuid`);
const FINISHED = statement(
  columns(FileEntity, 'id', 'name', 'bytes', 'mediaType'),
  `select id, name, bytes, media_type as "mediaType" from file
   where id = $1::uuid and workspace_id = $2::uuid and uploaded_by = $3::uuid and state = 'READY' and enrolment_id is null`,
);

export interface Sender {
  workspaceId: string;
  personId: string;
}

/** Somebody else receives this file now, or it is gone. */
export class TakenOver extends Error {}

/** The right to write the pieces of one file. Each act is a transaction of its own; none is open while a client is waited for. */
export class Receipt {
  private constructor(
    private readonly database: Database,
    readonly file: { id: string; name: string; bytes: number },
    private readonly receipt: string,
  ) {}

  /** Takes over a file that is expected from this sender, empty; undefined = there is none. */
  static async take(database: Database, fileId: string, of: Sender, now: Instant): Promise<Receipt | undefined> {
    const taken = await database.work(async (tx) => {
      const row = await tx.row(TAKE, [fileId, of.workspaceId, of.personId, now, addMs(now, RECEIVING_MS)]);
      if (row) await tx.rows(EMPTY, [row.id]);
      return row;
    });
    return taken && new Receipt(database, taken, taken.receipt);
  }

  async keep(position: number, content: Buffer): Promise<void> {
    const kept = await this.database.work((tx) => tx.rows(KEEP, [this.file.id, this.receipt, position, content]));
    if (kept.length === 0) throw new TakenOver();
  }

  /** Lets all pieces go, so that others can take their place. */
  empty(): Promise<unknown> {
    return this.database.work((tx) => tx.rows(EMPTY, [this.file.id]));
  }

  async finish(as: { bytes: number; mediaType: string; sha256: Buffer; now: Instant }): Promise<void> {
    const { bytes, mediaType, sha256, now } = as;
    const values = [this.file.id, this.receipt, bytes, mediaType, sha256, addMs(now, KEPT_MS)];
    if ((await this.database.work((tx) => tx.rows(FINISH, values))).length === 0) throw new TakenOver();
  }

  remove(): Promise<unknown> {
    return this.database.work((tx) => tx.rows(REMOVE, [this.file.id, this.receipt]));
  }
}

/** What this sender has sent in full and not submitted: the answer to it may have been lost. */
export async function findReceived(database: Database, fileId: string, of: Sender) {
  const [row] = await database.lookUp(FINISHED, [fileId, of.workspaceId, of.personId]);
  return row;
}
