import type { Facts } from '@planwright/schema/definition';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { DateScalar, JsonScalar } from '../../access/graphql/index.js';

@InputType({ description: 'What is known of a person. What is left out stays as it is; null clears it.' })
abstract class PersonDetailsInput {
  @Field(() => String, {
    nullable: true,
    description:
      'E-mail address, by which they are written to and sign in. One address is one person’s, in any case. A person without one is allowed.',
  })
  email?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Number by which the company knows them, up to 64 characters; no two people have the same.',
  })
  employeeNumber?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Department they belong to. HR of a department can only put people into departments that they cover.',
  })
  departmentId?: string | null;
  @Field(() => String, { nullable: true, description: 'Key of their job role, one of `jobRoles`.' })
  jobRoleKey?: string | null;
  @Field(() => ID, { nullable: true, description: 'Their superior, who has not left.' })
  managerId?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'First day in the company.' })
  joinedOn?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Language they are written to in, `zh-CN` or `en`. Null is the language of the workspace.',
  })
  locale?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'IANA time zone that their dates are counted in. Null is the zone of the workspace.',
  })
  timeZone?: string | null;
  @Field(() => JsonScalar, {
    nullable: true,
    description:
      'Further facts by name, such as `{"teamSize": 8}`, that plans can ask for in conditions: texts, numbers, true and false. Facts that are named are set, or removed by null; the others stay. Null instead of the object removes all.',
  })
  facts?: Facts | null;
}

@InputType({ description: 'Somebody new.' })
export class CreatePersonInput extends PersonDetailsInput {
  @Field(() => String, { description: 'Full name, 1 to 200 characters.' })
  name!: string;
}

@InputType({ description: 'Changes to a person. What is left out stays as it is; null clears it.' })
export class UpdatePersonInput extends PersonDetailsInput {
  @Field(() => ID, { description: 'The person it is about.' })
  personId!: string;
  @Field(() => String, { nullable: true, description: 'Full name, 1 to 200 characters. Null leaves it as it is.' })
  name?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'How many learners they can accompany as a mentor at the same time, 0 to 1,000. Null when nobody knows.',
  })
  mentorCapacity?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Years of experience that they have as a mentor, 0 to 80. Null when nobody knows.',
  })
  mentorExperienceYears?: number | null;
}
