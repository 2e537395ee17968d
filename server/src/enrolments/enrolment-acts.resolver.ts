import { Ctx, Mutation, Resolver } from 'type-graphql';
import { InputArg, type RequestContext, signedIn, uuidOrNotFound } from '../access/graphql/index.js';
import { type Act, command, type Outcome } from '../access/index.js';
import type { ActedOn } from './act-on-enrolment.js';
import { assignMentor } from './assign-mentor.js';
import { changeDueDate } from './change-due-date.js';
import { type ChangeStatus, changeStatus } from './change-status.js';
import { choosePartners } from './choose-partners.js';
import {
  AssignMentorInput,
  CancelEnrolmentInput,
  ChangeDueDateInput,
  ChoosePartnersInput,
  PauseEnrolmentInput,
  ResumeEnrolmentInput,
  UndoCancellationInput,
} from './enrolment.inputs.js';
import { EnrolmentPayload } from './enrolment.type.js';
import { afterCommit, type EnrolmentDeps } from './enrolment-deps.js';
import { enrolmentOf } from './enrolment-loaders.js';
import { enrolmentFrom } from './enrolment-views.js';

/** What HR and mentors do with an enrolment. */
@Resolver()
export class EnrolmentActsResolver {
  constructor(private readonly deps: EnrolmentDeps) {}

  @Mutation(() => EnrolmentPayload, {
    description:
      "Gives a learner another mentor. For ADMIN, and for HR with people they cover; not for one's own enrolment. User errors: INVALID when the mentor is the learner or has left; NOT_NOW when the enrolment was cancelled.",
  })
  assignMentor(
    @Ctx() context: RequestContext,
    @InputArg(() => AssignMentorInput) input: AssignMentorInput,
  ): Promise<EnrolmentPayload> {
    const mentorId = uuidOrNotFound(context, 'Person', input.mentorId);
    return this.#run(context, input.enrolmentId, (act, enrolmentId) =>
      assignMentor(act, this.deps.progress, { enrolmentId, mentorId }),
    );
  }

  @Mutation(() => EnrolmentPayload, {
    description:
      "Chooses who shares a task, reviews it as a peer or takes part in a meeting. They see this item and its submissions, and nothing else of the plan. For ADMIN, HR who covers the learner, and their mentor; not for one's own enrolment. User errors: INVALID when the item takes no partners, or not these; NOT_NOW when the enrolment was cancelled.",
  })
  choosePartners(
    @Ctx() context: RequestContext,
    @InputArg(() => ChoosePartnersInput) input: ChoosePartnersInput,
  ): Promise<EnrolmentPayload> {
    const { itemKey } = input;
    const personIds = input.personIds.map((id) => uuidOrNotFound(context, 'Person', id));
    return this.#run(context, input.enrolmentId, (act, enrolmentId) =>
      choosePartners(act, this.deps.progress, { enrolmentId, itemKey, personIds }),
    );
  }

  @Mutation(() => EnrolmentPayload, {
    description:
      "Moves a due date for one person. For ADMIN, HR who covers the learner, and their mentor; not for one's own enrolment. User errors: INVALID for the item, the step, the date or a missing reason; NOT_NOW when the item is done or the enrolment was cancelled.",
  })
  changeDueDate(
    @Ctx() context: RequestContext,
    @InputArg(() => ChangeDueDateInput) input: ChangeDueDateInput,
  ): Promise<EnrolmentPayload> {
    const { itemKey, stepKey, at, reason } = input;
    return this.#run(context, input.enrolmentId, (act, enrolmentId) =>
      changeDueDate(act, this.deps.progress, { enrolmentId, itemKey, at, reason, ...(stepKey ? { stepKey } : {}) }),
    );
  }

  @Mutation(() => EnrolmentPayload, {
    description:
      "Ends an enrolment early. For ADMIN, and for HR with people they cover; not for one's own enrolment. User errors: INVALID without a reason; NOT_NOW when it was cancelled already.",
  })
  cancelEnrolment(
    @Ctx() context: RequestContext,
    @InputArg(() => CancelEnrolmentInput) input: CancelEnrolmentInput,
  ): Promise<EnrolmentPayload> {
    return this.#status(context, input, 'cancelled');
  }

  @Mutation(() => EnrolmentPayload, {
    description:
      "Brings a cancelled enrolment back; the time in between counts as a pause. For ADMIN, and for HR with people they cover; not for one's own enrolment. User errors: INVALID without a reason; NOT_NOW when it is not cancelled.",
  })
  undoCancellation(
    @Ctx() context: RequestContext,
    @InputArg(() => UndoCancellationInput) input: UndoCancellationInput,
  ): Promise<EnrolmentPayload> {
    return this.#status(context, input, 'cancellationUndone');
  }

  @Mutation(() => EnrolmentPayload, {
    description:
      "Puts an enrolment on hold. For ADMIN, and for HR with people they cover; not for one's own enrolment. User errors: INVALID without a reason; NOT_NOW when it is paused, completed or cancelled.",
  })
  pauseEnrolment(
    @Ctx() context: RequestContext,
    @InputArg(() => PauseEnrolmentInput) input: PauseEnrolmentInput,
  ): Promise<EnrolmentPayload> {
    return this.#status(context, input, 'paused');
  }

  @Mutation(() => EnrolmentPayload, {
    description:
      "Lets a paused enrolment go on. For ADMIN, and for HR with people they cover; not for one's own enrolment. User errors: INVALID without a reason; NOT_NOW when it is not paused.",
  })
  resumeEnrolment(
    @Ctx() context: RequestContext,
    @InputArg(() => ResumeEnrolmentInput) input: ResumeEnrolmentInput,
  ): Promise<EnrolmentPayload> {
    return this.#status(context, input, 'resumed');
  }

  #status(
    context: RequestContext,
    input: { enrolmentId: string; reason: string },
    to: ChangeStatus['to'],
  ): Promise<EnrolmentPayload> {
    return this.#run(context, input.enrolmentId, (act, enrolmentId) =>
      changeStatus(act, this.deps.progress, { enrolmentId, to, reason: input.reason }),
    );
  }

  async #run(
    context: RequestContext,
    id: string,
    work: (act: Act, enrolmentId: string) => Promise<Outcome<ActedOn>>,
  ): Promise<EnrolmentPayload> {
    const viewing = signedIn(context);
    const enrolmentId = uuidOrNotFound(viewing, 'Enrolment', id);
    const outcome = await command(viewing, (act) => work(act, enrolmentId));
    if (!outcome.ok) return { enrolment: null, userErrors: outcome.errors };
    afterCommit(this.deps, outcome.value.changes);
    const record = await enrolmentOf(context, enrolmentId);
    return { enrolment: record ? enrolmentFrom(record) : null, userErrors: [] };
  }
}
