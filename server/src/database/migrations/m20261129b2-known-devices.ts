import { Migration } from '@mikro-orm/migrations';

/** The browser in which an account was signed in to: whoever comes from it again is no stranger. */
export class AddKnownDevices extends Migration {
  override name = '20261129b2-known-devices';

  override up(): void {
    this.addSql('alter table session add column device_hash bytea');
    this.addSql('create index on session (account_id, device_hash) where device_hash is not null');
  }
}
