import { Migration } from '@mikro-orm/migrations';

/** People who leave, what they leave behind and who takes it over; deputies of mentors. */
export class AddLeavers extends Migration {
  override name = '20261130b1-leavers';

  override up(): void {
    this.addSql(`
      alter table workspace add column leaver_enrolments text not null default 'PAUSE'
        check (leaver_enrolments in ('PAUSE', 'CANCEL', 'KEEP'))`);
    this.addSql(`
      create table deputy (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        mentor_id uuid not null,
        deputy_id uuid not null,
        from_on date not null,
        until_on date check (until_on >= from_on),
        starts_at timestamptz not null,
        ends_at timestamptz,
        state text not null default 'PLANNED' check (state in ('PLANNED', 'RUNNING', 'ENDED')),
        created_at timestamptz not null,
        created_by uuid,
        unique (workspace_id, id),
        check (mentor_id <> deputy_id),
        foreign key (workspace_id, mentor_id) references person (workspace_id, id),
        foreign key (workspace_id, deputy_id) references person (workspace_id, id),
        foreign key (workspace_id, created_by) references person (workspace_id, id)
      )`);
    this.addSql(`create unique index on deputy (mentor_id) where state <> 'ENDED'`);
    this.addSql('create index on deputy (mentor_id)');
    this.addSql('create index on deputy (deputy_id)');
    this.addSql('create index on deputy (created_by)');
    this.addSql(`
      create table leaving (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        person_id uuid not null,
        at timestamptz not null,
        source text not null,
        by_id uuid,
        enrolments text not null check (enrolments in ('PAUSE', 'CANCEL', 'KEEP')),
        returned_at timestamptz,
        unique (workspace_id, id),
        foreign key (workspace_id, person_id) references person (workspace_id, id),
        foreign key (workspace_id, by_id) references person (workspace_id, id)
      )`);
    this.addSql('create unique index on leaving (person_id) where returned_at is null');
    this.addSql('create index on leaving (person_id)');
    this.addSql('create index on leaving (by_id)');
    this.addSql(`
      create table paused_by_leaving (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        leaving_id uuid not null,
        enrolment_id uuid not null,
        unique (workspace_id, id),
        unique (leaving_id, enrolment_id),
        foreign key (workspace_id, leaving_id) references leaving (workspace_id, id),
        foreign key (workspace_id, enrolment_id) references enrolment (workspace_id, id)
      )`);
    this.addSql('create index on paused_by_leaving (enrolment_id)');
    this.addSql(`
      create table hand_over (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        leaver_id uuid not null,
        kind text not null check (kind in ('MENTEE', 'REPORT')),
        person_id uuid not null,
        enrolment_id uuid check ((enrolment_id is not null) = (kind = 'MENTEE')),
        to_id uuid,
        at timestamptz not null,
        confirmed_at timestamptz,
        confirmed_by uuid,
        unique (workspace_id, id),
        foreign key (workspace_id, leaver_id) references person (workspace_id, id),
        foreign key (workspace_id, person_id) references person (workspace_id, id),
        foreign key (workspace_id, enrolment_id) references enrolment (workspace_id, id),
        foreign key (workspace_id, to_id) references person (workspace_id, id),
        foreign key (workspace_id, confirmed_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on hand_over (workspace_id, at) where confirmed_at is null');
    this.addSql('create index on hand_over (leaver_id)');
    this.addSql('create index on hand_over (person_id)');
    this.addSql('create index on hand_over (enrolment_id)');
    this.addSql('create index on hand_over (to_id)');
    this.addSql('create index on hand_over (confirmed_by)');
  }
}
