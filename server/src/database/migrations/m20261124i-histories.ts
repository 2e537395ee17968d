import { Migration } from '@mikro-orm/migrations';

/** What was taken over from elsewhere is not reminded of again. */
export class AddHistories extends Migration {
  override name = '20261124i-histories';

  override up(): void {
    this.addSql('alter table reminder_watermark add column history_until timestamptz');
  }
}
