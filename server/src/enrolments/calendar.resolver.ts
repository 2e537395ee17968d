import type { PlainDate } from '@planwright/schema';
import { Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { requireAction } from '../access/actions.js';
import { type RequestContext, signedIn } from '../access/graphql/context.js';
import { InputArg } from '../access/graphql/input-arg.js';
import { DateScalar } from '../access/graphql/scalars.js';
import { type UserErrorData, UserErrorsField } from '../access/graphql/user-error.js';
import type { Sql } from '../database/sql.js';
import { command } from '../plans/outcome.js';
import { publishCalendarYear } from '../progress/publish-calendar-year.js';
import { afterCommit, type EnrolmentDeps } from './enrolment-deps.js';

@ObjectType('CalendarYear', { simpleResolvers: true })
export class CalendarYearType {
  @Field(() => String)
  calendar!: string;
  @Field(() => Int)
  year!: number;
  @Field(() => Boolean)
  published!: boolean;
  @Field(() => [DateScalar])
  off!: PlainDate[];
  @Field(() => [DateScalar])
  on!: PlainDate[];
}

@InputType()
export class PublishCalendarYearInput {
  @Field(() => String)
  calendar!: string;
  @Field(() => Int)
  year!: number;
  @Field(() => [DateScalar])
  off!: PlainDate[];
  @Field(() => [DateScalar])
  on!: PlainDate[];
}

@ObjectType('CalendarYearPayload')
export class CalendarYearPayload {
  @Field(() => CalendarYearType, { nullable: true })
  calendarYear?: CalendarYearType | null;
  @Field(() => Int)
  moved!: number;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@Resolver()
export class CalendarResolver {
  constructor(private readonly deps: EnrolmentDeps) {}

  @Query(() => [CalendarYearType], { description: 'Working-day calendar years: published ones and the next.' })
  async calendarYears(@Ctx() context: RequestContext): Promise<CalendarYearType[]> {
    const { viewer, database, now } = signedIn(context);
    const published = await database.read(viewer.scope, readYears);
    const last = published.findLast(({ calendar }) => calendar === 'cn')?.year ?? Number(now.slice(0, 4)) - 1;
    return [...published, { calendar: 'cn', year: last + 1, published: false, off: [], on: [] }];
  }

  @Mutation(() => CalendarYearPayload, {
    description: 'Makes a calendar year official in this workspace; provisional dates move, others do not.',
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

function readYears(sql: Sql): Promise<CalendarYearType[]> {
  return sql.rows<CalendarYearType>(
    `select calendar, year, true as published, off, "on" from calendar_year order by calendar, year`,
  );
}
