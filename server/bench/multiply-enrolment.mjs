/**
 * The one that the server enrolled, once for each of the others: every table as it left them, and between 4 and 23 courses done, by
 * everybody at times of their own.
 */
export async function multiplyEnrolment(owner, enrolmentId, people) {
  const copy = async (table, key, changed) => {
    const { rows } = await owner.query(
      `select column_name as name from information_schema.columns where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER' and column_name <> all($2)`,
      [table, Object.keys(changed)],
    );
    const names = rows.map(({ name }) => `"${name}"`);
    await owner.query(
      `insert into ${table} (${[...names, ...Object.keys(changed)].join(', ')})
       select ${[...names.map((name) => `o.${name}`), ...Object.values(changed)].join(', ')}
       from ${table} o cross join bench_mover m where o.${key} = $1`,
      [enrolmentId],
    );
  };
  await owner.query('create temporary table bench_mover (id uuid default gen_random_uuid(), person_id uuid, own int)');
  await owner.query(
    'insert into bench_mover (person_id, own) select id, abs(hashtext(id::text)) from unnest($1::uuid[]) as p (id)',
    [people.map(({ id }) => id)],
  );
  await copy('enrolment', 'id', { id: 'm.id', person_id: 'm.person_id' });
  await copy('enrolment_state', 'enrolment_id', { enrolment_id: 'm.id', id: 'gen_random_uuid()' });
  await copy('item_state', 'enrolment_id', { enrolment_id: 'm.id', id: 'gen_random_uuid()' });
  await copy('progress_event', 'enrolment_id', {
    enrolment_id: 'm.id',
    id: 'gen_random_uuid()',
    idempotency_key: 'null',
  });
  await owner.query(
    `insert into progress_event (workspace_id, enrolment_id, seq, recorded_at, occurred_at, actor, type, data)
     select e.workspace_id, e.enrolment_id, e.last + n, e.at + (m.own % 997 + n) * interval '1 ms', e.at + (m.own % 997) * interval '1 ms',
       'bench', 'completed', jsonb_build_object('itemKey', 'item-' || (n - 1), 'source', 'MARKED')
     from (select workspace_id, enrolment_id, max(seq) as last, max(recorded_at) as at from progress_event
           where enrolment_id in (select id from bench_mover) group by 1, 2) e
     join bench_mover m on m.id = e.enrolment_id cross join generate_series(1, 23) n where n <= 4 + m.own % 20`,
  );
  await owner.query('drop table bench_mover');
  await owner.query('vacuum analyze progress_event, enrolment, enrolment_state, item_state');
}
