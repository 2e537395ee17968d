import { globalId } from '../access/graphql/global-id.js';
import { allocate } from '../statistics/allocate.js';
import type { PolicyWorld } from './policy-world.js';
import type { TestServer } from './test-server.js';

/**
 * Fills in what the rows of a policy world leave out because only who sees them matters there: drawings, reports, and the
 * integration that a message went by. Afterwards every field of every row can be read.
 */
export async function completeWorld(server: TestServer, world: PolicyWorld): Promise<void> {
  const inWorld = (statement: string, ...more: unknown[]) => server.sql.rows(statement, [world.workspace, ...more]);
  const arms = ['v1', 'v2'].map((key) => ({ key, weight: 1 }));
  await inWorld(
    'update experiment set allocation = $2::jsonb where workspace_id = $1',
    JSON.stringify(allocate([], arms, { seed: 's', method: 'BLOCKS' })),
  );
  const secondArm = `insert into experiment_arm (workspace_id, experiment_id, position, key, plan_version_id, weight)
    select a.workspace_id, a.experiment_id, 1, 'v2', (select v.id from plan_version v where v.number = 2 and v.workspace_id = $1), 1
    from experiment_arm a where a.workspace_id = $1`;
  await inWorld(secondArm);
  // What a report says is as it was made: each of them as one that is made now.
  const asAdmin = world.people.admin;
  if (!asAdmin) throw new Error('nobody asks');
  const cohortId = globalId('Cohort', world.rows.find(({ table }) => table === 'cohort')?.id ?? '');
  const made = await server.execute(
    'query ($cohortId: ID!) { evaluationReport(cohortId: $cohortId) { id } }',
    { cohortId },
    { as: asAdmin },
  );
  if (made.errors) throw new Error(JSON.stringify(made.errors));
  const newest = 'select r.body from report r where r.workspace_id = $1 order by r.generated_at desc limit 1';
  await inWorld(`update report set body = (${newest}) where workspace_id = $1`);
  await inWorld(
    `update delivery d set integration_id = (select i.id from integration i where i.workspace_id = d.workspace_id)
     where workspace_id = $1`,
  );
}
