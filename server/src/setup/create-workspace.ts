import { cnCalendar } from '@planwright/schema/calendar';
import type { Instant } from '@planwright/schema/time';
import { columns, StartupError, statement, type Tx } from '../database/index.js';
import { WorkspaceEntity } from '../people/entities.js';

export interface NewWorkspace {
  name: string;
  now: Instant;
  timeZone?: string;
  locale?: string;
  /** Made-up people and histories: the studio says so, and a production server refuses to serve their accounts. */
  demo?: boolean;
}

const INSERT_WORKSPACE = statement(
  { id: 'uuid' },
  `insert into workspace (name, time_zone, locale, demo, created_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
);

const FIND_WORKSPACE = statement(
  columns(WorkspaceEntity, 'id', 'name'),
  `select id, name from workspace where kind = 'LIVE' and name_key(name) = name_key($1)`,
);

const INSERT_CALENDAR_YEAR = statement(
  {},
  `insert into calendar_year (workspace_id, calendar, year, off, "on", published_at)
     select $1::uuid, $2, y.year, y.off, y."on", $3
     from jsonb_to_recordset($4::jsonb) as y(year int, off date[], "on" date[])`,
);

/** A workspace with the calendar years that are official by now. As worker. Throws StartupError when its name is taken. */
export async function createWorkspace(tx: Tx, workspace: NewWorkspace): Promise<string> {
  const row = await tx.row(INSERT_WORKSPACE, [
    workspace.name.trim(),
    workspace.timeZone ?? 'Asia/Shanghai',
    workspace.locale ?? 'zh-CN',
    workspace.demo ?? false,
    workspace.now,
  ]);
  if (!row) {
    // Whoever makes the same at once is waited for, so theirs is there now.
    const taken = await tx.row(FIND_WORKSPACE, [workspace.name]);
    throw new StartupError(`There is a workspace called “${taken?.name}” already (${taken?.id}).`);
  }
  const years = Object.values(cnCalendar.years).map(({ year, off, on }) => ({ year, off, on }));
  await tx.rows(INSERT_CALENDAR_YEAR, [row.id, cnCalendar.key, workspace.now, JSON.stringify(years)]);
  return row.id;
}
