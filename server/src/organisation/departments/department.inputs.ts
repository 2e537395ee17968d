import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A new department.' })
export class DepartmentInput {
  @Field(() => String, {
    description: 'Name, 1 to 200 characters. Its key, by which plans name it, is made from the name.',
  })
  name!: string;
  @Field(() => ID, { nullable: true, description: 'The department it is part of. Leave it out for one at the top.' })
  parentId?: string | null;
}

@InputType({ description: 'Changes to a department. What is left out stays as it is.' })
export class UpdateDepartmentInput {
  @Field(() => ID, { description: 'The department.' })
  departmentId!: string;
  @Field(() => String, { nullable: true, description: 'Another name, 1 to 200 characters. The key stays.' })
  name?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The department it is part of from now on, with everything below it. Null moves it to the top.',
  })
  parentId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True closes it: nobody can be put into it any more. It must have no people who work here and no open department below. False opens it again.',
  })
  closed?: boolean | null;
}

@InputType({ description: 'Two departments that become one.' })
export class MergeDepartmentInput {
  @Field(() => ID, {
    description:
      'The department that goes: its people, the departments below it and the roles for it go to the other one.',
  })
  fromId!: string;
  @Field(() => ID, { description: 'The department that stays.' })
  intoId!: string;
}
