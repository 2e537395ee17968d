import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  type DepartmentRow,
  PERSON_STATUSES,
  type PersonCard,
  type PersonRow,
  type PersonStatus,
  ROLES,
  type Role,
} from '../people/index.js';
import { connectionOf } from './graphql/connection.js';
import { described } from './graphql/described.js';
import { globalId } from './graphql/global-id.js';
import { Node } from './graphql/node.js';
import { DateScalar } from './graphql/scalars.js';

/** GraphQL enum `Role`. */
export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role]));
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What somebody is in a workspace. A person may hold several roles.',
  valuesConfig: described<Role>({
    ADMIN:
      'Administers the workspace: plugins, integrations, reminder settings and the audit trail, and everything HR does.',
    HR: 'Enrols people, runs cohorts and reads reports, for the whole workspace or for the departments they cover.',
    DESIGNER: 'Draws and publishes plans and tries them out in sandboxes.',
    MENTOR: 'Accompanies learners and reviews what they submit.',
    TEAM_LEAD: 'Leads a team, and is therefore the superior of its members in plans and reminders.',
    LEARNER: 'Follows plans as a learner.',
    SERVICE: 'Not a person: a program, such as a connector, that records progress.',
  }),
});

export const PersonStatusEnum = Object.fromEntries(PERSON_STATUSES.map((status) => [status, status]));
registerEnumType(PersonStatusEnum, {
  name: 'PersonStatus',
  description: 'Whether people work here.',
  valuesConfig: described<PersonStatus>({
    ACTIVE: 'They work here.',
    LEFT: 'They have left.',
    ALL: 'Both.',
  }),
});

/** A person as the API shows them. Somebody who is only mentioned has a name and nothing else. */
@ObjectType('Person', {
  implements: Node,
  simpleResolvers: true,
  description:
    'Somebody in the workspace. A person who is only mentioned, and whose file the viewer may not see, has a name and nothing personal besides.',
})
export class PersonType extends Node {
  @Field(() => String, { description: 'Full name.' })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: "E-mail address. Null when there is none, or when the viewer may not see the person's file.",
  })
  email?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Key of the job role, such as `store-manager`, as plans name it in their audience. Null when unknown or not visible to the viewer.',
  })
  jobRole?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day in the company. Null when unknown or not visible to the viewer.',
  })
  joinedOn?: string | null;
  @Field(() => String, {
    description:
      "IANA time zone that the person's dates are counted in. The workspace's zone where the viewer may not see the person's file.",
  })
  timeZone!: string;
  @Field(() => String, {
    description:
      "The language the person is written to in, `zh-CN` or `en`. The workspace's language where the viewer may not see the person's file.",
  })
  locale!: string;
  @Field(() => Boolean, {
    description: "False when the person has left. Always true when the viewer may not see the person's file.",
  })
  active!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Number by which the company knows the person. Null when there is none or it is not visible to the viewer.',
  })
  employeeNumber?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'How many learners the person can accompany as a mentor at the same time. Null when nobody has said so, or when it is not visible to the viewer.',
  })
  mentorCapacity?: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Years of experience that the person has as a mentor. Null when nobody has said so, or when it is not visible to the viewer.',
  })
  mentorExperienceYears?: number | null;

  /** Not fields: what the field resolvers go by. */
  uuid!: string;
  departmentId?: string | null;
  managerId?: string | null;
  /** The viewer may see this person's file, and not only the name. */
  visible!: boolean;
}

export const PersonConnection = connectionOf('Person', () => PersonType);

@ObjectType('Department', { implements: Node, simpleResolvers: true, description: 'A unit of the organisation.' })
export class DepartmentType extends Node {
  @Field(() => String, { description: 'The stable key by which plans name the department in their audience.' })
  key!: string;

  @Field(() => String, { description: 'Name of the department.' })
  name!: string;

  @Field(() => [String], {
    description: 'Keys of departments that became part of this one: plans that name them mean this department.',
  })
  formerKeys!: string[];

  @Field(() => Boolean, { description: 'True when it is closed: nobody can be put into it any more.' })
  closed!: boolean;

  uuid!: string;
  parentId?: string | null;
}

/** Of a person whose file the viewer may see. */
export function personFrom(row: PersonRow): PersonType & { __typename: 'Person' } {
  const { id, ...rest } = row;
  return { __typename: 'Person', ...rest, id: globalId('Person', id), uuid: id, visible: true };
}

/** Of a person who is only mentioned: zone and language are those of the workspace. */
export function personFromCard(
  card: PersonCard,
  workspace: { timeZone: string; locale: string },
): PersonType & { __typename: 'Person' } {
  return {
    __typename: 'Person',
    id: globalId('Person', card.id),
    uuid: card.id,
    name: card.name,
    timeZone: workspace.timeZone,
    locale: workspace.locale,
    active: true,
    visible: false,
  };
}

export function departmentFrom(row: DepartmentRow): DepartmentType & { __typename: 'Department' } {
  return {
    __typename: 'Department',
    id: globalId('Department', row.id),
    uuid: row.id,
    key: row.key,
    name: row.name,
    parentId: row.parentId,
    closed: row.closedAt !== null,
    formerKeys: row.formerKeys,
  };
}
