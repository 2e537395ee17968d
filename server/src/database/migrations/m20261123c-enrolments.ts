import { Migration } from '@mikro-orm/migrations';

/** Cohorts, enrolments, their append-only events, and the projections that are rebuilt from those. */
export class CreateEnrolments extends Migration {
  override name = '20261123c-enrolments';

  override up(): void {
    this.addSql(`
      create table cohort (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        plan_id uuid not null,
        name text not null,
        starts_on date not null,
        created_at timestamptz not null,
        created_by uuid,
        unique (workspace_id, id),
        foreign key (workspace_id, plan_id) references plan (workspace_id, id),
        foreign key (workspace_id, created_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on cohort (plan_id)');
    this.addSql('create index on cohort (created_by)');
    this.addSql(`
      create table enrolment (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        cohort_id uuid not null,
        person_id uuid not null,
        plan_version_id uuid not null,
        mentor_id uuid,
        starts_on date not null,
        zone text not null,
        created_at timestamptz not null,
        unique (workspace_id, id),
        unique (cohort_id, person_id),
        foreign key (workspace_id, cohort_id) references cohort (workspace_id, id),
        foreign key (workspace_id, person_id) references person (workspace_id, id),
        foreign key (workspace_id, plan_version_id) references plan_version (workspace_id, id),
        foreign key (workspace_id, mentor_id) references person (workspace_id, id)
      )`);
    this.addSql('create index on enrolment (person_id)');
    this.addSql('create index on enrolment (plan_version_id)');
    this.addSql('create index on enrolment (mentor_id)');
    this.addSql(`
      create table progress_event (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        enrolment_id uuid not null,
        seq int not null check (seq > 0),
        recorded_at timestamptz not null,
        occurred_at timestamptz not null,
        actor text not null,
        type text not null,
        data jsonb not null,
        idempotency_key text,
        request_hash text,
        unique (workspace_id, id),
        unique (enrolment_id, seq),
        unique (workspace_id, idempotency_key),
        foreign key (workspace_id, enrolment_id) references enrolment (workspace_id, id)
      )`);
    this.addSql(
      'create trigger append_only before update or delete on progress_event for each row execute function refuse_change()',
    );
    this.addSql(
      'create trigger keep_all before truncate on progress_event for each statement execute function refuse_change()',
    );
    this.addSql(`
      create table enrolment_state (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        enrolment_id uuid not null unique,
        cohort_id uuid not null,
        status text not null,
        cells text not null,
        done int not null,
        needed int not null,
        on_time int not null,
        on_time_of int not null,
        feedback_given int not null,
        feedback_in_time int not null,
        feedback_of int not null,
        overdue int not null,
        waiting int not null,
        score double precision,
        next_feedback_due_at timestamptz,
        last_event_at timestamptz,
        next_change_at timestamptz,
        due_at timestamptz,
        completed_at timestamptz,
        event_seq int not null,
        stages jsonb not null,
        unique (workspace_id, id),
        foreign key (workspace_id, enrolment_id) references enrolment (workspace_id, id),
        foreign key (workspace_id, cohort_id) references cohort (workspace_id, id)
      )`);
    this.addSql('create index on enrolment_state (cohort_id)');
    this.addSql('create index on enrolment_state (next_change_at)');
    this.addSql(`
      create table item_state (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        enrolment_id uuid not null,
        item_key text not null,
        stage_key text not null,
        position int not null,
        state text not null,
        outcome text,
        opens_at timestamptz,
        due_at timestamptz,
        provisional boolean not null default false,
        awaiting text,
        started_at timestamptz,
        delivered_at timestamptz,
        completed_at timestamptz,
        on_time boolean,
        overdue boolean not null default false,
        score double precision,
        attempt int not null default 0,
        steps jsonb not null default '[]',
        locked_because jsonb not null default '[]',
        unique (workspace_id, id),
        unique (enrolment_id, item_key),
        foreign key (workspace_id, enrolment_id) references enrolment (workspace_id, id)
      )`);
    this.addSql(`
      create table submission (
        id uuid primary key,
        workspace_id uuid not null references workspace (id),
        enrolment_id uuid not null,
        item_key text not null,
        step_key text,
        attempt int not null,
        submitted_at timestamptz not null,
        artefact text,
        comment text,
        review_by text,
        reviewer_id uuid,
        feedback_due_at timestamptz,
        reviewed_at timestamptz,
        reviewed_by uuid,
        decision text,
        review_comment text,
        score double precision,
        criteria jsonb,
        waiting boolean not null,
        unique (workspace_id, id),
        foreign key (workspace_id, enrolment_id) references enrolment (workspace_id, id),
        foreign key (workspace_id, reviewer_id) references person (workspace_id, id),
        foreign key (workspace_id, reviewed_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on submission (enrolment_id, item_key)');
    this.addSql('create index on submission (waiting, reviewer_id)');
    this.addSql('create index on submission (reviewer_id)');
    this.addSql('create index on submission (reviewed_by)');
    this.addSql(`
      create table enrolment_partner (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        enrolment_id uuid not null,
        item_key text not null,
        person_id uuid not null,
        unique (workspace_id, id),
        unique (enrolment_id, item_key, person_id),
        foreign key (workspace_id, enrolment_id) references enrolment (workspace_id, id),
        foreign key (workspace_id, person_id) references person (workspace_id, id)
      )`);
    this.addSql('create index on enrolment_partner (person_id)');
    this.addSql(`
      create table plan_migration (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        plan_id uuid not null,
        from_version_id uuid not null,
        to_version_id uuid not null,
        input jsonb not null,
        preview_hash text not null,
        at timestamptz not null,
        by_id uuid,
        moved int not null,
        undone_at timestamptz,
        undone_by uuid,
        unique (workspace_id, id),
        foreign key (workspace_id, plan_id) references plan (workspace_id, id),
        foreign key (workspace_id, from_version_id) references plan_version (workspace_id, id),
        foreign key (workspace_id, to_version_id) references plan_version (workspace_id, id),
        foreign key (workspace_id, by_id) references person (workspace_id, id),
        foreign key (workspace_id, undone_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on plan_migration (plan_id)');
    this.addSql('create index on plan_migration (from_version_id)');
    this.addSql('create index on plan_migration (to_version_id)');
    this.addSql('create index on plan_migration (by_id)');
    this.addSql('create index on plan_migration (undone_by)');
    this.addSql(`
      create table plan_migration_enrolment (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        migration_id uuid not null,
        enrolment_id uuid not null,
        unique (workspace_id, id),
        unique (migration_id, enrolment_id),
        foreign key (workspace_id, migration_id) references plan_migration (workspace_id, id),
        foreign key (workspace_id, enrolment_id) references enrolment (workspace_id, id)
      )`);
    this.addSql('create index on plan_migration_enrolment (enrolment_id)');
  }
}
