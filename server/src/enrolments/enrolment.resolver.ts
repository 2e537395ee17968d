import type { Instant } from '@planwright/schema/time';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  DateTimeScalar,
  decodeCursor,
  PageArgs,
  pageOf,
  pageSize,
  type RequestContext,
  signedIn,
  uuidOf,
} from '../access/graphql/index.js';
import { mentionedPerson, PersonType } from '../access/index.js';
import { PlanVersionType, versionFrom, versionOf } from '../plans/index.js';
import { personOf } from '../progress/index.js';
import { CohortType, cohortFrom } from './cohort.type.js';
import { EnrolmentType, PartnerType, ProgressEventConnection, ProgressEventType } from './enrolment.type.js';
import type { EnrolmentDeps } from './enrolment-deps.js';
import {
  cohortOf,
  definitionOf,
  enrolmentOf,
  historyOfEnrolment,
  itemsOfEnrolment,
  partnersOf,
  submissionsOf,
} from './enrolment-loaders.js';
import { type EventRecord, listEvents } from './enrolment-records.js';
import { enrolmentFrom, eventFrom, itemFrom, stageFrom, submissionFrom } from './enrolment-views.js';
import { ItemStateType, StageStateType } from './item-state.type.js';
import { pastView } from './past-view.js';
import { weekNow, weeksUntil } from './plan-weeks.js';
import { SubmissionType } from './submission.type.js';

@Resolver(() => EnrolmentType)
export class EnrolmentResolver {
  constructor(private readonly deps: EnrolmentDeps) {}

  @Query(() => EnrolmentType, {
    nullable: true,
    description:
      'One enrolment, now or as it was known at an earlier moment. Null when it does not exist or the viewer may not see it.',
  })
  async enrolment(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Global id of the enrolment.' }) id: string,
    @Arg('asOf', () => DateTimeScalar, {
      nullable: true,
      description:
        'A past moment to show it as of: with everything that had been recorded by then. Leave it out for now.',
    })
    asOf?: Instant | null,
  ): Promise<EnrolmentType | null> {
    const { viewer, database, now } = signedIn(context);
    const uuid = uuidOf('Enrolment', id);
    const record = uuid === undefined ? undefined : await enrolmentOf(context, uuid);
    if (!record) return null;
    if (!asOf || asOf >= now) return enrolmentFrom(record);
    const past = await database.read(viewer.scope, (tx) => pastView(tx, this.deps.progress.definitions, record, asOf));
    return past ? enrolmentFrom(record, past) : null;
  }

  @FieldResolver(() => PersonType, { description: 'Who follows the plan.' })
  async person(@Ctx() context: RequestContext, @Root() enrolment: EnrolmentType): Promise<PersonType> {
    const person = await mentionedPerson(context, enrolment.personUuid);
    if (!person) throw new Error('the person of a visible enrolment has no name');
    return person;
  }

  @FieldResolver(() => PlanVersionType, { description: 'The version they follow.' })
  async planVersion(@Ctx() context: RequestContext, @Root() enrolment: EnrolmentType): Promise<PlanVersionType> {
    const version = await versionOf(context, enrolment.versionUuid);
    if (!version) throw new Error('the version of a visible enrolment is hidden');
    return versionFrom(version);
  }

