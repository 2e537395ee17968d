import type { PlanDefinition } from '@planwright/schema/definition';
import { everyColumn, FIGURE_COLUMNS } from '@planwright/schema/figures';
import { globalId } from '../../access/graphql/global-id.js';
import { columnNames, overwritten, quotedNames } from '../../database/column-list.js';
import type { Sql } from '../../database/sql.js';
import type { TestPerson } from '../../testing/fixture.js';
import type { TestServer } from '../../testing/test-server.js';
import type { PersonFigures } from '../figures/added-figures.js';
import { type PersonChange, patchBoards } from '../patch-boards.js';

/** A plan of `items` courses in two stages, as a version in the database. */
export function coursePlan(key: string, items: readonly string[]): PlanDefinition {
  const half = Math.ceil(items.length / 2);
  const stage = (name: string, from: number, to: number, week: number): PlanDefinition['stages'][number] => ({
    key: `stage-${name}`,
    title: { en: `Stage ${name}`, 'zh-CN': `阶段 ${name}` },
    due: { week, weekday: 'FRI', at: '18:00' },
    items: items.slice(from, to).map((item) => ({
      key: item,
      kind: 'COURSE',
      title: { en: `Course ${item}`, 'zh-CN': `课程 ${item}` },
      requirement: 'REQUIRED',
    })),
  });
  return {
    format: 'planwright/1',
    key,
    title: { en: 'Plan', 'zh-CN': '计划' },
    stages: [stage('one', 0, half, 2), stage('two', half, items.length, 8)],
  };
}

interface Row {
  personId: string;
  mentorId: string | null;
  versionId: string;
  figures: PersonFigures;
  cells: string;
}

/**
 * A board whose people are moved without the progress room: every change writes the projection and patches the board in
 * one transaction, as a progress event does, and keeps what the board must then show.
 */
export class BoardFixture {
  readonly people = new Map<string, Row>();

  private constructor(
    private readonly server: TestServer,
    readonly workspaceId: string,
    readonly planId: string,
    readonly boardId: string,
  ) {}

  static async make(
    server: TestServer,
    workspaceId: string,
    key = `plan-${crypto.randomUUID()}`,
  ): Promise<BoardFixture> {
    const { sql } = server;
    const planId = await id(
      sql,
      `insert into plan (workspace_id, key, title, created_at) values ($1, $2, '{"en":"Plan"}', now()) returning id`,
      [workspaceId, key],
    );
    const boardId = await id(
      sql,
      `insert into cohort (workspace_id, plan_id, name, starts_on, created_at) values ($1, $2, 'Spring', '2026-01-05', now()) returning id`,
      [workspaceId, planId],
    );
    return new BoardFixture(server, workspaceId, planId, boardId);
  }

  get cohortId(): string {
    return globalId('Cohort', this.boardId);
  }

  version(number: number, items: readonly string[]): Promise<string> {
    return id(
      this.server.sql,
      `insert into plan_version (workspace_id, plan_id, number, status, content_hash, definition, published_at)
       values ($1, $2, $3, 'PUBLISHED', $4, $5, now()) returning id`,
      [this.workspaceId, this.planId, number, `hash-${number}`, JSON.stringify(coursePlan('plan', items))],
    );
  }

  /** Brings people onto the board in one transaction; answers their enrolments. */
  async enrol(people: readonly TestPerson[], versionId: string, mentor?: TestPerson): Promise<string[]> {
    const rows = people.map((person): [string, Row] => [
      crypto.randomUUID(),
      {
        personId: person.id,
        mentorId: mentor?.id ?? null,
        versionId,
        cells: 'oooo',
        figures: figures(0),
      },
    ]);
    await this.#change(rows.map(([enrolmentId, after]) => ({ enrolmentId, after })));
    return rows.map(([enrolmentId]) => enrolmentId);
  }

  /** `done` of the four courses are done. */
  async progress(enrolmentId: string, done: number): Promise<void> {
    await this.set(enrolmentId, { cells: 'd'.repeat(done).padEnd(4, 'o'), figures: figures(done) });
  }

