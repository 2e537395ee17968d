import type { Instant } from '@planwright/schema/time';
import { DEMO_ACCOUNTS } from '@planwright/seeds';
import { type Database, statement } from '../database/index.js';
import { workspaceEnvironment } from '../plans/index.js';
import type { PluginRegistry } from '../plugins/index.js';
import type { ProgressDeps } from '../progress/index.js';
import { seedCohorts } from './seed-cohorts.js';
import { seedOrganisation } from './seed-organisation.js';
import { seedOutcomes } from './seed-outcomes.js';
import { seedPlans } from './seed-plans.js';

/** Any number nobody else locks: two servers that start at once must not both seed. */
const SEEDING_LOCK = 7_201_127;

const WAIT_FOR_TURN = statement({ pg_advisory_xact_lock: 'text' }, 'select pg_advisory_xact_lock($1)');

const FIND_WORKSPACE = statement({ id: 'uuid' }, 'select id from workspace limit 1');

/**
 * Fills an empty database with the demo company: all of it or nothing, once. Answers whether it did; a database that
 * holds a workspace is left as it is.
 */
export async function seedDemo(
  database: Database,
  deps: ProgressDeps,
  registry: PluginRegistry,
  { now, password }: { now: Instant; password: string },
): Promise<boolean> {
  return database.work(async (tx) => {
    await tx.rows(WAIT_FOR_TURN, [SEEDING_LOCK]);
    if (await tx.row(FIND_WORKSPACE)) return false;
    const organisation = await seedOrganisation(tx, { now, password });
    const { workspaceId, people } = organisation;
    const designerId = people.get(DEMO_ACCOUNTS.designer);
    if (!designerId) throw new Error('the demo company has no designer');
    const plans = await seedPlans(tx, registry, { workspaceId, designerId, now });
    const retail = plans.get('retail-new-manager');
    if (!retail) throw new Error('there is no retail plan');
    const environment = await workspaceEnvironment(tx, workspaceId, now);
    const firstCycle = await seedCohorts(tx, deps, organisation, retail, environment);
    await seedOutcomes(tx, organisation, retail, firstCycle);
    return true;
  });
}
