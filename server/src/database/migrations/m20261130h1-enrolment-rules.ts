import { Migration } from '@mikro-orm/migrations';

/** Enrolment by rule: what a plan's rule says, the cohorts it made, who it enrolled, and what happened to people that rules and dates wait for. */
export class CreateEnrolmentRules extends Migration {
  override name = '20261130h1-enrolment-rules';

  override up(): void {
    this.addSql(`
      create table enrolment_rule (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        plan_id uuid not null,
        enabled boolean not null,
        triggers text[] not null check (triggers <@ array['JOINING', 'PROMOTION', 'WEEKLY']),
        from_day date not null,
        cohorts text not null check (cohorts in ('ONE', 'MONTHLY', 'QUARTERLY')),
        starts_on text not null check (starts_on in ('EVENT_DAY', 'NEXT_MONDAY')),
        mentor_rule text not null check (mentor_rule in ('NONE', 'LEAST_LOADED', 'SAME_DEPARTMENT')),
        leaving text not null check (leaving in ('KEEP', 'PAUSE', 'CANCEL')),
        again_after_months int check (again_after_months between 1 and 120),
        next_weekly_at timestamptz not null,
        wanted_at timestamptz,
        last_run_at timestamptz,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        changed_by uuid,
        unique (workspace_id, id),
        unique (workspace_id, plan_id),
        foreign key (workspace_id, plan_id) references plan (workspace_id, id),
        foreign key (workspace_id, changed_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on enrolment_rule (plan_id)');
    this.addSql('create index on enrolment_rule (changed_by)');
    this.addSql('create index on enrolment_rule (least(next_weekly_at, wanted_at)) where enabled');
    this.addSql(`
      create table rule_cohort (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        rule_id uuid not null,
        period text not null,
        round int not null,
        cohort_id uuid not null,
        unique (workspace_id, id),
        unique (workspace_id, rule_id, period, round),
        foreign key (workspace_id, rule_id) references enrolment_rule (workspace_id, id),
        foreign key (workspace_id, cohort_id) references cohort (workspace_id, id)
      )`);
    this.addSql('create index on rule_cohort (rule_id)');
    this.addSql('create index on rule_cohort (cohort_id)');
    this.addSql(`
      create table rule_enrolment (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        rule_id uuid not null,
        enrolment_id uuid not null,
        caused_by text not null check (caused_by in ('JOINING', 'PROMOTION', 'WEEKLY')),
        event_on date not null,
        missed_runs int not null default 0,
        missed_at timestamptz,
        acted text check (acted in ('PAUSED', 'CANCELLED')),
        unique (workspace_id, id),
        unique (workspace_id, enrolment_id),
        foreign key (workspace_id, rule_id) references enrolment_rule (workspace_id, id),
        foreign key (workspace_id, enrolment_id) references enrolment (workspace_id, id)
      )`);
    this.addSql('create index on rule_enrolment (rule_id)');
    this.addSql('create index on rule_enrolment (enrolment_id)');
    this.addSql(`
      create table career_event (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        person_id uuid not null,
        type text not null check (type in ('JOINED', 'PROMOTED', 'FIRST_SIGN_IN')),
        at timestamptz not null,
        job_role text,
        became_lead boolean not null default false,
        settled_at timestamptz,
        unique (workspace_id, id),
        foreign key (workspace_id, person_id) references person (workspace_id, id)
      )`);
    this.addSql('create index on career_event (person_id, at)');
    this.addSql('create index on career_event (at) where settled_at is null');
  }
}