  cancel(enrolmentId: string): Promise<void> {
    return this.set(enrolmentId, { figures: { ...figures(0), status: 'CANCELLED' } });
  }

  async set(enrolmentId: string, change: Partial<Row>): Promise<void> {
    const before = this.#row(enrolmentId);
    await this.#change([{ enrolmentId, after: { ...before, ...change } }]);
  }

  /** As `set`, without telling this replica: another one made the change. */
  async setElsewhere(enrolmentId: string, change: Partial<Row>): Promise<void> {
    await this.#change([{ enrolmentId, after: { ...this.#row(enrolmentId), ...change } }], false);
  }

  #row(enrolmentId: string): Row {
    const row = this.people.get(enrolmentId);
    if (!row) throw new Error('nobody of that enrolment');
    return row;
  }

  async #change(changes: { enrolmentId: string; after: Row }[], tell = true): Promise<void> {
    const { database, boards } = this.server.running;
    await database.work(async (tx) => {
      const told: PersonChange[] = [];
      for (const { enrolmentId, after } of changes) {
        const before = this.people.get(enrolmentId) ?? null;
        await this.#write(tx, enrolmentId, after);
        told.push({
          workspaceId: this.workspaceId,
          cohortId: this.boardId,
          enrolmentId,
          before: before?.figures ?? null,
          after: after.figures,
          cellsChanged: true,
        });
      }
      await patchBoards(tx, told);
    });
    for (const { enrolmentId, after } of changes) this.people.set(enrolmentId, after);
    if (tell)
      boards.listener.committed(
        [this.boardId],
        changes.map(({ enrolmentId }) => enrolmentId),
      );
  }

  async #write(sql: Sql, enrolmentId: string, row: Row): Promise<void> {
    await sql.rows(
      `insert into enrolment (id, workspace_id, cohort_id, person_id, plan_version_id, mentor_id, starts_on, zone, created_at)
       values ($1, $2, $3, $4, $5, $6, '2026-01-05', 'Asia/Shanghai', now())
       on conflict (id) do update set mentor_id = excluded.mentor_id, plan_version_id = excluded.plan_version_id`,
      [enrolmentId, this.workspaceId, this.boardId, row.personId, row.versionId, row.mentorId],
    );
    const { status, ...figures } = row.figures;
    await sql.rows(WRITE_STATE, [
      this.workspaceId,
      JSON.stringify({ enrolmentId, cohortId: this.boardId, status, cells: row.cells, ...figures }),
    ]);
  }
}

const figureNames = columnNames(FIGURE_COLUMNS);
const WRITE_STATE = `
insert into enrolment_state as s (workspace_id, enrolment_id, cohort_id, status, cells, ${figureNames}, event_seq, stages, last_event_at)
select $1, r."enrolmentId", r."cohortId", r.status, r.cells, ${quotedNames(FIGURE_COLUMNS)}, 1, '[]', clock_timestamp()
from jsonb_to_record($2::jsonb) as r("enrolmentId" uuid, "cohortId" uuid, status text, cells text, ${FIGURE_COLUMNS.map((name) => `"${name}" int`).join(', ')})
on conflict (enrolment_id) do update set status = excluded.status, cells = excluded.cells, ${overwritten(FIGURE_COLUMNS)},
  event_seq = s.event_seq + 1, last_event_at = excluded.last_event_at`;

export function figures(done: number, needed = 4): PersonFigures {
  return {
    ...everyColumn(() => 0),
    status: done === needed ? 'COMPLETED' : 'ACTIVE',
    done,
    needed,
    onTime: done,
    onTimeOf: done,
  };
}

async function id(sql: Sql, statement: string, parameters: readonly unknown[]): Promise<string> {
  const row = await sql.row<{ id: string }>(statement, parameters);
  if (!row) throw new Error('nothing was inserted');
  return row.id;
}
