import type { Verdict } from '@planwright/plugin-sdk';
import { type Database, statement } from '../../database/index.js';
import type { SecretOwner } from '../secrets/secret-store.js';

/** This many of a host's last ten answers may be faults before it is left alone. */
const MOST_FAULTS = 5;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
const PROBE_MS = 60_000;

/** Whether a host may be called. `probe`: its pause is over, and this caller alone is to find out whether it is back. */
export type CircuitState = { state: 'closed' } | { state: 'open'; retryAfterMs: number } | { state: 'probe' };

/** Ten bits, the newest lowest; $4 is 1 for a fault. A healthy answer closes what was open. */
const REPORT = statement(
  { isOpen: 'boolean', faults: 'int' },
  `
insert into integration_circuit as c (workspace_id, integration_id, host, outcomes)
values ($1::uuid, $2::uuid, $3, $4::int)
on conflict (integration_id, host) do update set
  outcomes = case when $4::int = 0 and c.open_until is not null then 0 else ((c.outcomes << 1) | $4::int) & 1023 end,
  opened = case when $4::int = 0 and c.open_until is not null then 0
    when $4::int = 1 and ${isOpening()} then c.opened + 1 else c.opened end,
  open_until = case when $4::int = 0 then null
    when ${isOpening()} then now() + least($6::float8, $5::float8 * power(2, least(c.opened, 10))) * interval '1 millisecond'
    else c.open_until end,
  probe_until = case when $4::int = 0 or ${isOpening()} then null else c.probe_until end
returning open_until is not null as "isOpen", bit_count(outcomes::bit(10))::int as faults`,
);

/** Enough faults while closed, or a fault when the pause was over. */
function isOpening(): string {
  const faults = `bit_count((((c.outcomes << 1) | $4::int) & 1023)::bit(10)) >= ${MOST_FAULTS}`;
  return `(case when c.open_until is null then ${faults} else c.open_until <= now() end)`;
}

const STATE = statement(
  { isOpen: 'boolean', waitMs: 'double' },
  `
select open_until is not null as "isOpen",
  greatest(1, ceil(1000 * extract(epoch from greatest(open_until, probe_until) - now())))::float8 as "waitMs"
from integration_circuit where integration_id = $1::uuid and host = $2 and open_until is not null`,
);

const CLAIM_PROBE = statement(
  { claimed: 'int' },
  `
update integration_circuit set probe_until = now() + $3::float8 * interval '1 millisecond'
where integration_id = $1::uuid and host = $2 and open_until <= now() and (probe_until is null or probe_until <= now())
returning 1 as claimed`,
);

const UPDATE_INTEGRATION = statement(
  {},
  `update integration i set health = case when c.open then 'OPEN_CIRCUIT' else 'HEALTHY' end
         from (select bool_or(open_until is not null) as open from integration_circuit where integration_id = $1::uuid) c
         where i.id = $1::uuid and (i.health = 'OPEN_CIRCUIT') <> c.open`,
);

/** Leaves a host alone that keeps failing, for one integration: others go on. All servers share the state. */
export class Circuit {
  constructor(private readonly database: Database) {}

  async ask(owner: SecretOwner, host: string): Promise<CircuitState> {
    const row = await this.database.look((tx) => tx.row(STATE, [owner.integrationId, host]));
    if (!row) return { state: 'closed' };
    const claimed = await this.database.work((tx) => tx.row(CLAIM_PROBE, [owner.integrationId, host, PROBE_MS]));
    return claimed ? { state: 'probe' } : { state: 'open', retryAfterMs: row.waitMs };
  }

  /** How a host answered. That somebody is throttled or refused says that it is there. Answers whether it is left alone now. */
  async report(owner: SecretOwner, host: string, verdict: Verdict): Promise<{ isOpen: boolean }> {
    const row = await this.database.work(async (tx) => {
      const reported = await tx.row(REPORT, [
        owner.workspaceId,
        owner.integrationId,
        host,
        verdict === 'transient' ? 1 : 0,
        FIRST_PAUSE_MS,
        LONGEST_PAUSE_MS,
      ]);
      await tx.rows(UPDATE_INTEGRATION, [owner.integrationId]);
      return reported;
    });
    return { isOpen: row?.isOpen ?? false };
  }
}
