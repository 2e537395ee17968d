import { Migration } from '@mikro-orm/migrations';

/** Files that people upload, in pieces, so that none is ever in memory or in one statement as a whole. */
export class CreateFiles extends Migration {
  override name = '20261130f1-files';

  override up(): void {
    this.addSql(
      `alter table workspace add max_file_megabytes int not null default 25 check (max_file_megabytes between 1 and 200)`,
    );
    this.addSql(`
      create table file (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        uploaded_by uuid not null,
        name text not null,
        bytes int not null check (bytes >= 0),
        state text not null default 'EXPECTED' check (state in ('EXPECTED', 'READY')),
        media_type text,
        sha256 bytea,
        receipt uuid,
        created_at timestamptz not null,
        expires_at timestamptz,
        enrolment_id uuid,
        item_key text,
        submission_id uuid,
        position int check (position > 0),
        unique (workspace_id, id),
        check (state = 'EXPECTED' or (media_type is not null and sha256 is not null)),
        check (num_nulls(enrolment_id, item_key, submission_id, position) in (0, 4)),
        check ((enrolment_id is null) = (expires_at is not null)),
        foreign key (workspace_id, uploaded_by) references person (workspace_id, id),
        foreign key (workspace_id, enrolment_id) references enrolment (workspace_id, id)
      )`);
    this.addSql('create index on file (uploaded_by)');
    this.addSql('create index on file (enrolment_id)');
    this.addSql('create index on file (submission_id, position)');
    this.addSql('create index on file (expires_at)');
    this.addSql('create index on file (workspace_id) include (bytes)');
    this.addSql(`
      create table file_chunk (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        file_id uuid not null,
        position int not null check (position >= 0),
        content bytea not null,
        unique (workspace_id, id),
        unique (file_id, position),
        foreign key (workspace_id, file_id) references file (workspace_id, id) on delete cascade
      )`);
    // What was uploaded is mostly compressed already.
    this.addSql('alter table file_chunk alter content set storage external');
    this.addSql('create index on file_chunk (workspace_id, file_id)');
  }
}
