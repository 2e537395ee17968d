import { UNDO_DAYS, undoMigration } from '@planwright/schema/migration';
import { addMs, type Instant } from '@planwright/schema/time';
import { notFound, userError } from '../../access/graphql/index.js';
import { type Act, audited, done, mayActOn, type Outcome, refused } from '../../access/index.js';
import { statement } from '../../database/index.js';
import { applyInParts, lockEnrolments, type ProgressDeps, visibleEnrolments } from '../../progress/index.js';
import { PlanMigrationEntity } from '../entities.js';
import { say } from '../generated/messages.js';
import { definitionIn } from './foresee-people.js';
import { findMigrations, type MigrationRecord } from './migration-records.js';
import type { Moved } from './move-enrolments.js';

const DAY_MS = 86_400_000;

/** The last instant at which a migration can be undone. */
export const undoableUntil = (at: Instant): Instant => addMs(at, UNDO_DAYS * DAY_MS);

const FIND_PLAN_MIGRATION_ENROLMENT = statement(
  { id: 'uuid' },
  'select enrolment_id as id from plan_migration_enrolment where migration_id = $1::uuid order by enrolment_id',
);

const LOCK_PLAN_MIGRATION = statement(
  { undoneAt: 'timestamptz?' },
  'select undone_at as "undoneAt" from plan_migration where id = $1::uuid for update',
);

/**
 * Takes people back to where a migration took them from. People who have worked since on what the old version lacks stay and
 * are listed; so does everybody that the viewer may not move.
 */
export async function undoPlanMigration(act: Act, deps: ProgressDeps, migrationId: string): Promise<Outcome<Moved>> {
  const { tx, viewer, language, now } = act;
  const [migration] = await findMigrations(tx, [migrationId]);
  if (!migration) throw notFound(act);
  const early = tooLate(act, migration);
  if (early) return early;
  const moved = await tx.rows(FIND_PLAN_MIGRATION_ENROLMENT, [migrationId]);
  const all = moved.map(({ id }) => id);
  const visible = await visibleEnrolments(act, all);
  const mine = visible.filter(({ parties }) => mayActOn(viewer, 'undoMigration', parties));

  await tx.becomeWorker();
  const locked = await tx.row(LOCK_PLAN_MIGRATION, [migrationId]);
  if (locked?.undoneAt) return refused(userError('NOT_NOW', say('alreadyUndone'), language, ['migrationId']));
  const ids = mine.map(({ parties }) => parties.enrolmentId);
  const { fromVersionId, toVersionId } = migration;
  const definitions = await deps.definitions.load(tx, [fromVersionId, toVersionId]);
  // HR of one department takes their own people back; the migration stays open for the people that only others may move.
  if (mine.length === all.length) {
    await tx.em.nativeUpdate(PlanMigrationEntity, { id: migrationId }, { undoneAt: now, undoneBy: viewer.personId });
  }
  const returned = new Set<string>();
  const changes = await applyInParts(tx, deps, {
    workspaceId: viewer.workspace.id,
    now,
    enrolments: await lockEnrolments(tx, viewer.workspace.id, ids),
    definitions,
    actsOn: (part) => {
      const effects = undoMigration(
        { versionId: fromVersionId, definition: definitionIn(definitions, fromVersionId) },
        { versionId: toVersionId, definition: definitionIn(definitions, toVersionId) },
        { migrationId, actor: viewer.personId, now },
        part.enrolments.map(({ row, events }) => ({ id: row.id, events })),
      );
      const returning = effects.filter((effect) => effect.effect === 'RETURNS');
      for (const { enrolmentId } of returning) returned.add(enrolmentId);
      return new Map(returning.map(({ enrolmentId, event }) => [enrolmentId, { events: [event] }]));
    },
  });
  await audited(act, {
    action: 'undoMigration',
    subject: `Migration:${migrationId}`,
    detail: { moved: returned.size },
  });
  return done({ migrationId, moved: returned.size, left: all.filter((id) => !returned.has(id)), changes });
}

function tooLate({ language, now }: Act, migration: MigrationRecord): Outcome<Moved> | undefined {
  if (migration.undoneAt) return refused(userError('NOT_NOW', say('alreadyUndone'), language, ['migrationId']));
  if (undoableUntil(migration.at) < now) {
    return refused(userError('WINDOW_CLOSED', say('windowClosed'), language, ['migrationId']));
  }
  return undefined;
}
