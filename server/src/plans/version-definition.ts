import { type PlanDefinition, parsePlan } from '@planwright/schema/definition';
import type { Tx } from '../database/index.js';
import type { DefinitionCache } from './definition-cache.js';
import type { VersionTarget } from './migration-request.js';
import { findDraft, findPlan, findVersions } from './plan-records.js';

export interface TargetDefinition {
  planId: string;
  definition: PlanDefinition;
  /** Absent for a draft. */
  versionId?: string;
}

/**
 * The definition that a reference names, as the reader may see it. `absent`: there is no such version, or the draft is
 * at another revision; `unfinished`: the draft is no valid document yet.
 */
export async function definitionOfTarget(
  tx: Tx,
  cache: DefinitionCache,
  target: VersionTarget,
): Promise<TargetDefinition | 'absent' | 'unfinished'> {
  if (target.kind === 'version') {
    const [version] = await findVersions(tx, [target.versionId]);
    if (!version) return 'absent';
    const definition = (await cache.load(tx, [version.id]))[version.id];
    return definition ? { planId: version.planId, definition, versionId: version.id } : 'absent';
  }
  const plan = await findPlan(tx, target.planKey);
  const draft = plan ? await findDraft(tx, plan.id) : undefined;
  if (!draft || draft.revision !== target.revision) return 'absent';
  const { definition } = parsePlan(draft.definition);
  return definition ? { planId: draft.planId, definition } : 'unfinished';
}
