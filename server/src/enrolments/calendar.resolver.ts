import type { PlainDate } from '@planwright/schema/time';
import { Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import {
  DateScalar,
  InputArg,
  type RequestContext,
  signedIn,
  type UserErrorData,
  UserErrorsField,
} from '../access/graphql/index.js';
import { command, requireAction } from '../access/index.js';
import { columns, type Sql, statement } from '../database/index.js';
import { CalendarYearEntity } from '../plans/entities.js';
import { publishCalendarYear } from '../progress/index.js';
import { afterCommit, type EnrolmentDeps } from './enrolment-deps.js';

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

  @Mutation(() => CalendarYearPayload, {
    description:
      'Makes a calendar year official in this workspace. Provisional dates move, others stay. For ADMIN, and for HR who covers the whole workspace. User errors: INVALID for a date or calendar; NOT_NOW when the year is published already.',
  })
  async publishCalendarYear(
    @Ctx() context: RequestContext,
    @InputArg(() => PublishCalendarYearInput) input: PublishCalendarYearInput,
  ): Promise<CalendarYearPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'publishCalendarYear', `${input.calendar}:${input.year}`);
    const outcome = await command(viewing, (act) => publishCalendarYear(act, this.deps.progress, input));
    if (!outcome.ok) return { calendarYear: null, moved: 0, userErrors: outcome.errors };
    afterCommit(this.deps, outcome.value.changes);
    const years = await viewing.database.read(viewing.viewer.scope, readYears);
    const made = years.find(({ calendar, year }) => calendar === input.calendar && year === input.year);
    return { calendarYear: made ?? null, moved: outcome.value.moved, userErrors: [] };
  }
}

const READ_YEARS = statement(
  { ...columns(CalendarYearEntity, 'calendar', 'year', 'off', 'on'), published: 'boolean' },
  `select calendar, year, true as published, off, "on" from calendar_year order by calendar, year`,
);

function readYears(sql: Sql): Promise<CalendarYearType[]> {
  return sql.rows(READ_YEARS);
}
