import type { ApiRoom } from '../access/graphql/index.js';
import { ForesightResolver } from './foresight.resolver.js';
import { PlanResolver, planNodes } from './plan.resolver.js';
import type { PlanDeps } from './plan-deps.js';
import { DraftResolver, PlanVersionResolver } from './plan-version.resolver.js';

/** Plans with drafts and versions. */
export function plansRoom(deps: PlanDeps): ApiRoom {
  return {
    resolvers: [
      new PlanResolver(deps),
      new DraftResolver(deps),
      new PlanVersionResolver(deps),
      new ForesightResolver(deps),
    ],
    nodes: planNodes,
  };
}
export { ReminderStorms } from './reminder-storms.js';
