import { Migration } from '@mikro-orm/migrations';

/** How an experiment ends: results frozen when they are opened, an early stop or a cancellation with its reason, and what was decided. */
export class AddExperimentEnds extends Migration {
  override name = '20261129f1-experiment-ends';

  override up(): void {
    this.addSql(`
      alter table experiment
        drop constraint experiment_status_check,
        add constraint experiment_status_check
          check (status in ('DESIGNED', 'RUNNING', 'ANALYSED', 'STOPPED', 'CANCELLED')),
        add column analysis_data jsonb,
        add column analysis_digest text,
        add column analysed_by uuid,
        add column results_until date,
        add column ended_at timestamptz,
        add column ended_by uuid,
        add column end_reason text,
        add column measures jsonb not null default '[]',
        add column decisions jsonb not null default '[]',
        add foreign key (workspace_id, analysed_by) references person (workspace_id, id),
        add foreign key (workspace_id, ended_by) references person (workspace_id, id)`);
    this.addSql('create index on experiment (analysed_by)');
    this.addSql('create index on experiment (ended_by)');
    // What was seen stays what it was, whoever writes: not even a fault of ours may change a verdict afterwards.
    this.addSql(`
      create function keep_opened_results() returns trigger language plpgsql as $$
      begin
        if old.analysis is not null and (new.analysis, new.analysis_data, new.analysis_digest)
            is distinct from (old.analysis, old.analysis_data, old.analysis_digest) then
          raise exception 'the results of experiment % were opened and stay as they are', old.id;
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger keep_opened_results before update on experiment
      for each row execute function keep_opened_results()`);
  }
}
