import { randomUUID } from 'node:crypto';
import type { Problem } from '@planwright/schema/definition';
import { notFound, type SignedInContext } from '../../access/graphql/index.js';
import type { Tx } from '../../database/index.js';
import {
  checkDocument,
  definitionOfTarget,
  errorsAmong,
  findDraft,
  findVersions,
  type MigrationRequest,
  workspaceEnvironment,
} from '../../plans/index.js';
import type { MigrationDeps } from '../enrolment-deps.js';
import { beginForeseeing, definitionIn, type Foreseeing } from './foresee-people.js';
import { migrationCandidates } from './migration-candidates.js';

/** Stands for the version that a draft may become; no hash contains it. */
const DRAFT = '00000000-0000-0000-0000-00000000d2af';

/**
 * Begins to foresee what `moveEnrolments`, or publishing the draft with this migration, would do: read under the viewer's
 * policies, and computed while the connection is given back. `problems` = the target cannot be moved to.
 */
export async function beginPreview(
  tx: Tx,
  context: SignedInContext,
  deps: MigrationDeps,
  request: MigrationRequest,
): Promise<{ foreseeing: Foreseeing; ownLeftOut: boolean } | { problems: Problem[] }> {
  const { viewer, now } = context;
  const cache = deps.progress.definitions;
  const [from] = await findVersions(tx, [request.fromVersionId]);
  const target = await definitionOfTarget(tx, cache, request.to);
  if (!from || target === 'absent') throw notFound(context);
  const environment = await workspaceEnvironment(tx, viewer.workspace.id, now);
  if (target === 'unfinished') {
    const draft = await findDraft(tx, from.planId);
    return { problems: checkDocument(draft?.definition, environment).problems };
  }
  if (target.planId !== from.planId || target.versionId === from.id) throw notFound(context);
  const errors =
    target.versionId === undefined ? errorsAmong(checkDocument(target.definition, environment).problems) : [];
  if (errors.length > 0) return { problems: errors };

  const { ids: enrolmentIds, ownLeftOut } = await migrationCandidates(tx, context, request);
  const foreseeing = await beginForeseeing(tx, deps, {
    request,
    ends: {
      from: { versionId: from.id, definition: definitionIn(await cache.load(tx, [from.id]), from.id) },
      to: { versionId: target.versionId ?? DRAFT, definition: target.definition },
    },
    settings: { migrationId: randomUUID(), actor: viewer.personId },
    environment,
    enrolmentIds,
    withEvents: false,
  });
  return { foreseeing, ownLeftOut };
}
