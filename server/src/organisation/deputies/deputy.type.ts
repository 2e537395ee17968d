import type { PlainDate } from '@planwright/schema/time';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateScalar } from '../../access/graphql/index.js';
import { PersonType } from '../../access/index.js';

@ObjectType('DeputyPeriod', {
  simpleResolvers: true,
  description:
    'A period in which somebody stands in for a mentor: they see the plans of the mentor’s people, review what is handed in, and get the reminders, and the mentor goes on seeing all of it.',
})
export class DeputyPeriodType {
  @Field(() => PersonType, { description: 'The mentor.' })
  mentor!: PersonType;
  @Field(() => PersonType, { description: 'Who stands in.' })
  deputy!: PersonType;
  @Field(() => DateScalar, { description: 'First day, in the time zone of the mentor.' })
  from!: PlainDate;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day. Null when it lasts until somebody ends it.',
  })
  until!: PlainDate | null;
  @Field(() => Boolean, { description: 'It has begun. False when it is still to come.' })
  running!: boolean;
}

@InputType('DeputyInput', { description: 'Who stands in for a mentor, and when.' })
export class DeputyInput {
  @Field(() => ID, { description: 'Global id of the mentor.' })
  mentorId!: string;
  @Field(() => ID, { nullable: true, description: 'Global id of who stands in. Null ends what was set before.' })
  deputyId?: string | null;
  @Field(() => DateScalar, {
    description: 'First day, in the time zone of the mentor. A day that has passed means from now on.',
  })
  from!: PlainDate;
  @Field(() => DateScalar, { nullable: true, description: 'Last day. Leave it out for until somebody ends it.' })
  until?: PlainDate | null;
}
