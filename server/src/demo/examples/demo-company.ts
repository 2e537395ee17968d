import { type Sql, statement } from '../../database/index.js';

/** The demo company as it is stored. */
export interface DemoCompany {
  workspaceId: string;
  /** Ids by the keys of the demo company. */
  idOf(key: string): string;
}

const FIND_WORKSPACE = statement(
  { id: 'uuid' },
  `select id from workspace where demo and kind = 'LIVE' order by created_at limit 1`,
);

const FIND_PERSON = statement(
  { key: 'text!', id: 'uuid' },
  'select id, external_id as key from person where workspace_id = $1::uuid and external_id is not null',
);

/** undefined where the database holds another company. */
export async function findDemoCompany(sql: Sql): Promise<DemoCompany | undefined> {
  const workspace = await sql.row(FIND_WORKSPACE);
  if (!workspace) return undefined;
  const rows = await sql.rows(FIND_PERSON, [workspace.id]);
  const ids = new Map(rows.map(({ id, key }) => [key, id]));
  return {
    workspaceId: workspace.id,
    idOf: (key) => {
      const id = ids.get(key);
      if (id === undefined) throw new Error(`the demo company has no ${key}`);
      return id;
    },
  };
}
