import { FIGURE_COLUMNS } from '@planwright/schema/figures';
import { openSession } from '../dist/access/session.js';
import { columnNames } from '../dist/database/column-list.js';

export const BOARDS = 100;
export const PEOPLE = 100;
export const ITEMS = 30;

/** What everybody has done; the rest is 0. */
const FIGURES = { done: 12, needed: 30, onTime: 11, onTimeOf: 12, overdue: 1 };

/** 100 cohorts of 100 people with 30 items each, straight into the tables, as PostgreSQL makes them fastest. */
export async function loadData(owner) {
  const one = async (statement, parameters) => (await owner.query(statement, parameters)).rows[0].id;
  const workspace = await one(`insert into workspace (name) values ('Bench') returning id`);
  const definition = plan(ITEMS);
  const planId = await one(
    `insert into plan (workspace_id, key, title, created_at) values ($1, 'bench', '{"en":"Bench"}', now()) returning id`,
    [workspace],
  );
  const version = await one(
    `insert into plan_version (workspace_id, plan_id, number, content_hash, definition, published_at)
     values ($1, $2, 1, 'bench', $3, now()) returning id`,
    [workspace, planId, JSON.stringify(definition)],
  );
  const hr = await one(
    `insert into person (workspace_id, name, email, job_role, joined_on, active, locale)
     values ($1, 'Hana', 'hr@bench.example', 'HR', '2025-01-01', true, 'en') returning id`,
    [workspace],
  );
  await owner.query(`insert into role_grant (workspace_id, person_id, role) values ($1, $2, 'HR'), ($1, $2, 'ADMIN')`, [
    workspace,
    hr,
  ]);
  const account = await one(
    `insert into account (workspace_id, person_id, email, password_hash) values ($1, $2, 'hr@bench.example', 'none') returning id`,
    [workspace, hr],
  );
  await owner.query(
    `insert into person (workspace_id, name, email, job_role, joined_on, active, locale)
     select $1::uuid, '学员 ' || n, 'p' || n || '@bench.example', 'store-manager', date '2025-01-01', true, 'en' from generate_series(1, 10000) n
     union all
     select $1::uuid, '导师 ' || n, 'm' || n || '@bench.example', 'mentor', date '2020-01-01', true, 'en' from generate_series(1, 100) n`,
    [workspace],
  );
  await owner.query(
    `insert into cohort (workspace_id, plan_id, name, starts_on, created_at)
     select $1, $2, 'Cohort ' || n, '2026-01-05', now() from generate_series(1, 100) n`,
    [workspace, planId],
  );
  await owner.query(
    `insert into enrolment (workspace_id, cohort_id, person_id, plan_version_id, mentor_id, starts_on, zone, created_at)
     select $1, c.id, p.id, $2, m.id, '2026-01-05', 'Asia/Shanghai', now()
     from (select id, row_number() over (order by id) - 1 as n from cohort) c
     join (select id, row_number() over (order by email) - 1 as n from person where job_role = 'store-manager') p on p.n / 100 = c.n
     join (select id, row_number() over (order by email) - 1 as n from person where job_role = 'mentor') m on m.n = c.n`,
    [workspace, version],
  );
  await owner.query(
    `insert into enrolment_state (workspace_id, enrolment_id, cohort_id, status, cells, ${columnNames(FIGURE_COLUMNS)},
       event_seq, stages, last_event_at)
     select $1, e.id, e.cohort_id, 'ACTIVE', repeat('d', 12) || repeat('o', 8) || repeat('.', 10),
       ${FIGURE_COLUMNS.map((name) => FIGURES[name] ?? 0).join(', ')}, 12, '[]', now()
     from enrolment e`,
    [workspace],
  );
  await owner.query(
    `insert into item_state (workspace_id, enrolment_id, item_key, stage_key, position, state, outcome, due_at, on_time, score)
     select $1, e.id, 'item-' || n, 'stage-' || (n / 10), n, case when n < 12 then 'DONE' when n < 20 then 'AVAILABLE' else 'LOCKED' end,
       case when n < 12 then 'COMPLETED' end, '2026-03-01', case when n < 12 then true end, case when n < 12 then 80 + n % 20 end
     from enrolment e cross join generate_series(0, 29) n`,
    [workspace],
  );
  await owner.query(
    `insert into board_counter (id, workspace_id, epoch, seq, people, done, needed, on_time, on_time_of, overdue, overdue_people)
     select cohort_id, $1, 'bench', 1, count(*), sum(done), sum(needed), sum(on_time), sum(on_time_of), sum(overdue), count(*)
     from enrolment_state group by cohort_id`,
    [workspace],
  );
  await owner.query('vacuum analyze');
  const sql = { row: async (statement, parameters) => (await owner.query(statement, parameters)).rows[0] };
  const { token } = await openSession(
    sql,
    { id: account, workspaceId: workspace, personId: hr },
    new Date().toISOString(),
    'bench',
  );
  const boards = (await owner.query('select id from cohort order by id')).rows.map(({ id }) => id);
  return { workspace, hr, version, token, boards };
}

/** A plan of courses in three stages. */
export function plan(items, key = 'bench') {
  const stage = (n) => ({
    key: `stage-${n}`,
    title: { en: `Stage ${n}`, 'zh-CN': `阶段 ${n}` },
    due: { week: 12, weekday: 'FRI', at: '18:00' },
    items: Array.from({ length: items / 3 }, (_, index) => ({
      key: `item-${n * (items / 3) + index}`,
      kind: 'COURSE',
      title: { en: `Course ${index}`, 'zh-CN': `课程 ${index}` },
      requirement: 'REQUIRED',
    })),
  });
  return { format: 'planwright/1', key, title: { en: 'Bench', 'zh-CN': '测量' }, stages: [0, 1, 2].map(stage) };
}
