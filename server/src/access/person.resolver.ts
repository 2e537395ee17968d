import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Int, Query, Resolver, Root } from 'type-graphql';
import {
  countPeople,
  countPeopleOfDepartments,
  findPeople,
  findPeopleOfDepartments,
  type PeopleCursor,
  type PeopleFilter,
  type PersonStatus,
  type Role,
} from '../people/index.js';
import { type Connection, decodeCursor, PageArgs, pageOf, pageSize } from './graphql/connection.js';
import { loaderOf, type RequestContext, signedIn } from './graphql/context.js';
import { uuidOf } from './graphql/global-id.js';
import { one, pages } from './graphql/loaders.js';
import type { NodeSource } from './graphql/node.js';
import { DepartmentType, PersonConnection, PersonStatusEnum, PersonType, personFrom, RoleEnum } from './person.type.js';
import { allDepartments, menteesOf, mentionedPerson, rolesOf, teamOf, visiblePerson } from './person-loaders.js';

@InputType('PersonFilter', { description: 'Narrows a list of people. All conditions must hold.' })
class PersonFilterInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of the name, the e-mail address or the employee number, in any case; also the name in pinyin, from the beginning of the surname or of the given name, or its initials.',
  })
  search?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only people of this department.' })
  departmentId?: string | null;
  @Field(() => String, { nullable: true, description: 'Only people with this job role, by key.' })
  jobRole?: string | null;
  @Field(() => RoleEnum, { nullable: true, description: 'Only people who hold this role.' })
  role?: Role | null;
  @Field(() => PersonStatusEnum, {
    nullable: true,
    defaultValue: 'ACTIVE',
    description: 'Whether they work here: ACTIVE, the default, LEFT, or ALL.',
  })
  status?: PersonStatus | null;
}

/** An id that is none matches nobody. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

function filterOf(input: PersonFilterInput | null | undefined): PeopleFilter {
  return {
    ...(input?.search ? { search: input.search.slice(0, 200) } : {}),
    ...(input?.departmentId ? { departmentId: uuidOf('Department', input.departmentId) ?? NOBODY } : {}),
    ...(input?.jobRole ? { jobRole: input.jobRole } : {}),
    ...(input?.role ? { role: input.role } : {}),
    ...(input?.status ? { status: input.status } : {}),
  };
}

const peopleOfDepartment = pages(findPeopleOfDepartments, (row) => row.departmentId);
const peopleCounts = one(countPeopleOfDepartments, (row) => row.departmentId);

/** Where a page goes on, as the statements know it. */
function cursorOf(context: RequestContext, page: PageArgs): PeopleCursor | undefined {
  const keys = page.after ? decodeCursor(context, page.after, 2).map(String) : undefined;
  return keys && ([keys[0] ?? '', uuidOf('Person', keys[1] ?? '') ?? NOBODY] as const);
}

async function peoplePage(
  context: RequestContext,
  page: PageArgs,
  filter: PeopleFilter,
): Promise<Connection<PersonType>> {
  const { viewer, database } = signedIn(context);
  const first = pageSize(context, page.first);
  const after = cursorOf(context, page);
  const rows = await database.read(viewer.scope, (tx) => findPeople(tx, filter, first + 1, after));
  return pageOf(
    rows.map(personFrom),
    page,
    (person) => [person.name, person.id],
    (person) => person,
    () => database.read(viewer.scope, (tx) => countPeople(tx, filter)),
  );
}

@Resolver(() => PersonType)
export class PersonResolver {
  @Query(() => PersonType, {
    nullable: true,
    description: 'One person. Null when there is no such person or the viewer may not see their file.',
  })
  async person(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Global id of the person.' }) id: string,
  ): Promise<PersonType | null> {
    signedIn(context);
    const uuid = uuidOf('Person', id);
    return uuid === undefined ? null : visiblePerson(context, uuid);
  }

