import { Migration } from '@mikro-orm/migrations';

/** Submissions are numbered as they come, so that somebody who watches a queue learns of one that came and went between two looks. */
export class OrderSubmissions extends Migration {
  override name = '20261130z1-submission-order';

  override up(): void {
    this.addSql('alter table submission add ordinal bigint not null generated always as identity');
    this.addSql('create index on submission (workspace_id, ordinal)');
  }
}
