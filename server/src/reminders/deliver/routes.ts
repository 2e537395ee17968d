import type { Sql } from '../../database/index.js';
import type { LogicalChannel } from '../engine/occurrence.js';

/** Where a logical channel of plans leads in a workspace. */
export interface Route {
  /** The same for channels that lead to the same place: their messages are one. */
  key: string;
  integrationId: string | null;
  contribution: string | null;
}

export const INBOX: Route = { key: 'inbox', integrationId: null, contribution: null };

export interface RouteRow {
  channel: LogicalChannel;
  integrationId: string | null;
  contribution: string | null;
}

/** Routes that were set; a removed integration leads nowhere, so to the inbox. */
export function readRoutes(sql: Sql, workspaceId: string): Promise<RouteRow[]> {
  return sql.rows<RouteRow>(
    `select r.channel, i.id as "integrationId", r.contribution from channel_route r
     left join integration i on i.id = r.integration_id and i.removed_at is null
     where r.workspace_id = $1::uuid and (r.integration_id is null or i.id is not null)`,
    [workspaceId],
  );
}

/**
 * The route of a channel; not mapped = the inbox. In a sandbox, routes were copied without their integrations: a channel that was
 * mapped stays a way of its own there, so that the sink holds the messages that would have gone out.
 */
export function routeOf(rows: readonly RouteRow[], channel: LogicalChannel): Route {
  const row = rows.find((candidate) => candidate.channel === channel);
  if (!row || (row.integrationId === null && row.contribution === null)) return INBOX;
  const { integrationId, contribution } = row;
  return { key: `${integrationId ?? 'sandbox'} ${contribution ?? ''}`, integrationId, contribution };
}

/** Logical channels that lead to a route. */
export function channelsOf(rows: readonly RouteRow[], route: Route): LogicalChannel[] {
  const all: LogicalChannel[] = ['chat', 'email', 'sms', 'todo', 'inbox'];
  return all.filter((channel) => routeOf(rows, channel).key === route.key);
}
