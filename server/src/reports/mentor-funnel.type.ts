import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('FunnelLimit', {
  simpleResolvers: true,
  description: 'The range of shares that chance alone explains for this many reviews.',
})
export class FunnelLimitType {
  @Field(() => Int)
  of!: number;
  @Field(() => Float, { description: '95 of 100 periods' })
  warnLow!: number;
  @Field(() => Float)
  warnHigh!: number;
  @Field(() => Float, { description: '998 of 1,000 periods' })
  alarmLow!: number;
  @Field(() => Float)
  alarmHigh!: number;
}

@ObjectType('MentorFunnel', { simpleResolvers: true })
export class MentorFunnelType {
  @Field(() => Int)
  count!: number;
  @Field(() => Int, { description: 'reviews of all mentors; the common rate is count of these' })
  of!: number;
  @Field(() => [FunnelLimitType])
  limits!: FunnelLimitType[];
}
