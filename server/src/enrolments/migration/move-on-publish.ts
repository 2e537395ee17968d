import { done } from '../../access/index.js';
import type { MoveOnPublish } from '../../plans/index.js';
import type { MigrationDeps } from '../enrolment-deps.js';
import { moveEnrolments } from './move-enrolments.js';

/** The port of the plans room: publishing a draft and moving people to it are one act. */
export function moveOnPublish(deps: MigrationDeps): MoveOnPublish {
  return async (act, request, toVersionId, previewHash) => {
    const outcome = await moveEnrolments(act, deps, request, toVersionId, previewHash);
    if (!outcome.ok) return outcome;
    const { migrationId, changes } = outcome.value;
    const cohortIds = [...new Set(changes.map((change) => change.cohortId))];
    return done({ migrationId, moved: { cohortIds, enrolmentIds: changes.map((change) => change.enrolmentId) } });
  };
}
