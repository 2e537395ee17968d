import { findItem } from '@planwright/schema/definition';
import { textIn } from '@planwright/schema/text';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  decodeCursor,
  PageArgs,
  pageOf,
  pageSize,
  type RequestContext,
  signedIn,
  uuidOf,
} from '../access/graphql/index.js';
import { mentionedPerson, PersonType } from '../access/index.js';
import { FileType, fileFrom } from '../files/index.js';
import { EnrolmentType } from './enrolment.type.js';
import type { EnrolmentDeps } from './enrolment-deps.js';
import { definitionOf, deputyOf, enrolmentOf, filesOf, submissionsOf } from './enrolment-loaders.js';
import type { EnrolmentRecord } from './enrolment-records.js';
import { enrolmentFrom, rubricOf, submissionFrom } from './enrolment-views.js';
import { listReviewQueue } from './review-queue.js';
import { RubricCriterionType, SubmissionConnection, SubmissionType } from './submission.type.js';

@Resolver(() => SubmissionType)
export class SubmissionResolver {
  constructor(private readonly deps: EnrolmentDeps) {}

  @Query(() => SubmissionConnection, {
    description:
      "What waits for the viewer's review as mentor, superior, peer or HR, oldest deadline first and without a deadline last.",
  })
  async reviewQueue(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<SubmissionType>> {
    const { viewer, database } = signedIn(context);
    const first = pageSize(context, page.first);
    const [dueAt, id] = page.after ? decodeCursor(context, page.after, ['instant', 'text']).map(String) : [];
    const uuid = id === undefined ? undefined : uuidOf('Submission', id);
    const after = dueAt !== undefined && uuid !== undefined ? { dueAt, id: uuid } : undefined;
    const rows = await database.read(viewer.scope, (tx) => listReviewQueue(tx, viewer, first, after));
    return pageOf(
      rows.map(submissionFrom),
      page,
      (row) => [row.feedbackDueAt ?? 'infinity', row.id],
      (row) => row,
    );
  }

  @FieldResolver(() => EnrolmentType, { description: 'The enrolment it belongs to.' })
  async enrolment(@Ctx() context: RequestContext, @Root() submission: SubmissionType): Promise<EnrolmentType> {
    return enrolmentFrom(await this.#enrolment(context, submission));
  }

  /** Who decided; while nobody has, who is asked to. */
  @FieldResolver(() => PersonType, {
    nullable: true,
    description:
      'Who reviewed it; until then, who is asked to: the mentor, or who stands in for them now. Null when that is not one person, for example anybody in HR.',
  })
  async reviewer(@Ctx() context: RequestContext, @Root() submission: SubmissionType): Promise<PersonType | null> {
    const { reviewedBy, reviewerId, reviewBy, waiting } = submission.row;
    // A past day is shown with the people of that day.
    if (reviewedBy !== null || reviewBy !== 'MENTOR') return mentionedPerson(context, reviewedBy);
    if (!waiting || submission.past) return mentionedPerson(context, reviewerId);
    const { mentorId, personId } = await this.#enrolment(context, submission);
    const deputyId = mentorId === null ? undefined : await deputyOf(context, mentorId);
    return mentionedPerson(context, deputyId === undefined || deputyId === personId ? mentorId : deputyId);
  }

  @FieldResolver(() => String, { description: 'Title of the item in the requested language.' })
  async itemTitle(@Ctx() context: RequestContext, @Root() submission: SubmissionType): Promise<string> {
    const definition = await this.#definition(context, submission);
    return textIn(findItem(definition, submission.itemKey)?.item.title, context.language) || submission.itemKey;
  }

  @FieldResolver(() => String, { description: 'Title of the plan in the requested language.' })
  async planTitle(@Ctx() context: RequestContext, @Root() submission: SubmissionType): Promise<string> {
    return textIn((await this.#definition(context, submission)).title, context.language);
  }

  @FieldResolver(() => [SubmissionType], { description: 'Earlier submissions for the same item, newest first.' })
  async earlier(@Ctx() context: RequestContext, @Root() { row }: SubmissionType): Promise<SubmissionType[]> {
    const ofItem = (await submissionsOf(context, row.enrolmentId)).filter((other) => other.itemKey === row.itemKey);
    const place = ofItem.findIndex((other) => other.id === row.id);
    return ofItem.slice(0, Math.max(0, place)).reverse().map(submissionFrom);
  }

  @FieldResolver(() => [RubricCriterionType], {
    description: 'The criteria it is scored by. Empty when the item has no rubric.',
  })
  async criteria(@Ctx() context: RequestContext, @Root() submission: SubmissionType): Promise<RubricCriterionType[]> {
    const item = findItem(await this.#definition(context, submission), submission.itemKey)?.item;
    return item ? rubricOf(item, submission.row.criteria, context.language) : [];
  }

  @FieldResolver(() => [FileType], {
    description:
      'The files that were handed in, in their order. Empty when there are none, and in a sandbox, which keeps no files of the workspace it was copied from.',
  })
  async files(@Ctx() context: RequestContext, @Root() { row }: SubmissionType): Promise<FileType[]> {
    return (await filesOf(context, row.id)).map(fileFrom);
  }

  async #enrolment(context: RequestContext, { row }: SubmissionType): Promise<EnrolmentRecord> {
    const record = await enrolmentOf(context, row.enrolmentId);
    if (!record) throw new Error('the enrolment of a visible submission is hidden');
    return record;
  }

  async #definition(context: RequestContext, submission: SubmissionType) {
    const { versionId } = await this.#enrolment(context, submission);
    return definitionOf(context, this.deps.progress.definitions, versionId);
  }
}
