import { Migration } from '@mikro-orm/migrations';

/** Plans with drafts and versions, and the published working-day years. */
export class CreatePlans extends Migration {
  override name = '20261123b-plans';

  override up(): void {
    this.addSql(`
      create table plan (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        key text not null,
        title jsonb not null,
        created_at timestamptz not null,
        unique (workspace_id, id),
        unique (workspace_id, key)
      )`);
    this.addSql(`
      create table plan_draft (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        plan_id uuid not null unique,
        revision int not null check (revision > 0),
        definition jsonb not null,
        layout jsonb,
        based_on int,
        updated_at timestamptz not null,
        updated_by uuid,
        unique (workspace_id, id),
        foreign key (workspace_id, plan_id) references plan (workspace_id, id),
        foreign key (workspace_id, updated_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on plan_draft (updated_by)');
    this.addSql(`
      create table plan_version (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        plan_id uuid not null,
        number int not null check (number > 0),
        status text not null default 'PUBLISHED' check (status in ('PUBLISHED', 'RETIRED')),
        content_hash text not null,
        definition jsonb not null,
        layout jsonb,
        change_note text,
        published_at timestamptz not null,
        published_by uuid,
        unique (workspace_id, id),
        unique (plan_id, number),
        foreign key (workspace_id, plan_id) references plan (workspace_id, id),
        foreign key (workspace_id, published_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on plan_version (published_by)');
    // A published version never changes; only its status does.
    this.addSql(`
      create function keep_version() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or (to_jsonb(new) - 'status') is distinct from (to_jsonb(old) - 'status') then
          raise exception 'a published version does not change' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    this.addSql(
      'create trigger immutable before update or delete on plan_version for each row execute function keep_version()',
    );
    this.addSql(`
      create table calendar_year (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        calendar text not null,
        year int not null,
        off date[] not null,
        "on" date[] not null,
        published_at timestamptz not null,
        published_by uuid,
        unique (workspace_id, id),
        unique (workspace_id, calendar, year),
        foreign key (workspace_id, published_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on calendar_year (published_by)');
  }
}
