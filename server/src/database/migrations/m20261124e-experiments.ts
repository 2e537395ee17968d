import { Migration } from '@mikro-orm/migrations';

/** Experiments: what was asked beforehand, who was drawn for which version, and what came of it on the day. */
export class CreateExperiments extends Migration {
  override name = '20261124e-experiments';

  override up(): void {
    this.addSql(`
      create table experiment (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        plan_id uuid not null,
        name text not null,
        hypothesis text not null,
        metric_key text not null,
        smallest_effect double precision not null check (smallest_effect > 0 and smallest_effect < 'Infinity'),
        unit text not null check (unit in ('PERSON', 'MENTOR', 'DEPARTMENT')),
        strata text[] not null,
        status text not null check (status in ('DESIGNED', 'RUNNING', 'ANALYSED')),
        seed text not null,
        seed_hash text not null,
        roster jsonb not null,
        roster_digest text not null,
        allocation jsonb not null,
        registration jsonb not null,
        registration_hash text not null,
        cohort_name text not null,
        starts_on date not null,
        analysis_on date not null,
        cohort_id uuid,
        created_at timestamptz not null,
        created_by uuid,
        started_at timestamptz,
        analysis jsonb,
        analysed_at timestamptz,
        unique (workspace_id, id),
        foreign key (workspace_id, plan_id) references plan (workspace_id, id),
        foreign key (workspace_id, cohort_id) references cohort (workspace_id, id),
        foreign key (workspace_id, created_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on experiment (plan_id)');
    this.addSql('create unique index on experiment (cohort_id)');
    this.addSql('create index on experiment (created_by)');
    this.addSql(`
      create table experiment_arm (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        experiment_id uuid not null,
        position int not null,
        key text not null,
        plan_version_id uuid not null,
        weight int not null check (weight > 0),
        unique (workspace_id, id),
        unique (experiment_id, key),
        unique (experiment_id, plan_version_id),
        foreign key (workspace_id, experiment_id) references experiment (workspace_id, id),
        foreign key (workspace_id, plan_version_id) references plan_version (workspace_id, id)
      )`);
    this.addSql('create index on experiment_arm (plan_version_id)');
    this.addSql(`
      create table experiment_member (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        experiment_id uuid not null,
        person_id uuid not null,
        arm_key text not null,
        stratum text,
        cluster text,
        baseline double precision,
        mentor_id uuid,
        late boolean not null default false,
        assigned_at timestamptz not null,
        deviation text,
        deviated_to text,
        deviated_at timestamptz,
        deviated_by uuid,
        unique (workspace_id, id),
        unique (experiment_id, person_id),
        foreign key (workspace_id, experiment_id) references experiment (workspace_id, id),
        foreign key (workspace_id, person_id) references person (workspace_id, id),
        foreign key (workspace_id, mentor_id) references person (workspace_id, id),
        foreign key (workspace_id, deviated_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on experiment_member (person_id)');
    this.addSql('create index on experiment_member (mentor_id)');
    this.addSql('create index on experiment_member (deviated_by)');
  }
}
