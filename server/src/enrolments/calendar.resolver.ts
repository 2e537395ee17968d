import { type Language, textIn } from '@planwright/schema/text';
import type { Instant, PlainDate } from '@planwright/schema/time';
import { Ctx, Field, FieldResolver, InputType, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import {
  DateScalar,
  DateTimeScalar,
  InputArg,
  type RequestContext,
  signedIn,
  type UserErrorData,
  UserErrorsField,
} from '../access/graphql/index.js';
import { command, refuse, requireAction } from '../access/index.js';
import { columns, type Sql, statement } from '../database/index.js';
import { CalendarYearEntity } from '../plans/entities.js';
import { type CalendarMove, inOrder, inputError, previewCalendarYear, publishCalendarYear } from '../progress/index.js';
import { EnrolmentType } from './enrolment.type.js';
import { afterCommit, type EnrolmentDeps } from './enrolment-deps.js';
import { enrolmentOf } from './enrolment-loaders.js';
import { enrolmentFrom } from './enrolment-views.js';

@ObjectType('CalendarYear', {
  simpleResolvers: true,
  description: 'The working days of one year, beyond Monday to Friday.',
})
export class CalendarYearType {
  @Field(() => String, { description: 'Key of the calendar, such as `cn`.' })
  calendar!: string;
  @Field(() => Int, { description: 'The year.' })
  year!: number;
  @Field(() => Boolean, {
    description:
      'Whether the year is official in this workspace. Until then days are counted Monday to Friday and dates are provisional.',
  })
  published!: boolean;
  @Field(() => [DateScalar], {
    description: 'Dates from Monday to Friday that are holidays. Empty while it is not published.',
  })
  off!: PlainDate[];
  @Field(() => [DateScalar], {
    description: 'Dates on a weekend that are working days. Empty while it is not published.',
  })
  on!: PlainDate[];
}

@ObjectType('CalendarMove', { description: 'One date that publishing or correcting a calendar year would move.' })
export class CalendarMoveType {
  @Field(() => String, { description: 'Title of the item or stage in the requested language.' })
  title!: string;
  @Field(() => Boolean, { description: 'True for the date on which it opens, false for the date by which it is due.' })
  opens!: boolean;
  @Field(() => DateTimeScalar, { description: 'The date as it is now.' })
  before!: Instant;
  @Field(() => DateTimeScalar, { description: 'The date as it would be.' })
  after!: Instant;

  enrolmentUuid!: string;
}

@ObjectType('CalendarPreview', {
  simpleResolvers: true,
  description: 'What publishing or correcting a calendar year would move. Nothing is changed by asking.',
})
export class CalendarPreviewType {
  @Field(() => Boolean, { description: 'True when the year is published already, so that this corrects it.' })
  corrects!: boolean;
  @Field(() => Int, { description: 'How many enrolments have dates that would move.' })
  enrolments!: number;
  @Field(() => Int, { description: 'How many dates would move.' })
  dates!: number;
  @Field(() => [CalendarMoveType], { description: 'The first 100 of these dates.' })
  moves!: CalendarMoveType[];
  @Field(() => String, {
    nullable: true,
    description: 'To be sent with `publishCalendarYear`, so that exactly this happens. Null with user errors.',
  })
  previewHash!: string | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@InputType({ description: 'The official working days of a year.' })
export class PublishCalendarYearInput {
  @Field(() => String, { description: 'Key of the calendar; `cn` is the only one.' })
  calendar!: string;
  @Field(() => Int, { description: 'The year, 2000 to 2100.' })
  year!: number;
  @Field(() => [DateScalar], { description: 'Dates of that year that are holidays.' })
  off!: PlainDate[];
  @Field(() => [DateScalar], { description: 'Dates of that year on a weekend that are working days.' })
  on!: PlainDate[];
  @Field(() => String, {
    nullable: true,
    description:
      'Of `previewCalendarYear`. Required to correct a year that is published. Leave it out to publish a year without having looked at what moves.',
  })
  previewHash?: string | null;
}

@ObjectType('CalendarYearPayload', { description: 'The answer to `publishCalendarYear`.' })
export class CalendarYearPayload {
  @Field(() => CalendarYearType, {
    nullable: true,
    description: 'The published year. Null when nothing was published.',
  })
  calendarYear?: CalendarYearType | null;
  @Field(() => Int, { description: 'How many enrolments may have had dates that moved.' })
  moved!: number;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@Resolver()
export class CalendarResolver {
  constructor(private readonly deps: EnrolmentDeps) {}

  @Query(() => [CalendarYearType], {
    description: 'The published years of the working-day calendar, followed by the next one to publish.',
  })
  async calendarYears(@Ctx() context: RequestContext): Promise<CalendarYearType[]> {
    const { viewer, database, now } = signedIn(context);
    const published = await database.read(viewer.scope, readYears);
    const last = published.findLast(({ calendar }) => calendar === 'cn')?.year ?? Number(now.slice(0, 4)) - 1;
    return [...published, { calendar: 'cn', year: last + 1, published: false, off: [], on: [] }];
  }

  @Query(() => CalendarPreviewType, {
    description:
      'What publishing or correcting a calendar year would move. For ADMIN, and for HR who covers the whole workspace. User errors: INVALID for a date or calendar.',
  })
  async previewCalendarYear(
    @Ctx() context: RequestContext,
    @InputArg(() => PublishCalendarYearInput) input: PublishCalendarYearInput,
  ): Promise<CalendarPreviewType> {
    const viewing = signedIn(context);
    const { viewer, database, now, language } = viewing;
    const year = inOrder(yearOf(input));
    const subject = `${year.calendar}:${year.year}`;
    if (viewer.scope.reach !== 'all') await refuse(viewing, 'publishCalendarYear', subject);
    await requireAction(viewing, 'publishCalendarYear', subject);
    const error = inputError({ language }, year);
    if (error) return { corrects: false, enrolments: 0, dates: 0, moves: [], previewHash: null, userErrors: [error] };
    const of = { workspaceId: viewer.workspace.id, now };
    const found = await database.look((tx) => previewCalendarYear(tx, this.deps.progress.definitions, of, year));
    return {
      corrects: found.corrects,
      enrolments: found.enrolments,
      dates: found.moves.length,
      moves: found.moves.slice(0, MOST_MOVES).map((move) => moveFrom(move, language)),
      previewHash: found.hash,
      userErrors: [],
    };
  }

  @Mutation(() => CalendarYearPayload, {
    description:
      'Makes a calendar year official in this workspace, or corrects one that is. When it is published first, provisional dates move and others stay. A correction moves the dates to come that are counted through the year, but none that somebody has moved by hand and none into the past. For ADMIN, and for HR who covers the whole workspace. User errors: INVALID for a date or calendar; NOT_NOW when the year is published already and no preview is named; PREVIEW_OUTDATED when something has changed since the preview.',
  })
  async publishCalendarYear(
    @Ctx() context: RequestContext,
    @InputArg(() => PublishCalendarYearInput) input: PublishCalendarYearInput,
  ): Promise<CalendarYearPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'publishCalendarYear', `${input.calendar}:${input.year}`);
    const outcome = await command(viewing, (act) => publishCalendarYear(act, this.deps.progress, yearOf(input)));
    if (!outcome.ok) return { calendarYear: null, moved: 0, userErrors: outcome.errors };
    afterCommit(this.deps, outcome.value.changes);
    const years = await viewing.database.read(viewing.viewer.scope, readYears);
    const made = years.find(({ calendar, year }) => calendar === input.calendar && year === input.year);
    return { calendarYear: made ?? null, moved: outcome.value.moved, userErrors: [] };
  }
}

/** Of more dates than that nobody looks at each. */
const MOST_MOVES = 100;

const yearOf = ({ calendar, year, off, on, previewHash }: PublishCalendarYearInput) => ({
  calendar,
  year,
  off,
  on,
  ...(previewHash == null ? {} : { previewHash }),
});

const moveFrom = ({ enrolmentId, title, which, before, at }: CalendarMove, language: Language): CalendarMoveType => ({
  enrolmentUuid: enrolmentId,
  title: textIn(title, language),
  opens: which === 'opens',
  before,
  after: at,
});

@Resolver(() => CalendarMoveType)
export class CalendarMoveResolver {
  @FieldResolver(() => EnrolmentType, { description: 'Whose date it is.' })
  async enrolment(@Ctx() context: RequestContext, @Root() { enrolmentUuid }: CalendarMoveType): Promise<EnrolmentType> {
    const record = await enrolmentOf(context, enrolmentUuid);
    if (!record) throw new Error('an enrolment is hidden from somebody who reaches everybody');
    return enrolmentFrom(record);
  }
}

const READ_YEARS = statement(
  { ...columns(CalendarYearEntity, 'calendar', 'year', 'off', 'on'), published: 'boolean' },
  `select calendar, year, true as published, off, "on" from calendar_year order by calendar, year`,
);

function readYears(sql: Sql): Promise<CalendarYearType[]> {
  return sql.rows(READ_YEARS);
}
