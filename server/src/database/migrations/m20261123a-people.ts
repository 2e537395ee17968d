import { Migration } from '@mikro-orm/migrations';

/** Workspaces, departments, people, roles, accounts, sessions and the audit trail. */
export class CreatePeople extends Migration {
  override name = '20261123a-people';

  override up(): void {
    this.addSql(`
      create table workspace (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null generated always as (id) stored,
        name text not null,
        kind text not null default 'LIVE' check (kind in ('LIVE', 'SANDBOX')),
        clock_offset_ms bigint not null default 0 check (clock_offset_ms >= 0),
        time_zone text not null default 'Asia/Shanghai',
        locale text not null default 'zh-CN',
        working_from text not null default '09:00',
        working_to text not null default '18:00',
        calendar text not null default 'cn',
        demo boolean not null default false,
        created_at timestamptz not null default now(),
        unique (workspace_id, id)
      )`);
    this.addSql(`
      create table department (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        key text not null,
        name text not null,
        parent_id uuid,
        unique (workspace_id, id),
        unique (workspace_id, key),
        foreign key (workspace_id, parent_id) references department (workspace_id, id)
      )`);
    this.addSql('create index on department (parent_id)');
    this.addSql(`
      create table person (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        name text not null,
        email text,
        job_role text,
        joined_on date,
        department_id uuid,
        manager_id uuid,
        time_zone text not null default 'Asia/Shanghai',
        locale text not null default 'zh-CN',
        active boolean not null default true,
        facts jsonb not null default '{}',
        name_search text not null generated always as (lower(name)) stored,
        external_id text,
        unique (workspace_id, id),
        foreign key (workspace_id, department_id) references department (workspace_id, id),
        foreign key (workspace_id, manager_id) references person (workspace_id, id)
      )`);
    this.addSql('create unique index on person (workspace_id, lower(email))');
    this.addSql('create unique index on person (workspace_id, external_id)');
    this.addSql('create index on person (workspace_id, name, id)');
    this.addSql('create index on person (department_id)');
    this.addSql('create index on person (manager_id)');
    this.addSql(`
      create table role_grant (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        person_id uuid not null,
        role text not null check (role in ('ADMIN', 'HR', 'DESIGNER', 'MENTOR', 'TEAM_LEAD', 'LEARNER', 'SERVICE')),
        department_id uuid,
        unique (workspace_id, id),
        unique nulls not distinct (workspace_id, person_id, role, department_id),
        foreign key (workspace_id, person_id) references person (workspace_id, id),
        foreign key (workspace_id, department_id) references department (workspace_id, id)
      )`);
    this.addSql('create index on role_grant (person_id)');
    this.addSql('create index on role_grant (department_id)');
    this.addSql(`
      create table account (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        person_id uuid not null,
        email text not null unique check (email = lower(email)),
        password_hash text not null,
        demo boolean not null default false,
        unique (workspace_id, id),
        foreign key (workspace_id, person_id) references person (workspace_id, id)
      )`);
    this.addSql('create index on account (person_id)');
    this.addSql(`
      create table session (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        token_hash bytea not null unique,
        account_id uuid not null,
        person_id uuid not null,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        user_agent text,
        unique (workspace_id, id),
        foreign key (workspace_id, account_id) references account (workspace_id, id),
        foreign key (workspace_id, person_id) references person (workspace_id, id)
      )`);
    this.addSql('create index on session (account_id)');
    this.addSql('create index on session (person_id)');
    this.addSql('create index on session (expires_at)');
    this.addSql(`
      create table sign_in_failure (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid references workspace (id),
        bucket text not null,
        at timestamptz not null
      )`);
    this.addSql('create index on sign_in_failure (bucket, at)');
    this.addSql('create index on sign_in_failure (at)');
    this.addSql(`
      create table audit_entry (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        at timestamptz not null,
        actor_id uuid,
        action text not null,
        subject text,
        outcome text not null check (outcome in ('OK', 'REFUSED')),
        detail jsonb,
        unique (workspace_id, id),
        foreign key (workspace_id, actor_id) references person (workspace_id, id)
      )`);
    this.addSql('create index on audit_entry (workspace_id, at, id)');
    this.addSql('create index on audit_entry (actor_id)');
    this.addSql(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % are written once', tg_table_name using errcode = 'restrict_violation';
      end $$`);
    this.addSql(
      `create trigger append_only before update or delete on audit_entry for each row execute function refuse_change()`,
    );
    this.addSql(
      `create trigger keep_all before truncate on audit_entry for each statement execute function refuse_change()`,
    );
    // Whoever may see an enrolment may see the names of the people in it, but not their files.
    this.addSql(`
      create function person_cards(ids uuid[]) returns table (id uuid, name text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select p.id, p.name from person p
        where p.id = any(ids) and p.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
      $$`);
  }
}
