import { Migration } from '@mikro-orm/migrations';

/** The browsers in which an account was signed in to: a sign-in from one of them is not a stranger's. */
export class AddKnownDevices extends Migration {
  override name = '20261129b2-known-devices';

  override up(): void {
    this.addSql('alter table session add column device_hash bytea');
    this.addSql('create index on session (account_id, device_hash) where device_hash is not null');
  }
}
