import type { Client } from 'pg';
import { connect } from '../../../database/connect.js';
import { identifier } from '../../../database/policy-sql.js';

/**
 * Sets a database on a time of its own: whatever the shipped statements call `clock_timestamp()` is the time that `at` was last told,
 * because functions are looked for in `soak` first. A trigger writes down what becomes of each occurrence and each notice.
 */
const SETUP = `
create schema soak;
create table soak.clock (at timestamptz not null);
insert into soak.clock values ('-infinity');
create function soak.clock_timestamp() returns timestamptz language sql stable as 'select at from soak.clock';
create table soak.history (n bigint generated always as identity, id uuid not null, at timestamptz not null, state text not null);
create function soak.remember() returns trigger language plpgsql security definer as $$
begin
  insert into soak.history (id, at, state) values (new.id, soak.clock_timestamp(), new.state);
  return null;
end $$;
create trigger remember_planned after insert on public.reminder_occurrence for each row execute function soak.remember();
create trigger remember after update of state on public.reminder_occurrence for each row
  when (old.state is distinct from new.state) execute function soak.remember();
create trigger remember_planned after insert on public.notice for each row execute function soak.remember();
create trigger remember after update of state on public.notice for each row
  when (old.state is distinct from new.state) execute function soak.remember();
grant usage on schema soak to public;
grant select on all tables in schema soak to public;
alter role planwright_app in database`;

/** A connection of the database's administrator, which reads and writes everything, and moves its time. */
export async function onVirtualTime(adminUrl: string, options: Record<string, unknown>): Promise<Client> {
  const client = await connect(adminUrl, options);
  const database = identifier(new URL(adminUrl).pathname.slice(1));
  await client.query(`${SETUP} ${database} set search_path = soak, public, pg_catalog`);
  return client;
}
