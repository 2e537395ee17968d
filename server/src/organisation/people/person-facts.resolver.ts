import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { DateTimeScalar, loaderOf, many, type RequestContext, signedIn } from '../../access/graphql/index.js';
import { DepartmentType, mentionedPerson, PersonType, RoleEnum, visibleDepartment } from '../../access/index.js';
import { readGrants, readIdentities } from '../../people/index.js';

@ObjectType('PersonIdentity', {
  simpleResolvers: true,
  description:
    'Where a person is known, and which facts that source owns there: those are changed at the source alone.',
})
export class PersonIdentityType {
  @Field(() => String, {
    description:
      '`FILE` for imported files, `SCIM` for the company directory, `HISTORY` for an imported history, `OIDC:` or `INTEGRATION:` with the id of the sign-in provider or the integration.',
  })
  source!: string;
  @Field(() => String, { description: 'What the source calls the person.' })
  externalId!: string;
  @Field(() => [String], {
    description: 'What the source owns: `name`, `email`, `departmentId` and so on. Empty when it owns nothing.',
  })
  owns!: string[];
  @Field(() => DateTimeScalar, { description: 'Since when the two belong together.' })
  linkedAt!: string;
}

@ObjectType('RoleGrant', {
  simpleResolvers: true,
  description: 'A role that a person holds, and where they have it from.',
})
export class RoleGrantType {
  @Field(() => RoleEnum, { description: 'The role.' })
  role!: string;
  @Field(() => String, {
    description:
      '`HAND` when somebody gave it, `SCIM` for a group of the company directory, `OIDC:` with the id of the sign-in provider for a claim.',
  })
  source!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was given. Null when nobody wrote it down.' })
  grantedAt?: string | null;

  departmentId?: string | null;
  grantedBy?: string | null;
}

const identities = many(readIdentities, ({ personId }) => personId);
const grants = many(readGrants, ({ personId }) => personId);

/** Whoever looks after people of any department; which of them, the policies say. */
function looksAfter(context: RequestContext, person: PersonType): boolean {
  const { scope, personId } = signedIn(context).viewer;
  return person.visible && (scope.reach === 'all' || scope.departments.length > 0 || person.uuid === personId);
}

@Resolver(() => PersonType)
export class PersonFactsResolver {
  @FieldResolver(() => [PersonIdentityType], {
    nullable: true,
    description:
      'Where the person is known, by source. Null when the viewer may not see it: HR and administrators do, and everybody sees their own.',
  })
  async identities(@Ctx() context: RequestContext, @Root() person: PersonType): Promise<PersonIdentityType[] | null> {
    return looksAfter(context, person) ? loaderOf(context, identities).load(person.uuid) : null;
  }

  @FieldResolver(() => [RoleGrantType], {
    nullable: true,
    description:
      'The roles of the person one by one, with the department and where they have them from. Null when the viewer may not see them: HR and administrators do, and everybody sees their own.',
  })
  async grants(@Ctx() context: RequestContext, @Root() person: PersonType): Promise<RoleGrantType[] | null> {
    return looksAfter(context, person) ? loaderOf(context, grants).load(person.uuid) : null;
  }
}

@Resolver(() => RoleGrantType)
export class RoleGrantResolver {
  @FieldResolver(() => DepartmentType, {
    nullable: true,
    description: 'The department that HR covers, with everything below it. Null is the whole workspace.',
  })
  department(@Ctx() context: RequestContext, @Root() grant: RoleGrantType): Promise<DepartmentType | null> | null {
    return grant.departmentId ? visibleDepartment(context, grant.departmentId) : null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who gave it. Null for a program, and when nobody wrote it down.',
  })
  grantedBy(@Ctx() context: RequestContext, @Root() grant: RoleGrantType): Promise<PersonType | null> {
    return mentionedPerson(context, grant.grantedBy);
  }
}
