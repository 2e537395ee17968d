import { columns, type Sql, statement } from '../../database/index.js';
import { WorkspaceEntity } from '../../people/entities.js';

const SETTINGS = {
  ...columns(WorkspaceEntity, 'name', 'locale', 'calendar', 'leaverEnrolments', 'maxFileMegabytes', 'reportTargets'),
  timeZone: 'text',
  workingFrom: 'text',
  workingTo: 'text',
} as const;

const READ = statement(
  SETTINGS,
  `
select name, locale, calendar, leaver_enrolments as "leaverEnrolments", max_file_megabytes as "maxFileMegabytes",
  report_targets as "reportTargets", time_zone as "timeZone", to_char(working_from::time, 'HH24:MI') as "workingFrom",
  to_char(working_to::time, 'HH24:MI') as "workingTo"
from workspace where id = $1::uuid`,
);

/** What an organisation decides about its own workspace. */
export async function readSettings(sql: Sql, workspaceId: string) {
  const row = await sql.row(READ, [workspaceId]);
  if (!row) throw new Error(`workspace ${workspaceId} does not exist`);
  return row;
}

export type WorkspaceSettingsRow = Awaited<ReturnType<typeof readSettings>>;
