import { contentHash, type PlanDefinition } from '@planwright/schema/definition';
import { addMs, DAY_MS, type Instant } from '@planwright/schema/time';
import { loadTemplates } from '@planwright/seeds';
import type { Tx } from '../database/index.js';
import { insertPlan, insertVersion } from '../plans/index.js';
import { type PluginRegistry, pinUses } from '../plugins/index.js';

export interface SeededPlan {
  planId: string;
  versionId: string;
  definition: PlanDefinition;
}

/** Every template as a plan, and all but one published before the pilot of a year ago: the product plan waits as a draft. */
export async function seedPlans(
  tx: Tx,
  registry: PluginRegistry,
  { workspaceId, designerId, now }: { workspaceId: string; designerId: string; now: Instant },
): Promise<Map<string, SeededPlan>> {
  const publishedAt = addMs(now, -400 * DAY_MS);
  const published = new Map<string, SeededPlan>();
  for (const { key, definition } of await loadTemplates()) {
    const plan = await insertPlan(tx, {
      workspaceId,
      key,
      title: definition.title,
      definition,
      by: designerId,
      now: publishedAt,
    });
    if (!plan) throw new Error(`there is a plan ${key} already`);
    if (key === 'product-new-manager') continue;
    const versionId = await insertVersion(tx, {
      workspaceId,
      planId: plan.id,
      number: 1,
      contentHash: contentHash(definition),
      definition,
      layout: null,
      changeNote: '第一版（演示数据）',
      by: designerId,
      now: publishedAt,
    });
    await pinUses(tx, registry, {
      workspaceId,
      planVersionId: versionId,
      definition,
      by: designerId,
      at: publishedAt,
    });
    published.set(key, { planId: plan.id, versionId, definition });
  }
  return published;
}
