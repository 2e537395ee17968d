import { Migration } from '@mikro-orm/migrations';

/** One counter row a board, which carries the board's sequence, and the patches viewers may have missed. */
export class CreateBoards extends Migration {
  override name = '20261123d-boards';

  override up(): void {
    this.addSql(`
      create table board_counter (
        id uuid primary key,
        workspace_id uuid not null references workspace (id),
        epoch text not null,
        seq bigint not null default 0,
        people int not null default 0,
        done int not null default 0,
        needed int not null default 0,
        on_time int not null default 0,
        on_time_of int not null default 0,
        feedback_given int not null default 0,
        feedback_in_time int not null default 0,
        feedback_of int not null default 0,
        overdue int not null default 0,
        overdue_people int not null default 0,
        waiting int not null default 0,
        finished int not null default 0,
        unique (workspace_id, id),
        foreign key (workspace_id, id) references cohort (workspace_id, id)
      )`);
    this.addSql(`
      create table board_patch (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace (id),
        board_id uuid not null,
        seq bigint not null,
        enrolment_id uuid not null,
        removed boolean not null default false,
        at timestamptz not null,
        unique (workspace_id, id),
        unique (board_id, seq, enrolment_id),
        foreign key (workspace_id, board_id) references board_counter (workspace_id, id)
      )`);
    this.addSql('create index on board_patch (enrolment_id)');
    this.addSql('create index on board_patch (at)');
  }
}
