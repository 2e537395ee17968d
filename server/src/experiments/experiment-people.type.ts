import { Field, ObjectType } from 'type-graphql';

@ObjectType('ExperimentMember', { description: 'Somebody who takes part in an experiment.' })
export class ExperimentMemberType {
  @Field(() => Boolean, { description: 'True when they joined after the draw.' })
  late!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Why they run another version than they were drawn for. Null when they do not.',
  })
  deviation!: string | null;

  @Field(() => Boolean, { description: 'Whether the primary metric is known of them. Says nothing about its value.' })
  measured!: boolean;

  personUuid!: string;
  versionUuid!: string;
  deviatedToUuid!: string | null;
}
