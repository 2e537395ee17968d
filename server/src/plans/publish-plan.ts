import { contentHash, type PlanDefinition, type Problem } from '@planwright/schema/definition';
import { notFound, type UserErrorData, userError } from '../access/graphql/index.js';
import { type Act, audited, type Outcome } from '../access/index.js';
import { type PluginDeps, pinUses } from '../plugins/index.js';
import { say } from './generated/messages.js';
import type { MigrationRequest } from './migration-request.js';
import type { MetricKeys } from './plan-deps.js';
import { findDraft, findPlan, findVersionsOfPlans, insertVersion, lockPlan } from './plan-records.js';
import { checkDocument, errorsAmong } from './problems-of.js';
import { workspaceEnvironment } from './workspace-environment.js';

/** Whose boards have to be told after the commit. */
export interface MovedPeople {
  cohortIds: string[];
  enrolmentIds: string[];
}

/**
 * Moves people to the version that is being published, within the same transaction. Declared here, done by the room
 * of enrolments: it answers PREVIEW_OUTDATED when the result would not be what was shown.
 */
export type MoveOnPublish = (
  act: Act,
  request: MigrationRequest,
  toVersionId: string,
  previewHash: string,
) => Promise<Outcome<{ migrationId: string; moved: MovedPeople }>>;

export interface PublishPlan {
  planKey: string;
  expectedRevision: number;
  changeNote?: string;
  migration?: MigrationRequest;
  previewHash?: string;
}

export type Published =
  | {
      ok: true;
      versionId: string;
      definition: PlanDefinition;
      migrationId?: string;
      moved: MovedPeople;
      problems: Problem[];
    }
  | { ok: false; errors: UserErrorData[]; problems: Problem[] };

/** What publishing causes or asks elsewhere. */
export interface Publishing {
  plugins: Pick<PluginDeps, 'registry'>;
  metricKeys: MetricKeys;
  moveOnPublish: MoveOnPublish;
}

/** Makes the draft an immutable version that pins its rules. Errors in the definition are named and nothing changes. */
export async function publishPlan(
  act: Act,
  input: PublishPlan,
  { plugins, metricKeys, moveOnPublish }: Publishing,
): Promise<Published> {
  const { tx, viewer, language, now } = act;
  const refuse = (error: UserErrorData, problems: Problem[] = []): Published => ({
    ok: false,
    errors: [error],
    problems,
  });
  const plan = await findPlan(tx, input.planKey);
  if (!plan) throw notFound(act);
  await tx.becomeWorker();
  await lockPlan(tx, plan.id);
  const draft = await findDraft(tx, plan.id);
  if (!draft) throw notFound(act);
  if (draft.revision !== input.expectedRevision) {
    return refuse(
      userError('STALE_REVISION', say('staleRevision', { current: draft.revision }), language, ['expectedRevision']),
    );
  }
  const environment = await workspaceEnvironment(tx, viewer.workspace.id, now);
  const catalogue = await plugins.registry.catalogue(tx, viewer.workspace.id);
  const { definition, problems } = checkDocument(
    draft.definition,
    environment,
    catalogue,
    await metricKeys(tx, viewer.workspace.id),
  );
  const errors = errorsAmong(problems);
  if (!definition || errors.length > 0) {
    return refuse(
      userError('HAS_PROBLEMS', say('hasProblems', { count: errors.length }), language, ['planKey']),
      problems,
    );
  }
  if ((definition.grants?.length ?? 0) > 0 && !viewer.roles.has('ADMIN')) {
    return refuse(userError('NEEDS_ADMIN', say('needsAdmin'), language, ['planKey']), problems);
  }
  const versions = await findVersionsOfPlans(tx, [plan.id]);
  const current = versions.find((version) => version.status === 'PUBLISHED');
  const hash = contentHash(definition);
  if (current?.contentHash === hash) {
    return refuse(
      userError('INVALID', say('sameContent', { number: current.number }), language, ['planKey']),
      problems,
    );
  }
  const migrationError = migrationErrorOf(act, input);
  if (migrationError) return refuse(migrationError, problems);

  const versionId = await insertVersion(tx, {
    workspaceId: viewer.workspace.id,
    planId: plan.id,
    number: (versions[0]?.number ?? 0) + 1,
    contentHash: hash,
    definition,
    layout: draft.layout,
    changeNote: input.changeNote,
    by: viewer.personId,
    now,
  });
  await pinUses(tx, plugins.registry, {
    workspaceId: viewer.workspace.id,
    planVersionId: versionId,
    definition,
    by: viewer.personId,
    at: now,
  });
  await audited(act, { action: 'publishPlan', subject: `PlanVersion:${versionId}`, detail: { key: plan.key } });
  if (!input.migration || input.previewHash === undefined)
    return { ok: true, versionId, definition, moved: { cohortIds: [], enrolmentIds: [] }, problems };
  const moved = await moveOnPublish(act, input.migration, versionId, input.previewHash);
  if (!moved.ok) return { ok: false, errors: moved.errors, problems };
  return { ok: true, versionId, definition, ...moved.value, problems };
}

/** A migration in the same act must lead to the very draft that becomes the version. */
function migrationErrorOf({ language }: Act, input: PublishPlan): UserErrorData | undefined {
  if (!input.migration) return undefined;
  const { to } = input.migration;
  const leadsHere = to.kind === 'draft' && to.planKey === input.planKey && to.revision === input.expectedRevision;
  if (!leadsHere) return userError('INVALID', say('migrationOfOtherPlan'), language, ['migration', 'to']);
  if (input.previewHash === undefined)
    return userError('INVALID', say('previewHashMissing'), language, ['previewHash']);
  return undefined;
}
