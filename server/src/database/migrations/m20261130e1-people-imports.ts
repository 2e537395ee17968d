import { Migration } from '@mikro-orm/migrations';

/** Files of people on their way into the workspace, with what each row would do. */
export class CreatePeopleImports extends Migration {
  override name = '20261130e1-people-imports';

  override up(): void {
    this.addSql(`
      create table people_import (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        created_by uuid not null,
        created_at timestamptz not null,
        language text not null,
        state text not null default 'READING' check (state in ('READING', 'READY', 'WRITING', 'DONE', 'FAILED')),
        file bytea,
        content jsonb,
        columns jsonb not null default '[]',
        when_missing text not null check (when_missing in ('KEEP', 'DEACTIVATE')),
        leaver_enrolments text check (leaver_enrolments in ('PAUSE', 'CANCEL', 'KEEP')),
        all_or_nothing boolean not null,
        creates_units boolean not null,
        total int not null default 0,
        read int not null default 0,
        written int not null default 0,
        created int not null default 0,
        updated int not null default 0,
        unchanged int not null default 0,
        missing int not null default 0,
        rejected int not null default 0,
        preview_hash text,
        about jsonb not null default '{}',
        failure jsonb,
        outdated boolean not null default false,
        finished_at timestamptz,
        attempts int not null default 0,
        run uuid,
        lease_until timestamptz,
        unique (workspace_id, id),
        foreign key (workspace_id, created_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on people_import (created_by)');
    this.addSql('create index on people_import (created_at)');
    this.addSql(`create index on people_import (lease_until, created_at) where state in ('READING', 'WRITING')`);
    this.addSql(`
      create table people_import_row (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        import_id uuid not null,
        position int not null,
        line int,
        result text not null check (result in ('CREATED', 'UPDATED', 'UNCHANGED', 'MISSING', 'REJECTED')),
        name text not null,
        person_id uuid,
        cells jsonb not null,
        problems jsonb not null,
        unique (workspace_id, id),
        unique (import_id, position),
        foreign key (workspace_id, import_id) references people_import (workspace_id, id) on delete cascade,
        foreign key (workspace_id, person_id) references person (workspace_id, id)
      )`);
    this.addSql('create index on people_import_row (import_id, result, position)');
    this.addSql('create index on people_import_row (person_id)');
  }
}
