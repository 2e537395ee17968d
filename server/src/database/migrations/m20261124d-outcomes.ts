import { Migration } from '@mikro-orm/migrations';

/** Metrics of a workspace's own, what was measured, and surveys that are answered by a link. */
export class CreateOutcomes extends Migration {
  override name = '20261124d-outcomes';

  override up(): void {
    this.addSql(`
      create table metric (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        key text not null,
        title jsonb not null,
        unit text,
        direction text not null check (direction in ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER')),
        family text not null check (family in ('LEARNING', 'TASK', 'COLLABORATION', 'PERFORMANCE', 'SURVEY')),
        scale text not null check (scale in ('CONTINUOUS', 'RATING', 'YES_NO')),
        low double precision,
        high double precision,
        created_at timestamptz not null,
        created_by uuid,
        unique (workspace_id, id),
        unique (workspace_id, key),
        foreign key (workspace_id, created_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on metric (created_by)');
    // One value a day, metric and person, once before the plan and once since: whoever sends it again changes nothing.
    this.addSql(`
      create table measurement (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        metric_key text not null,
        person_id uuid not null,
        measured_on date not null,
        value double precision not null check (value > '-Infinity' and value < 'Infinity'),
        baseline boolean not null,
        source text not null check (source in ('MANUAL', 'IMPORT', 'CONNECTOR')),
        recorded_at timestamptz not null,
        recorded_by uuid,
        unique (workspace_id, id),
        unique (workspace_id, metric_key, person_id, measured_on, baseline),
        foreign key (workspace_id, person_id) references person (workspace_id, id),
        foreign key (workspace_id, recorded_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on measurement (person_id, metric_key)');
    this.addSql('create index on measurement (recorded_by)');
    this.addSql(`
      create table survey_round (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        cohort_id uuid not null,
        respondents text not null check (respondents in ('SUPERIOR', 'TEAM')),
        questions jsonb not null,
        opens_on date not null,
        closes_on date not null,
        completed_on date,
        created_at timestamptz not null,
        created_by uuid,
        unique (workspace_id, id),
        foreign key (workspace_id, cohort_id) references cohort (workspace_id, id),
        foreign key (workspace_id, created_by) references person (workspace_id, id)
      )`);
    this.addSql('create index on survey_round (cohort_id)');
    this.addSql('create index on survey_round (created_by)');
    this.addSql(`
      create table survey_invitation (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        round_id uuid not null,
        about_id uuid not null,
        respondent_id uuid not null,
        token_hash bytea not null unique,
        answered_on date,
        unique (workspace_id, id),
        unique (round_id, about_id, respondent_id),
        foreign key (workspace_id, round_id) references survey_round (workspace_id, id),
        foreign key (workspace_id, about_id) references person (workspace_id, id),
        foreign key (workspace_id, respondent_id) references person (workspace_id, id)
      )`);
    this.addSql('create index on survey_invitation (about_id)');
    this.addSql('create index on survey_invitation (respondent_id)');
    // Neither who answered nor when: nothing leads from an answer back to an invitation.
    this.addSql(`
      create table survey_answer (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        round_id uuid not null,
        about_id uuid not null,
        values jsonb not null,
        score double precision not null check (score between 0 and 100),
        unique (workspace_id, id),
        foreign key (workspace_id, round_id) references survey_round (workspace_id, id),
        foreign key (workspace_id, about_id) references person (workspace_id, id)
      )`);
    this.addSql('create index on survey_answer (round_id, about_id)');
    this.addSql('create index on survey_answer (about_id)');
  }
}
