import { MAX_SUBMITTED_FILES } from '@planwright/schema/engine';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Mutation, Resolver } from 'type-graphql';
import {
  asksFor,
  InputArg,
  type RequestContext,
  type SignedInContext,
  signedIn,
  userError,
  uuidOf,
  uuidOrNotFound,
} from '../access/graphql/index.js';
import { type Act, command, type Outcome, refused } from '../access/index.js';
import {
  isKeyConflict,
  type Recorded,
  type RecordProgress,
  type ReviewSubmission,
  recordProgress,
  reviewSubmission,
  say,
} from '../progress/index.js';
import { RecordProgressInput, ReviewSubmissionInput } from './enrolment.inputs.js';
import { ProgressPayload, ReviewPayload } from './enrolment.type.js';
import { afterCommit, type EnrolmentDeps } from './enrolment-deps.js';
import { enrolmentOf, submissionOf } from './enrolment-loaders.js';
import { enrolmentFrom, eventFrom, submissionFrom } from './enrolment-views.js';

/** What moves a plan: people's progress and reviewers' decisions. */
@Resolver()
export class ProgressResolver {
  constructor(private readonly deps: EnrolmentDeps) {}

  @Mutation(() => ProgressPayload, {
    description:
      "Records what somebody did with an item. For the learner, and for those who look after them: HR, administrators, mentor, superior, partners in a shared task, and connectors. User errors: INVALID; LOCKED_ITEM when the item is not open; NOT_NOW when its state or the enrolment's does not allow it; KEY_REUSED.",
  })
  async recordProgress(
    @Ctx() context: RequestContext,
    @InputArg(() => RecordProgressInput) input: RecordProgressInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProgressPayload> {
    const viewing = signedIn(context);
    const what = progressOf(viewing, input);
    const outcome = await this.#run(viewing, (act) => recordProgress(act, this.deps.progress, what));
    if (!outcome.ok) return { enrolment: null, event: null, submission: null, userErrors: outcome.errors };
    const { enrolmentId, event, submissionId } = outcome.value;
    const [enrolment, submission] = await Promise.all([
      asksFor(info, 'enrolment') ? enrolmentOf(context, enrolmentId) : undefined,
      submissionId === null || !asksFor(info, 'submission') ? undefined : submissionOf(context, submissionId),
    ]);
    return {
      enrolment: enrolment ? enrolmentFrom(enrolment) : null,
      event: eventFrom(event),
      submission: submission ? submissionFrom(submission) : null,
      userErrors: [],
    };
  }

  @Mutation(() => ReviewPayload, {
    description:
      "Records a review. For whoever the plan asks (mentor, superior, peer or HR), and always for HR and administrators who cover the learner; never for one's own work. User errors: ALREADY_REVIEWED; INVALID for a score, an incomplete rubric or a comment that is too long; NOT_NOW when the item no longer waits for a review; KEY_REUSED.",
  })
  async reviewSubmission(
    @Ctx() context: RequestContext,
    @InputArg(() => ReviewSubmissionInput) input: ReviewSubmissionInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReviewPayload> {
    const viewing = signedIn(context);
    const what = reviewOf(viewing, input);
    const outcome = await this.#run(viewing, (act) => reviewSubmission(act, this.deps.progress, what));
    if (!outcome.ok) return { submission: null, enrolment: null, userErrors: outcome.errors };
    const [enrolment, submission] = await Promise.all([
      asksFor(info, 'enrolment') ? enrolmentOf(context, outcome.value.enrolmentId) : undefined,
      asksFor(info, 'submission') ? submissionOf(context, what.submissionId) : undefined,
    ]);
    return {
      submission: submission ? submissionFrom(submission) : null,
      enrolment: enrolment ? enrolmentFrom(enrolment) : null,
      userErrors: [],
    };
  }

  async #run(context: SignedInContext, work: (act: Act) => Promise<Outcome<Recorded>>): Promise<Outcome<Recorded>> {
    try {
      const outcome = await command(context, work, { lastWrites: true, keptPlans: true });
      if (outcome.ok) afterCommit(this.deps, outcome.value.changes);
      return outcome;
    } catch (error) {
      if (!isKeyConflict(error)) throw error;
      return refused(userError('KEY_REUSED', say('keyReused'), context.language, ['idempotencyKey']));
    }
  }
}

const NO_UUID = '00000000-0000-0000-0000-000000000000';

/** Leaves out what was not said: null and absent mean the same to the engine. */
function progressOf(context: SignedInContext, input: RecordProgressInput): RecordProgress {
  const { itemKey, stepKey, action, score, minutes, artefact, uploadIds, comment, occurredAt, idempotencyKey } = input;
  return {
    enrolmentId: uuidOrNotFound(context, 'Enrolment', input.enrolmentId),
    itemKey,
    action,
    idempotencyKey,
    ...(stepKey == null ? {} : { stepKey }),
    ...(score == null ? {} : { score }),
    ...(minutes == null ? {} : { minutes }),
    ...(artefact == null ? {} : { artefact }),
    // What is no id of a file is no upload of the viewer's either.
    ...(uploadIds == null || uploadIds.length === 0
      ? {}
      : { uploadIds: uploadIds.slice(0, MAX_SUBMITTED_FILES + 1).map((id) => uuidOf('File', id) ?? NO_UUID) }),
    ...(comment == null ? {} : { comment }),
    ...(occurredAt == null ? {} : { occurredAt }),
  };
}

function reviewOf(context: SignedInContext, input: ReviewSubmissionInput): ReviewSubmission {
  const { decision, score, criteria, comment, idempotencyKey } = input;
  return {
    submissionId: uuidOrNotFound(context, 'Submission', input.submissionId),
    decision,
    idempotencyKey,
    ...(score == null ? {} : { score }),
    ...(criteria == null ? {} : { criteria: criteria.map(({ key, score: points }) => ({ key, score: points })) }),
    ...(comment == null ? {} : { comment }),
  };
}
