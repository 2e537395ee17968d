import type { NewEvent } from '@planwright/schema/engine';
import type { Instant } from '@planwright/schema/time';
import { statement, type Tx } from '../database/index.js';

/** The last promotion that counts for a plan of these job roles, and whether they have signed in. */
const STATEMENT = statement(
  { personId: 'uuid', promotedAt: 'timestamptz?', signedIn: 'boolean' },
  `
select p.id as "personId",
  (select max(v.at) from career_event v where v.person_id = p.id and v.type = 'PROMOTED'
    and (v.became_lead or v.job_role = any($2::text[]))) as "promotedAt",
  exists (select 1 from account a where a.person_id = p.id and a.last_sign_in_at is not null) as "signedIn"
from person p where p.id = any($1::uuid[])`,
);

/**
 * What somebody who is enrolled now has behind them, so that no date waits for it in vain. A promotion counts from its own day. Who has
 * signed in long ago begins with the plan now: dates that count from the first sign-in count from here.
 */
export async function knownCareer(
  tx: Tx,
  personIds: readonly string[],
  jobRoles: readonly string[],
  now: Instant,
): Promise<(personId: string) => NewEvent[]> {
  const rows = await tx.rows(STATEMENT, [personIds, jobRoles]);
  const known = new Map(rows.map((row) => [row.personId, row]));
  return (personId) => {
    const { promotedAt = null, signedIn = false } = known.get(personId) ?? {};
    const event = (name: 'PROMOTED' | 'FIRST_SIGN_IN', occurredAt: Instant): NewEvent => ({
      type: 'personEvent',
      actor: 'system',
      occurredAt,
      data: { event: name },
    });
    return [
      ...(promotedAt === null ? [] : [event('PROMOTED', promotedAt)]),
      ...(signedIn ? [event('FIRST_SIGN_IN', now)] : []),
    ];
  };
}
