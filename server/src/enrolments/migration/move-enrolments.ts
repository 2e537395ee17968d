import { randomUUID } from 'node:crypto';
import type { MigrationEffect, PlanDefinition } from '@planwright/schema';
import { notFound } from '../../access/graphql/request-error.js';
import { userError } from '../../access/graphql/user-error.js';
import type { MigrationRequest } from '../../plans/migration-request.js';
import { type Act, audited, done, type Outcome, refused } from '../../plans/outcome.js';
import { findVersions } from '../../plans/plan-records.js';
import { applyEvents, loadEnrolments } from '../../progress/apply-events.js';
import type { EnrolmentChange } from '../../progress/progress-listener.js';
import type { EnrolmentDeps } from '../enrolment-deps.js';
import { messages } from '../messages.js';
import { countOf, foreseeMigration } from './foresee-migration.js';
import { migrationCandidates } from './migration-candidates.js';

export interface Moved {
  migrationId: string;
  moved: number;
  /** Who stays, or is blocked. */
  left: string[];
  changes: EnrolmentChange[];
}

/**
 * Moves people to a published version, when that still does exactly what the preview has shown.
 * @param toVersionId the target; for a draft, the version it has just become in this transaction
 */
export async function moveEnrolments(
  act: Act,
  { progress: deps, runningExperiments }: EnrolmentDeps,
  request: MigrationRequest,
  toVersionId: string,
  previewHash: string,
): Promise<Outcome<Moved>> {
  const { tx, viewer, language, now } = act;
  const { fromVersionId } = request;
  const versions = await findVersions(tx, [fromVersionId, toVersionId]);
  const [from, to] = [fromVersionId, toVersionId].map((id) => versions.find((version) => version.id === id));
  if (!from || !to) throw notFound(act);
  if (from.id === to.id) return refused(userError('INVALID', messages.sameVersion(), language, ['migration', 'to']));
  if (from.planId !== to.planId)
    return refused(userError('INVALID', messages.otherPlan(), language, ['migration', 'to']));
  if (to.status !== 'PUBLISHED') {
    return refused(userError('NOT_NOW', messages.versionRetired(), language, ['migration', 'to']));
  }
  const ids = await migrationCandidates(tx, act, request);

  await tx.becomeWorker();
  const loaded = await loadEnrolments(tx, deps, viewer.workspace.id, ids, now);
  const definitions = { ...loaded.definitions, ...(await deps.definitions.load(tx, [from.id, to.id])) };
  const migrationId = randomUUID();
  const held = await runningExperiments(tx, ids);
  const foreseen = foreseeMigration({
    request,
    ends: {
      from: { versionId: from.id, definition: definitionIn(definitions, from.id) },
      to: { versionId: to.id, definition: definitionIn(definitions, to.id) },
      earlier: definitions,
    },
    settings: { migrationId, actor: viewer.personId },
    enrolments: loaded.enrolments.map(({ row, events }) => ({
      id: row.id,
      events,
      inRunningExperiment: held.has(row.id),
    })),
    environment: loaded.environment,
  });
  if (foreseen.problems.length > 0) {
    return refused(userError('INVALID', messages.badMapping(), language, ['migration', 'mapping']));
  }
  if (foreseen.hash !== previewHash) {
    return refused(userError('PREVIEW_OUTDATED', messages.previewOutdated(), language, ['previewHash']));
  }
  const moving = foreseen.effects.filter((effect) => effect.effect === 'MOVES');
  await insertMigration(act, { migrationId, planId: from.planId, request, toVersionId, previewHash }, moving);
  const moved = new Set(moving.map((effect) => effect.enrolmentId));
  const { changes } = await applyEvents(
    tx,
    deps,
    { ...loaded, definitions, enrolments: loaded.enrolments.filter(({ row }) => moved.has(row.id)) },
    new Map(moving.map(({ enrolmentId, event }) => [enrolmentId, { events: [event] }])),
  );
  await audited(act, {
    action: 'moveEnrolments',
    subject: `Migration:${migrationId}`,
    detail: { moved: moving.length, blocked: countOf(foreseen.effects, 'BLOCKED') },
  });
  const left = foreseen.effects.flatMap(({ effect, enrolmentId }) => (effect === 'MOVES' ? [] : [enrolmentId]));
  return done({ migrationId, moved: moving.length, left, changes });
}

export function definitionIn(definitions: Record<string, PlanDefinition>, versionId: string): PlanDefinition {
  const definition = definitions[versionId];
  if (!definition) throw new Error(`definition of version ${versionId} is missing`);
  return definition;
}

const INSERT = `
with migration as (
  insert into plan_migration (id, workspace_id, plan_id, from_version_id, to_version_id, input, preview_hash, at, by_id, moved)
  values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::jsonb, $7, $8::timestamptz, $9::uuid,
    coalesce(array_length($10::uuid[], 1), 0))
  returning id
)
insert into plan_migration_enrolment (workspace_id, migration_id, enrolment_id)
select $2::uuid, $1::uuid, moved.id from unnest($10::uuid[]) as moved (id)`;

async function insertMigration(
  { tx, viewer, now }: Act,
  migration: {
    migrationId: string;
    planId: string;
    request: MigrationRequest;
    toVersionId: string;
    previewHash: string;
  },
  moving: readonly MigrationEffect[],
): Promise<void> {
  const { migrationId, planId, request, toVersionId, previewHash } = migration;
  await tx.rows(INSERT, [
    migrationId,
    viewer.workspace.id,
    planId,
    request.fromVersionId,
    toVersionId,
    JSON.stringify(request),
    previewHash,
    now,
    viewer.personId,
    moving.map((effect) => effect.enrolmentId),
  ]);
}
