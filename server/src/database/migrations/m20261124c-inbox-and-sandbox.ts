import { Migration } from '@mikro-orm/migrations';

/** Messages that people read in the product itself, and sandboxes: copies of a workspace with a clock of their own. */
export class CreateInboxAndSandbox extends Migration {
  override name = '20261124c-inbox-and-sandbox';

  override up(): void {
    this.addSql(`
      create table inbox_message (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        person_id uuid not null,
        delivery_key text not null,
        title text not null,
        markdown text not null,
        link text,
        at timestamptz not null,
        read_at timestamptz,
        unique (workspace_id, id),
        unique (workspace_id, delivery_key),
        foreign key (workspace_id, person_id) references person (workspace_id, id)
      )`);
    this.addSql('create index on inbox_message (person_id, at, id)');
    this.addSql('create index on inbox_message (person_id) where read_at is null');
    // A sandbox knows whose copy it is; a move of its clock is held by whoever walks it, until the lease ends.
    this.addSql(`
      alter table workspace
        add column origin_id uuid references workspace (id),
        add column clock_target timestamptz,
        add column clock_people text check (clock_people in ('NOBODY', 'DILIGENT', 'MIXED')),
        add column clock_run uuid,
        add column clock_lease_until timestamptz,
        add constraint only_sandboxes_move check (kind = 'SANDBOX' or (clock_target is null and origin_id is null))`);
    this.addSql('create index on workspace (origin_id)');
    this.addSql('alter table person add column copied_from uuid references person (id)');
    this.addSql('create unique index on person (workspace_id, copied_from)');
    this.addSql('create index on person (copied_from)');
    // A session belongs to its account for ever; where it works may be a sandbox of that account's workspace.
    this.addSql(`
      alter table session
        add column entered_workspace_id uuid,
        add column entered_person_id uuid,
        add constraint entered_as_somebody check ((entered_workspace_id is null) = (entered_person_id is null)),
        add foreign key (entered_workspace_id, entered_person_id) references person (workspace_id, id)`);
    this.addSql('create index on session (entered_workspace_id, entered_person_id)');
    this.addSql('create index on session (entered_person_id)');
  }
}
