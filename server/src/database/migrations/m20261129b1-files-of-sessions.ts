import { Migration } from '@mikro-orm/migrations';

/** A file that was exported is handed to the session that asked for it, as long as that is open. */
export class BindFilesToSessions extends Migration {
  override name = '20261129b1-files-of-sessions';

  override up(): void {
    // They live for ten minutes: whoever still wants one makes it again.
    this.addSql('delete from report_file');
    this.addSql(
      'alter table report_file add column session_id uuid not null references session (id) on delete cascade',
    );
    this.addSql('create index on report_file (session_id)');
  }
}
