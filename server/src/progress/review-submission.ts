import { findItem, type PlanDefinition } from '@planwright/schema/definition';
import { decideReview, evaluate, type ReviewAct } from '@planwright/schema/engine';
import type { ReviewerRole } from '@planwright/schema/kinds';
import { listOf } from '@planwright/schema/words';
import { notFound, userError } from '../access/graphql/index.js';
import { type Act, done, mayActOn, NotAllowed, type Outcome, refused } from '../access/index.js';
import { columns, statement } from '../database/index.js';
import type { Viewer } from '../people/index.js';
import { type LoadedEnrolment, loadEnrolments, type ProgressDeps } from './apply-events.js';
import { SubmissionEntity } from './entities.js';
import { say } from './generated/messages.js';
import { type Recorded, record, repeated } from './record-progress.js';
import { isRequestKey, requestKey } from './request-key.js';
import { unscored } from './rubric.js';
import { type Target, targetEnrolment } from './target-enrolment.js';

export interface ReviewSubmission extends Omit<ReviewAct, 'itemKey' | 'attempt'> {
  submissionId: string;
  idempotencyKey: string;
}

const STATEMENT = statement(
  columns(SubmissionEntity, 'enrolmentId', 'itemKey', 'attempt', 'reviewBy'),
  `
select enrolment_id as "enrolmentId", item_key as "itemKey", attempt, review_by as "reviewBy" from submission
where id = $1::uuid`,
);

/** Decides about a submission. A second review is refused, also when two reviewers decide at the same moment. */
export async function reviewSubmission(
  act: Act,
  deps: ProgressDeps,
  { submissionId, idempotencyKey, ...input }: ReviewSubmission,
): Promise<Outcome<Recorded>> {
  const { tx, viewer, language, now } = act;
  if (!isRequestKey(idempotencyKey)) {
    return refused(userError('INVALID', say('keyMissing'), language, ['idempotencyKey']));
  }
  const submission = await tx.row(STATEMENT, [submissionId]);
  if (!submission) throw notFound(act);
  const { enrolmentId, itemKey, attempt, reviewBy } = submission;
  const target = await targetEnrolment(act, enrolmentId);
  if (!mayReview(viewer, target, itemKey, reviewBy))
    throw new NotAllowed('reviewSubmission', `Submission:${submissionId}`);
  const key = requestKey(idempotencyKey, 'reviewSubmission', viewer.personId, { submissionId, ...input });

  await tx.becomeWorker();
  const loaded = await loadEnrolments(tx, deps, viewer.workspace.id, [enrolmentId], now);
  const [enrolment] = loaded.enrolments;
  if (!enrolment) throw notFound(act);
  const before = repeated(act, enrolment, key);
  if (before) return before.ok ? done({ ...before.value, submissionId }) : before;

  const evaluation = evaluate(loaded.definitions, enrolment.events, loaded.environment);
  const definition = loaded.definitions[evaluation.versionId];
  if (!definition) throw new Error(`definition of version ${evaluation.versionId} is missing`);
  const asked = evaluation.submissions.findLast(
    (one) => one.itemKey === itemKey && one.attempt === attempt && one.reviewBy !== undefined,
  )?.reviewBy;
  // Whoever was faster may have passed it on to the next level, which is not this reviewer's.
  if (asked && asked !== reviewBy && !mayReview(viewer, target, itemKey, asked)) {
    return refused(userError('ALREADY_REVIEWED', say('passedOn'), language, ['submissionId']));
  }
  const isHr = target.relations.has('HR') || target.relations.has('ADMIN');
  if (!isHr && asked === 'PEER' && submitterOf(enrolment, itemKey, attempt) === viewer.personId)
    throw new NotAllowed('reviewSubmission', `Submission:${submissionId}`);
  const by = isHr ? 'HR' : 'REVIEWER';
  const decision = decideReview(
    definition,
    evaluation,
    { ...input, itemKey, attempt },
    { by, actor: viewer.personId },
    now,
  );
  if ('refusal' in decision) {
    const { code, message, path } = decision.refusal;
    return refused({ code, message: message[language] ?? '', path });
  }
  const open = input.decision === 'APPROVE' ? openCriteria(definition, itemKey, input.criteria) : undefined;
  if (open) return refused(userError('INVALID', open, language, ['criteria']));
  const recorded = await record(act, deps, loaded, enrolment, decision.events, key);
  return recorded.ok ? done({ ...recorded.value, submissionId }) : recorded;
}

/** Why a rubric is not complete, when it is not. Work that goes back may be scored in part. */
function openCriteria(definition: PlanDefinition, itemKey: string, given: ReviewSubmission['criteria']) {
  const item = findItem(definition, itemKey)?.item;
  const open = item ? unscored(item, given) : [];
  if (open.length === 0) return undefined;
  return say('rubricIncomplete', { titles: listOf(open.map(({ key, title }) => title ?? key)) });
}

/** Who handed it in: a partner acts for all who share a task, so a partner must not be the one who judges it. */
function submitterOf({ events }: LoadedEnrolment, itemKey: string, attempt: number): string | undefined {
  return events.findLast(
    ({ type, data }) => type === 'submitted' && data.itemKey === itemKey && data.attempt === attempt,
  )?.actor;
}

/** Only the reviewer who was asked, or HR of the person; never the learners themselves. */
function mayReview(viewer: Viewer, { parties, relations }: Target, itemKey: string, by: ReviewerRole | null): boolean {
  if (!mayActOn(viewer, 'reviewSubmission', parties)) return false;
  if (relations.has('HR') || relations.has('ADMIN')) return true;
  const shares = viewer.scope.partnerItems.includes(`${parties.enrolmentId}:${itemKey}`);
  switch (by) {
    case 'MENTOR':
      // Who stands in for the mentor may share this very task: that would be their own work.
      return relations.has('MENTOR') && (parties.mentorId === viewer.personId || !shares);
    case 'SUPERIOR':
      return relations.has('LEAD');
    case 'PEER':
      return shares;
    case 'HR':
    case null:
      return false;
    default:
      return by satisfies never;
  }
}
