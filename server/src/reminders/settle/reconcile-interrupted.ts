import type { Outcome } from '@planwright/plugin-sdk';
import type { Instant } from '@planwright/schema/time';
import { LEASE_SECONDS, type OpenDelivery } from '../deliver/open-delivery.js';
import type { Settled } from '../deliver/reconcile.js';
import { applyFate, reconciled } from '../deliver/record-outcome.js';
import { type Workplace, wayOf } from '../deliver/way.js';
import type { ReminderDeps } from '../ports.js';

const BATCH = 100;

type Interrupted = OpenDelivery & { integrationId: string; contribution: string | null; ref: string | null };

const CLAIM = `
update delivery d set lease_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
from (
  select id from delivery where workspace_id = $1::uuid and state = 'SENDING' and lease_until < clock_timestamp()
  order by lease_until, id limit ${BATCH} for update skip locked
) due
where d.id = due.id
returning d.id, d.idempotency_key as key, d.person_id as "personId", d.title, d.markdown, d.language, d.link, d.asked, d.doubtful,
  d.attempts as attempt, d.started_at as "startedAt", d.integration_id as "integrationId", d.contribution, d.provider_ref as ref`;

/**
 * Attempts of which nobody has recorded the end: the process died, or the provider has to be asked. Each is resolved as the channel's
 * dedupe allows, never by sending what may have arrived to a provider that would not notice. @returns deliveries looked at
 */
export async function reconcileInterrupted(deps: ReminderDeps, workplace: Workplace, now: Instant): Promise<number> {
  const claimed = await deps.database.work((tx) => tx.rows<Interrupted>(CLAIM, [workplace.workspaceId]));
  const routes = Map.groupBy(claimed, ({ integrationId, contribution }) => `${integrationId} ${contribution ?? ''}`);
  await Promise.all([...routes.values()].map((list) => onRoute(deps, workplace, list, now)));
  return claimed.length;
}

async function onRoute(
  deps: ReminderDeps,
  workplace: Workplace,
  list: readonly Interrupted[],
  now: Instant,
): Promise<void> {
  const [{ integrationId, contribution } = { integrationId: null, contribution: null }] = list;
  const way = await wayOf(deps, workplace, { key: `${integrationId}`, integrationId, contribution });
  const realNow = deps.clock.real();
  // Its plugin is off: nobody can tell, and nothing may be sent again.
  const description =
    way.kind === 'CHANNEL' ? way.description : { dedupe: { how: 'none' as const }, rates: [], settles: false };
  const asks = way.kind === 'CHANNEL' && description.dedupe.how === 'lookup' && description.settles;
  const answers = asks ? await askProvider(deps, way, list) : new Map<string, Settled>();
  await deps.database.work(async (tx) => {
    for (const delivery of list) {
      const settled = answers.get(delivery.id) ?? (asks ? 'unknown' : undefined);
      const fate = reconciled(deps, description, delivery, { now, realNow }, settled);
      await applyFate(tx, delivery, fate, realNow, settled === undefined ? 'interrupted' : `interrupted, ${settled}`);
    }
  });
}

async function askProvider(
  deps: ReminderDeps,
  way: Extract<Awaited<ReturnType<typeof wayOf>>, { kind: 'CHANNEL' }>,
  list: readonly Interrupted[],
): Promise<Map<string, Settled>> {
  const refs = list.map(({ ref, key }) => ref ?? key);
  const called = await deps.channels.settle(way.channel, refs);
  if (!called.ok) return new Map();
  return new Map(
    list.flatMap((delivery, index) => {
      const found =
        called.value.find(({ ref }) => ref !== undefined && ref === refs[index]) ??
        (called.value.length === refs.length ? called.value[index] : undefined);
      return found ? [[delivery.id, settledFrom(found)] as const] : [];
    }),
  );
}

/** `retry` of a provider that was asked: it has nothing under this reference. */
function settledFrom({ status }: Outcome): Settled {
  switch (status) {
    case 'accepted':
      return 'accepted';
    case 'delivered':
    case 'read':
    case 'done':
      return 'delivered';
    case 'rejected':
      return 'rejected';
    case 'retry':
      return 'absent';
    case 'unknown':
      return 'unknown';
    default:
      return status satisfies never;
  }
}
