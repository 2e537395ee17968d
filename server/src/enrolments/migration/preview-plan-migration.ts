import { randomUUID } from 'node:crypto';
import type { Problem } from '@planwright/schema';
import type { SignedInContext } from '../../access/graphql/context.js';
import { notFound } from '../../access/graphql/request-error.js';
import type { Tx } from '../../database/sql.js';
import type { MigrationRequest } from '../../plans/migration-request.js';
import { findDraft, findVersions } from '../../plans/plan-records.js';
import { checkDocument, errorsAmong } from '../../plans/problems-of.js';
import { definitionOfTarget } from '../../plans/version-definition.js';
import { workspaceEnvironment } from '../../plans/workspace-environment.js';
import { readEvents } from '../../progress/read-events.js';
import { versionsNamed } from '../../progress/versions-named.js';
import type { EnrolmentDeps } from '../enrolment-deps.js';
import type { Foreseen, MigrationQuestion } from './foresee-migration.js';
import { migrationCandidates } from './migration-candidates.js';
import { definitionIn } from './move-enrolments.js';

/** Stands for the version that a draft may become; no hash contains it. */
const DRAFT = '00000000-0000-0000-0000-00000000d2af';

/**
 * What it takes to foresee what `moveEnrolments`, or publishing the draft with this migration, would do: read under the
 * viewer's policies, to be computed once the connection is given back. `nothing` = the target cannot be moved to.
 */
export async function askForPreview(
  tx: Tx,
  context: SignedInContext,
  { progress: { definitions: cache }, runningExperiments }: EnrolmentDeps,
  request: MigrationRequest,
): Promise<{ question: MigrationQuestion } | { nothing: Foreseen }> {
  const { viewer, now } = context;
  const [from] = await findVersions(tx, [request.fromVersionId]);
  const target = await definitionOfTarget(tx, cache, request.to);
  if (!from || target === 'absent') throw notFound(context);
  const environment = await workspaceEnvironment(tx, viewer.workspace.id, now);
  if (target === 'unfinished') return nothing(await draftProblems());
  if (target.planId !== from.planId || target.versionId === from.id) throw notFound(context);
  const errors =
    target.versionId === undefined ? errorsAmong(checkDocument(target.definition, environment).problems) : [];
  if (errors.length > 0) return nothing(errors);

  const ids = await migrationCandidates(tx, context, request);
  const stored = await readEvents(tx, ids);
  const held = await runningExperiments(tx, ids);
  const enrolments = ids.map((id) => ({
    id,
    events: (stored.get(id) ?? []).map(({ event }) => event),
    inRunningExperiment: held.has(id),
  }));
  const named = enrolments.flatMap(({ events }) => versionsNamed(events));
  const definitions = await cache.load(tx, [from.id, ...named]);
  return {
    question: {
      request,
      ends: {
        from: { versionId: from.id, definition: definitionIn(definitions, from.id) },
        to: { versionId: target.versionId ?? DRAFT, definition: target.definition },
        earlier: definitions,
      },
      settings: { migrationId: randomUUID(), actor: viewer.personId },
      enrolments,
      environment,
    },
  };

  async function draftProblems(): Promise<Problem[]> {
    const draft = from ? await findDraft(tx, from.planId) : undefined;
    return checkDocument(draft?.definition, environment).problems;
  }
}

const nothing = (problems: Problem[]): { nothing: Foreseen } => ({
  nothing: { effects: [], unmapped: [], problems, titles: new Map(), hash: '' },
});
