import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  decodeCursor,
  PageArgs,
  pageOf,
  pageSize,
  pages,
  type RequestContext,
  uuidOf,
} from '../access/graphql/index.js';
import { PersonType } from '../access/index.js';
import { EnrolmentConnection, type EnrolmentType } from './enrolment.type.js';
import type { EnrolmentRecord } from './enrolment-records.js';
import { enrolmentFrom } from './enrolment-views.js';
import { listEnrolmentsOf, listMentoredBy } from './person-enrolments.js';

const followed = pages(listEnrolmentsOf, (row: EnrolmentRecord) => row.personId);
const mentored = pages(listMentoredBy, (row: EnrolmentRecord) => row.mentorId ?? '');

async function pageFrom(
  context: RequestContext,
  person: PersonType,
  page: PageArgs,
  read: typeof followed,
): Promise<Connection<EnrolmentType>> {
  const limit = pageSize(context, page.first) + 1;
  const after = page.after ? (uuidOf('Enrolment', String(decodeCursor(context, page.after, 1)[0])) ?? null) : null;
  const rows = person.visible ? await read(context, person.uuid, { limit, after }) : [];
  return pageOf(
    rows.map((row) => enrolmentFrom(row)),
    page,
    (row) => [row.id],
    (row) => row,
  );
}

/** What a person has to do with plans. */
@Resolver(() => PersonType)
export class PersonEnrolmentsResolver {
  @FieldResolver(() => EnrolmentConnection, {
    description:
      "Enrolments of the person that the viewer may see, cancelled ones included. Empty when the viewer may not see the person's file.",
  })
  enrolments(
    @Ctx() context: RequestContext,
    @Root() person: PersonType,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<EnrolmentType>> {
    return pageFrom(context, person, page, followed);
  }

  @FieldResolver(() => EnrolmentConnection, {
    description:
      "Enrolments that the person accompanies as a mentor and that are not over, of those the viewer may see. Empty when the viewer may not see the person's file.",
  })
  mentoring(
    @Ctx() context: RequestContext,
    @Root() person: PersonType,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<EnrolmentType>> {
    return pageFrom(context, person, page, mentored);
  }
}
