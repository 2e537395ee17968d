import { Field, ID, InputType } from 'type-graphql';
import { RoleEnum } from '../../access/index.js';
import type { Role } from '../../people/index.js';

@InputType({ description: 'A role of a person.' })
export class RoleInput {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;
  @Field(() => RoleEnum, { description: 'The role. SERVICE is for programs: a service token has it.' })
  role!: Role;
  @Field(() => ID, {
    nullable: true,
    description:
      'HR only: the department that they cover, with everything below it. Null or left out is the whole workspace.',
  })
  departmentId?: string | null;
}
