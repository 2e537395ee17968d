import { Migration } from '@mikro-orm/migrations';

/**
 * Two live workspaces have names that are told apart, whatever the case, the width, the spaces and the dots: `nameKey` of tables in
 * SQL. Of those that have one name the first keeps it; a later one gets a number, and its audit trail says so.
 */
export class UniqueWorkspaceNames extends Migration {
  override name = '20261130u1-workspace-names';

  override up(): void {
    this.addSql(String.raw`
      create function name_key(name text) returns text language sql immutable parallel safe strict
      return lower(regexp_replace(normalize(name, NFKC),
        '[\s\u0001-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u3164\u115F\u1160\uFFA0.·•‧∙⋅・･․。｡]+', '', 'g'))`);
    this.addSql(`
      do $$
      declare
        twin record;
        free text;
      begin
        for twin in
          select w.id, w.name from workspace w
          where w.kind = 'LIVE' and exists (select 1 from workspace o where o.kind = 'LIVE' and name_key(o.name) = name_key(w.name)
            and (o.created_at, o.id) < (w.created_at, w.id))
          order by w.created_at, w.id
        loop
          select twin.name || ' (' || n || ')' into free from generate_series(2, 100000) n
          where not exists (select 1 from workspace o where o.kind = 'LIVE' and name_key(o.name) = name_key(twin.name || ' (' || n || ')'))
          order by n limit 1;
          update workspace set name = free where id = twin.id;
          insert into audit_entry (workspace_id, at, action, subject, outcome, detail)
          values (twin.id, now(), 'renameWorkspace', 'Workspace:' || twin.id, 'OK',
            jsonb_build_object('from', twin.name, 'to', free, 'because', 'nameTaken'));
        end loop;
      end $$`);
    this.addSql(`create unique index workspace_live_name on workspace (name_key(name)) where kind = 'LIVE'`);
  }
}