  @FieldResolver(() => CohortType, {
    nullable: true,
    description: 'The cohort they belong to. Null when the viewer may not see it.',
  })
  async cohort(@Ctx() context: RequestContext, @Root() enrolment: EnrolmentType): Promise<CohortType | null> {
    const cohort = await cohortOf(context, enrolment.cohortUuid);
    return cohort ? cohortFrom(cohort) : null;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who accompanies them. Null when nobody does.' })
  mentor(@Ctx() context: RequestContext, @Root() enrolment: EnrolmentType): Promise<PersonType | null> {
    return mentionedPerson(context, enrolment.mentorUuid);
  }

  @FieldResolver(() => [StageStateType], {
    description: 'Where they stand with each stage, in the order of the plan. Empty for viewers who only share a task.',
  })
  async stages(@Ctx() context: RequestContext, @Root() enrolment: EnrolmentType): Promise<StageStateType[]> {
    if (!enrolment.state) return [];
    const definition = await definitionOf(context, this.deps.progress.definitions, enrolment.versionUuid);
    return enrolment.state.stages.map((stage) => stageFrom(stage, definition, context.language));
  }

  @FieldResolver(() => [ItemStateType], {
    description:
      'Where they stand with each item, in the order of the plan. Viewers who only share a task see that item.',
  })
  async items(@Ctx() context: RequestContext, @Root() enrolment: EnrolmentType): Promise<ItemStateType[]> {
    const rows = enrolment.past?.projection.items ?? (await itemsOfEnrolment(context, enrolment.uuid));
    const definition = await definitionOf(context, this.deps.progress.definitions, enrolment.versionUuid);
    return rows.map((row) => itemFrom(row, definition, context.language)).filter((item) => item !== undefined);
  }

  @FieldResolver(() => [SubmissionType], { description: 'What they have handed in, oldest first.' })
  async submissions(@Ctx() context: RequestContext, @Root() enrolment: EnrolmentType): Promise<SubmissionType[]> {
    const { past } = enrolment;
    if (past) return past.projection.submissions.map((row) => ({ ...submissionFrom(row), past: true }));
    return (await submissionsOf(context, enrolment.uuid)).map(submissionFrom);
  }

  @FieldResolver(() => [PartnerType], { description: 'The people who share items of this plan.' })
  async partners(@Ctx() context: RequestContext, @Root() enrolment: EnrolmentType): Promise<PartnerType[]> {
    const rows = enrolment.past?.projection.partners ?? (await partnersOf(context, enrolment.uuid));
    const people = await Promise.all(rows.map((row) => mentionedPerson(context, row.personId)));
    return rows.flatMap(({ itemKey }, index) => {
      const person = people[index];
      return person ? [{ itemKey, person }] : [];
    });
  }

  @FieldResolver(() => ProgressEventConnection, {
    description: 'Everything recorded about the enrolment, oldest first.',
  })
  async history(
    @Ctx() context: RequestContext,
    @Root() enrolment: EnrolmentType,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<ProgressEventType>> {
    const { viewer, database } = signedIn(context);
    const first = pageSize(context, page.first);
    const after = page.after ? Number(decodeCursor(context, page.after, 1)[0]) : 0;
    const asked = { limit: first + 1, after: Number.isSafeInteger(after) ? String(after) : null };
    const { past, uuid } = enrolment;
    // A past day is asked of one enrolment alone.
    const rows = past
      ? await database.read(viewer.scope, (tx) => listEvents(tx, [uuid], asked, past.at))
      : await historyOfEnrolment(context, uuid, asked);
    return pageOf(rows, page, (row: EventRecord) => [row.seq], eventFrom);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Calendar week of the plan that it is now, where week 1 holds the first day. Null before then.',
  })
  weekNow(@Ctx() context: RequestContext, @Root() enrolment: EnrolmentType): number | null {
    return weekNow(enrolment.past?.at ?? context.now, enrolment.startsOn, enrolment.zone);
  }

  @FieldResolver(() => Int, {
    description: 'Calendar weeks from the first day to the last due date. 0 when nothing is due.',
  })
  weeks(@Root() enrolment: EnrolmentType): number {
    return weeksUntil(enrolment.dueAt, enrolment.startsOn, enrolment.zone);
  }
}

@Resolver(() => ProgressEventType)
export class ProgressEventResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who did it. Null when it was the system or a connector.',
  })
  actor(@Ctx() context: RequestContext, @Root() event: ProgressEventType): Promise<PersonType | null> {
    return mentionedPerson(context, personOf(event.actorName));
  }
}
