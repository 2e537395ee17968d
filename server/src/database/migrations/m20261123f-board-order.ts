import { Migration } from '@mikro-orm/migrations';

/** Boards list people in the order they came, page by page, and say where they stand to whoever sees the cohort. */
export class AddBoardOrder extends Migration {
  override name = '20261123f-board-order';

  override up(): void {
    this.addSql('create index on enrolment (cohort_id, created_at, id)');
    this.addSql(
      'create index on enrolment_state (cohort_id, next_feedback_due_at) where next_feedback_due_at is not null',
    );
    // `board_counter` itself adds up everybody, which only readers with full reach may see; its sequence tells nothing.
    this.addSql(`
      create function board_position(ids uuid[]) returns table (id uuid, epoch text, seq bigint)
      language sql stable security definer set search_path = public, pg_temp as $$
        select c.id, c.epoch, c.seq from board_counter c
        where c.id = any(ids) and c.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
      $$`);
  }
}
