import { Migration } from '@mikro-orm/migrations';

/** Reports that are sent by themselves. */
export class CreateReportSchedules extends Migration {
  override name = '20261124j-report-schedules';

  override up(): void {
    this.addSql(`
      create table report_schedule (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        cohort_id uuid not null,
        every_weeks int not null check (every_weeks between 1 and 26),
        weekday int not null check (weekday between 1 and 7),
        recipient_ids uuid[] not null check (cardinality(recipient_ids) between 1 and 50),
        next_at timestamptz not null,
        last_at timestamptz,
        cancelled_at timestamptz,
        created_at timestamptz not null,
        created_by uuid,
        unique (workspace_id, id),
        foreign key (workspace_id, cohort_id) references cohort (workspace_id, id),
        foreign key (workspace_id, created_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on report_schedule (cohort_id)');
    this.addSql('create index on report_schedule (created_by)');
    this.addSql('create index on report_schedule (next_at) where cancelled_at is null');
  }
}
