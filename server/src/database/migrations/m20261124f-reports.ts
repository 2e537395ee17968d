import { Migration } from '@mikro-orm/migrations';

/** Reports with what they found, and the files that were made of them. */
export class CreateReports extends Migration {
  override name = '20261124f-reports';

  override up(): void {
    // `departments`: the departments that the report covers, where it does not cover the whole cohort.
    this.addSql(`
      create table report (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        cohort_id uuid not null,
        plan_version_id uuid not null,
        departments uuid[],
        generated_at timestamptz not null,
        generated_by uuid,
        figures_hash text not null check (figures_hash ~ '^[0-9a-f]{64}$'),
        body jsonb not null,
        manifest jsonb not null,
        unique (workspace_id, id),
        foreign key (workspace_id, cohort_id) references cohort (workspace_id, id),
        foreign key (workspace_id, plan_version_id) references plan_version (workspace_id, id),
        foreign key (workspace_id, generated_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on report (cohort_id, generated_at desc, id desc)');
    this.addSql('create index on report (workspace_id, generated_at desc, id desc)');
    this.addSql('create index on report (plan_version_id)');
    this.addSql('create index on report (generated_by)');
    this.addSql(`
      create table finding (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        report_id uuid not null,
        position int not null,
        rule text not null,
        item_key text,
        mentor_id uuid,
        grade text not null check (grade in ('STRONG', 'MODERATE', 'NOT_ENOUGH_DATA')),
        words jsonb not null,
        commands jsonb not null,
        applied_at timestamptz,
        applied_by uuid,
        unique (workspace_id, id),
        unique (report_id, position),
        foreign key (workspace_id, report_id) references report (workspace_id, id),
        foreign key (workspace_id, mentor_id) references person (workspace_id, id),
        foreign key (workspace_id, applied_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on finding (mentor_id)');
    this.addSql('create index on finding (applied_by)');
    // Fetched by a link that only its maker was given; of a PDF the page is kept and printed when it is fetched.
    this.addSql(`
      create table report_file (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        report_id uuid not null,
        person_id uuid not null,
        token_hash bytea not null unique,
        name text not null,
        format text not null check (format in ('PDF', 'XLSX', 'CSV', 'JSON', 'BUNDLE')),
        content bytea not null,
        expires_at timestamptz not null,
        unique (workspace_id, id),
        foreign key (workspace_id, report_id) references report (workspace_id, id),
        foreign key (workspace_id, person_id) references person (workspace_id, id)
      )`);
    this.addSql('create index on report_file (report_id)');
    this.addSql('create index on report_file (person_id)');
    this.addSql('create index on report_file (expires_at)');
  }
}