  @Query(() => PersonConnection, {
    description: 'People the viewer may see, by name; those who have left only where the filter asks for them.',
  })
  people(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => PersonFilterInput, {
      nullable: true,
      description: 'Narrows the list. Leave it out to list everybody.',
    })
    filter?: PersonFilterInput,
  ): Promise<Connection<PersonType>> {
    return peoplePage(context, page, filterOf(filter));
  }

  @FieldResolver(() => DepartmentType, {
    nullable: true,
    description:
      "The department the person belongs to. Null when there is none, or when the viewer may not see the person's file.",
  })
  async department(@Ctx() context: RequestContext, @Root() person: PersonType): Promise<DepartmentType | null> {
    if (!person.departmentId) return null;
    return (await allDepartments(context)).find(({ uuid }) => uuid === person.departmentId) ?? null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: "The person's superior. Null when there is none, or when the viewer may not see the person's file.",
  })
  manager(@Ctx() context: RequestContext, @Root() person: PersonType): Promise<PersonType | null> {
    return mentionedPerson(context, person.managerId);
  }

  @FieldResolver(() => [PersonType], {
    nullable: true,
    description:
      'The people who report to this person. Null when the viewer may not see it: HR sees the teams of the people they cover, a team lead sees their own.',
  })
  async team(@Ctx() context: RequestContext, @Root() person: PersonType): Promise<PersonType[] | null> {
    const { viewer } = signedIn(context);
    const { scope } = viewer;
    const covered =
      scope.reach === 'all' ||
      (person.uuid === viewer.personId && viewer.roles.has('TEAM_LEAD')) ||
      (person.departmentId != null && scope.departments.includes(person.departmentId));
    return covered ? (await teamOf(context, person.uuid)).map(personFrom) : null;
  }

  @FieldResolver(() => Int, {
    description:
      "How many people this person mentors in plans that are not over, of those the viewer may see. 0 when the viewer may not see the person's file.",
  })
  mentees(@Ctx() context: RequestContext, @Root() person: PersonType): Promise<number> | number {
    return person.visible ? menteesOf(context, person.uuid) : 0;
  }

  @FieldResolver(() => [RoleEnum], {
    nullable: true,
    description:
      'Roles the person holds. Null when the viewer may not see them: HR and administrators do, and everybody sees their own.',
  })
  roles(@Ctx() context: RequestContext, @Root() person: PersonType): Promise<Role[]> | null {
    const { viewer } = signedIn(context);
    const covered =
      viewer.scope.reach === 'all' || viewer.scope.departments.length > 0 || person.uuid === viewer.personId;
    return person.visible && covered ? rolesOf(context, person.uuid) : null;
  }
}

@Resolver(() => DepartmentType)
export class DepartmentResolver {
  @Query(() => [DepartmentType], { description: 'All departments of the workspace.' })
  departments(@Ctx() context: RequestContext): Promise<DepartmentType[]> {
    return allDepartments(context);
  }

  @FieldResolver(() => DepartmentType, {
    nullable: true,
    description: 'The department this one belongs to. Null at the top.',
  })
  async parent(@Ctx() context: RequestContext, @Root() department: DepartmentType): Promise<DepartmentType | null> {
    return (await allDepartments(context)).find(({ uuid }) => uuid === department.parentId) ?? null;
  }

  @FieldResolver(() => PersonConnection, {
    description: 'People of the department that the viewer may see and who have not left, by name.',
  })
  async people(
    @Ctx() context: RequestContext,
    @Root() department: DepartmentType,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<PersonType>> {
    const limit = pageSize(context, page.first) + 1;
    const after = cursorOf(context, page);
    const rows = await peopleOfDepartment(context, department.uuid, {
      limit,
      after: after ? JSON.stringify(after) : null,
    });
    return pageOf(
      rows.map(personFrom),
      page,
      (person) => [person.name, person.id],
      (person) => person,
      async () => (await loaderOf(context, peopleCounts).load(department.uuid))?.count ?? 0,
    );
  }
}

export const personNodes: NodeSource[] = [
  { type: 'Person', load: visiblePerson },
  {
    type: 'Department',
    load: async (context, uuid) => (await allDepartments(context)).find((department) => department.uuid === uuid),
  },
];
