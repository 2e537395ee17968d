import { Migration } from '@mikro-orm/migrations';

/**
 * Accounts of people who were invited: links that set a password, when it was set, a second factor. An account may have no password
 * (its owner signs in with a provider) and no address (it has passed to somebody else after they left).
 */
export class AddAccountLinks extends Migration {
  override name = '20261130c1-accounts';

  override up(): void {
    this.addSql(`
      alter table account
        alter column password_hash drop not null,
        alter column email drop not null,
        add column password_changed_at timestamptz,
        add column last_sign_in_at timestamptz`);
    this.addSql(`
      update account a set last_sign_in_at = (select max(s.created_at) from session s where s.account_id = a.id)`);
    // An account is somebody's one account: two invitations that are used at once make one.
    this.addSql('create unique index on account (workspace_id, person_id)');
    // When the owner last proved within the session that it is them; what opens a session counts at first.
    this.addSql('alter table session add column proven_at timestamptz');
    this.addSql('update session set proven_at = created_at');
    this.addSql('alter table session alter column proven_at set not null');
    this.addSql(`
      create table access_link (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        purpose text not null check (purpose in ('INVITATION', 'RESET')),
        person_id uuid not null,
        email text not null check (email = lower(email)),
        token_hash bytea unique,
        created_at timestamptz not null,
        created_by uuid,
        expires_at timestamptz not null,
        used_at timestamptz,
        ended_at timestamptz,
        unique (workspace_id, id),
        foreign key (workspace_id, person_id) references person (workspace_id, id),
        foreign key (workspace_id, created_by) references person (workspace_id, id)
      )`);
    // A new link ends the one before it.
    this.addSql('create unique index on access_link (person_id, purpose) where used_at is null and ended_at is null');
    this.addSql('create index on access_link (person_id, purpose, created_at)');
    this.addSql('create index on access_link (created_by)');
    // What an owner is told about their account, at an address and not on whichever channel reaches them; a message makes a notice of it.
    this.addSql(`
      create table account_letter (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        person_id uuid not null,
        kind text not null check (kind in ('INVITATION', 'RESET', 'PASSWORD_CHANGED', 'ADDRESS_CHANGED', 'SECOND_FACTOR_CHANGED',
          'PROVIDER_LINKED', 'EMERGENCY_SIGN_IN')),
        address text not null,
        link_id uuid,
        at timestamptz not null,
        expires_at timestamptz not null,
        queued boolean not null default false,
        unique (workspace_id, id),
        foreign key (workspace_id, person_id) references person (workspace_id, id),
        foreign key (workspace_id, link_id) references access_link (workspace_id, id),
        check ((kind in ('INVITATION', 'RESET')) = (link_id is not null))
      )`);
    this.addSql('create index on account_letter (person_id)');
    this.addSql('create index on account_letter (link_id)');
    this.addSql('create index on account_letter (workspace_id) where not queued');
    this.addSql(`
      create table second_factor (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        account_id uuid not null unique,
        key_id text not null,
        sealed bytea not null,
        created_at timestamptz not null,
        confirmed_at timestamptz,
        last_step bigint,
        recovery_hashes text[] not null,
        unique (workspace_id, id),
        foreign key (workspace_id, account_id) references account (workspace_id, id)
      )`);
    this.addSql('create index on second_factor (workspace_id, account_id)');
    // Where invitations and password links leave from.
    this.addSql(`
      alter table workspace add column system_mail_integration_id uuid,
        add foreign key (workspace_id, system_mail_integration_id) references integration (workspace_id, id)`);
    this.addSql('create index on workspace (system_mail_integration_id)');
  }
}
