import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { DepartmentRow, PersonRow } from '../people/people-row.js';
import type { PersonCard } from '../people/read-people.js';
import { ROLES } from '../people/role.js';
import { connectionOf } from './graphql/connection.js';
import { globalId } from './graphql/global-id.js';
import { Node } from './graphql/node.js';
import { DateScalar } from './graphql/scalars.js';

/** GraphQL enum `Role`. */
export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role]));
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'TEAM_LEAD: leads a team, so is the SUPERIOR of its members in plans and reminders.',
});

/** A person as the API answers him. Somebody who is only mentioned has a name and nothing else. */
@ObjectType('Person', { implements: Node, simpleResolvers: true })
export class PersonType extends Node {
  @Field(() => String)
  name!: string;
  @Field(() => String, { nullable: true })
  email?: string | null;
  @Field(() => String, { nullable: true })
  jobRole?: string | null;
  @Field(() => DateScalar, { nullable: true })
  joinedOn?: string | null;
  @Field(() => String)
  timeZone!: string;
  @Field(() => String)
  locale!: string;
  @Field(() => Boolean)
  active!: boolean;

  /** Not fields: what the field resolvers go by. */
  uuid!: string;
  departmentId?: string | null;
  managerId?: string | null;
  /** The viewer sees his file, not only his name. */
  visible!: boolean;
}

export const PersonConnection = connectionOf('Person', () => PersonType);

@ObjectType('Department', { implements: Node, simpleResolvers: true })
export class DepartmentType extends Node {
  @Field(() => String, { description: 'how plans name it' })
  key!: string;

  @Field(() => String)
  name!: string;

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
  };
}
