import { Field, ObjectType } from 'type-graphql';

@ObjectType('ExperimentMember')
export class ExperimentMemberType {
  @Field(() => Boolean, { description: 'came after the drawing and went on where it ended' })
  late!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'why this person runs another version than the one drawn for them',
  })
  deviation!: string | null;

  @Field(() => Boolean, { description: 'the primary metric is known of them; says nothing of its value' })
  measured!: boolean;

  personUuid!: string;
  versionUuid!: string;
  deviatedToUuid!: string | null;
}
