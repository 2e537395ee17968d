import { columns, type Database, StartupError, statement } from '../database/index.js';
import { WorkspaceEntity } from './entities.js';

export interface LiveWorkspace {
  id: string;
  name: string;
  timeZone: string;
  locale: string;
}

const FIND = statement(
  columns(WorkspaceEntity, 'id', 'name', 'timeZone', 'locale'),
  `
select id, name, time_zone as "timeZone", locale from workspace
where kind = 'LIVE' and (id::text = $1 or name_key(name) = name_key($1) or ($1::text is null and not demo))
order by created_at, id`,
);

/** The live workspaces of this id or name; without one all but the demo company. As worker. */
export const liveWorkspaces = (sql: Pick<Database, 'lookUp'>, named: string | undefined): Promise<LiveWorkspace[]> =>
  sql.lookUp(FIND, [named ?? null]);

/** For commands: the one workspace that is meant. Throws StartupError with a sentence that says how to name it. */
export async function theWorkspace(database: Database, named: string | undefined): Promise<LiveWorkspace> {
  const found = await liveWorkspaces(database, named);
  const [workspace] = found;
  if (found.length > 1) {
    const list = found.map(({ id, name }) => `${id} “${name}”`).join(', ');
    throw new StartupError(`There are several workspaces: name one with --workspace and its id (${list}).`);
  }
  if (workspace) return workspace;
  throw new StartupError(
    named === undefined
      ? 'There is no workspace yet. Make one: npm run create-admin -- "Company" "Name" name@company.example'
      : `There is no workspace called “${named}”.`,
  );
}
