import { Migration } from '@mikro-orm/migrations';

/**
 * An organisation that is kept up: what is known of a person, where it came from, job roles as records, departments that close or
 * become another one, and who gave a role.
 */
export class AddOrganisation extends Migration {
  override name = '20261130a1-organisation';

  override up(): void {
    this.addSql(`
      alter table person
        add employee_number text,
        add given_name text,
        add family_name text,
        add name_pinyin text not null default '',
        add mentor_capacity int check (mentor_capacity >= 0),
        add mentor_experience_years double precision check (mentor_experience_years >= 0),
        add left_at timestamptz`);
    this.addSql('create unique index on person (workspace_id, employee_number) where employee_number is not null');
    // The address of somebody who has left may be given to somebody else.
    this.addSql('drop index person_workspace_id_lower_idx');
    this.addSql('create unique index on person (workspace_id, lower(email)) where active');
    this.addSql('alter table department add closed_at timestamptz');
    this.addSql(`
      create table department_alias (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        key text not null,
        department_id uuid not null,
        unique (workspace_id, id),
        unique (workspace_id, key),
        foreign key (workspace_id, department_id) references department (workspace_id, id)
      )`);
    this.addSql('create index on department_alias (department_id)');
    this.addSql(`
      create table job_role (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        key text not null,
        titles jsonb not null,
        duties jsonb,
        unique (workspace_id, id),
        unique (workspace_id, key)
      )`);
    // Until somebody gives it a title, a job role is called by its key.
    this.addSql(`
      insert into job_role (workspace_id, key, titles)
      select distinct workspace_id, job_role, jsonb_build_object('zh-CN', job_role, 'en', job_role)
      from person where job_role is not null`);
    this.addSql('create index on person (workspace_id, job_role)');
    this.addSql(`
      create table person_identity (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        person_id uuid not null,
        source text not null,
        external_id text not null,
        owns text[] not null default '{}',
        linked_at timestamptz not null,
        unique (workspace_id, id),
        unique (workspace_id, source, external_id),
        foreign key (workspace_id, person_id) references person (workspace_id, id)
      )`);
    this.addSql('create index on person_identity (person_id)');
    // What the demo calls its people is no system that they come from.
    this.addSql(`
      insert into person_identity (workspace_id, person_id, source, external_id, linked_at)
      select p.workspace_id, p.id, 'HISTORY', p.external_id, now()
      from person p join workspace w on w.id = p.workspace_id
      where p.external_id is not null and w.kind = 'LIVE' and not w.demo`);
    this.addSql(`
      alter table role_grant
        add source text not null default 'HAND',
        add granted_at timestamptz,
        add granted_by uuid,
        add foreign key (workspace_id, granted_by) references person (workspace_id, id)`);
    // One role from two sources stays while one of them gives it.
    this.addSql('alter table role_grant drop constraint role_grant_workspace_id_person_id_role_department_id_key');
    this.addSql(
      'alter table role_grant add unique nulls not distinct (workspace_id, person_id, role, department_id, source)',
    );
    this.addSql('create index on role_grant (granted_by)');
    this.addSql(`
      alter table audit_entry
        add about_id uuid,
        add foreign key (workspace_id, about_id) references person (workspace_id, id)`);
    this.addSql('create index on audit_entry (about_id, at)');
  }
}
