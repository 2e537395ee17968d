import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';
import type { ChannelAddress } from '../ports.js';

/** Spread over so long, so that a provider that answers again is not run over. */
const SPREAD_MINUTES = 5;
/** From this attempt on our own waits may be longer than that; a longer one before was asked for by the provider. */
const OWN_WAITS_FROM = 7;

/** A channel answers again: what was put off for hours because it did not goes out within minutes. */
export async function drawIn(
  sql: Sql,
  { workspaceId, integrationId, contribution }: ChannelAddress,
  realNow: Instant,
): Promise<void> {
  await sql.rows(
    `update delivery d set next_attempt_at = $4::timestamptz + mod(abs(hashtext(d.id::text)), $5::int) * interval '1 second'
     where d.workspace_id = $1::uuid and d.integration_id = $2::uuid and d.contribution is not distinct from $3 and d.state = 'QUEUED'
       and d.next_attempt_at > $4::timestamptz + $5::int * interval '1 second' and d.attempts >= $6`,
    [workspaceId, integrationId, contribution, realNow, SPREAD_MINUTES * 60, OWN_WAITS_FROM],
  );
}
