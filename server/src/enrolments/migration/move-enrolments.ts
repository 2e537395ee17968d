import { randomUUID } from 'node:crypto';
import { notFound, userError } from '../../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../../access/index.js';
import { statement } from '../../database/index.js';
import { findVersions, type MigrationRequest, workspaceEnvironment } from '../../plans/index.js';
import { applyInParts, type EnrolmentChange, lockEnrolments } from '../../progress/index.js';
import type { MigrationDeps } from '../enrolment-deps.js';
import { say } from '../generated/messages.js';
import { beginForeseeing, countOf, definitionIn, foreseen } from './foresee-people.js';
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
  deps: MigrationDeps,
  request: MigrationRequest,
  toVersionId: string,
  previewHash: string,
): Promise<Outcome<Moved>> {
  const { tx, viewer, language, now } = act;
  const { progress } = deps;
  const { fromVersionId } = request;
  const versions = await findVersions(tx, [fromVersionId, toVersionId]);
  const [from, to] = [fromVersionId, toVersionId].map((id) => versions.find((version) => version.id === id));
  if (!from || !to) throw notFound(act);
  if (from.id === to.id) return refused(userError('INVALID', say('sameVersion'), language, ['migration', 'to']));
  if (from.planId !== to.planId) return refused(userError('INVALID', say('otherPlan'), language, ['migration', 'to']));
  if (to.status !== 'PUBLISHED') {
    return refused(userError('NOT_NOW', say('versionRetired'), language, ['migration', 'to']));
  }
  const { ids } = await migrationCandidates(tx, act, request);

  await tx.becomeWorker();
  const locked = await lockEnrolments(tx, viewer.workspace.id, ids);
  const definitions = await progress.definitions.load(tx, [from.id, to.id]);
  const migrationId = randomUUID();
  const ends = {
    from: { versionId: from.id, definition: definitionIn(definitions, from.id) },
    to: { versionId: to.id, definition: definitionIn(definitions, to.id) },
  };
  const foreseeing = await beginForeseeing(tx, deps, {
    request,
    ends,
    settings: { migrationId, actor: viewer.personId },
    environment: await workspaceEnvironment(tx, viewer.workspace.id, now),
    enrolmentIds: locked.map(({ id }) => id),
    withEvents: true,
  });
  const { people, problems, hash } = await foreseen(foreseeing);
  if (problems.length > 0) {
    return refused(userError('INVALID', say('badMapping'), language, ['migration', 'mapping']));
  }
  if (hash !== previewHash) {
    return refused(userError('PREVIEW_OUTDATED', say('previewOutdated'), language, ['previewHash']));
  }
  const moving = new Map(people.flatMap(({ enrolmentId, event }) => (event ? [[enrolmentId, event] as const] : [])));
  const movingIds = [...moving.keys()];
  await insertMigration(act, { migrationId, planId: from.planId, request, toVersionId, previewHash }, movingIds);
  const changes = await applyInParts(tx, progress, {
    workspaceId: viewer.workspace.id,
    now,
    enrolments: locked.filter(({ id }) => moving.has(id)),
    definitions,
    actsOn: (part) =>
      new Map(
        part.enrolments.flatMap(({ row: { id } }) => {
          const event = moving.get(id);
          return event ? [[id, { events: [event] }]] : [];
        }),
      ),
  });
  await audited(act, {
    action: 'moveEnrolments',
    subject: `Migration:${migrationId}`,
    detail: { moved: moving.size, blocked: countOf(people, 'BLOCKED') },
  });
  const left = people.flatMap(({ enrolmentId }) => (moving.has(enrolmentId) ? [] : [enrolmentId]));
  return done({ migrationId, moved: moving.size, left, changes });
}

const INSERT = statement(
  {},
  `
with migration as (
  insert into plan_migration (id, workspace_id, plan_id, from_version_id, to_version_id, input, preview_hash, at, by_id, moved)
  values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::jsonb, $7, $8::timestamptz, $9::uuid,
    coalesce(array_length($10::uuid[], 1), 0))
  returning id
)
insert into plan_migration_enrolment (workspace_id, migration_id, enrolment_id)
select $2::uuid, $1::uuid, moved.id from unnest($10::uuid[]) as moved (id)`,
);

async function insertMigration(
  { tx, viewer, now }: Act,
  migration: {
    migrationId: string;
    planId: string;
    request: MigrationRequest;
    toVersionId: string;
    previewHash: string;
  },
  movingIds: readonly string[],
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
    movingIds,
  ]);
}
