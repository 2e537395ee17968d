import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('FunnelLimit', {
  simpleResolvers: true,
  description: "The range in which chance alone keeps a mentor's share of timely feedback, for one number of reviews.",
})
export class FunnelLimitType {
  @Field(() => Int, { description: 'The number of reviews.' })
  of!: number;
  @Field(() => Float, { description: 'Lower end of the range that holds in 95 of 100 periods, 0 to 1.' })
  warnLow!: number;
  @Field(() => Float, { description: 'Upper end of the range that holds in 95 of 100 periods, 0 to 1.' })
  warnHigh!: number;
  @Field(() => Float, { description: 'Lower end of the range that holds in 998 of 1,000 periods, 0 to 1.' })
  alarmLow!: number;
  @Field(() => Float, { description: 'Upper end of the range that holds in 998 of 1,000 periods, 0 to 1.' })
  alarmHigh!: number;
}

@ObjectType('MentorFunnel', {
  simpleResolvers: true,
  description: 'The common share of timely feedback, and how far chance alone scatters mentors around it.',
})
export class MentorFunnelType {
  @Field(() => Int, { description: 'Reviews in time, of all mentors.' })
  count!: number;
  @Field(() => Int, { description: 'All reviews of all mentors. The common share is `count` divided by `of`.' })
  of!: number;
  @Field(() => [FunnelLimitType], { description: 'The limits by number of reviews, in rising order.' })
  limits!: FunnelLimitType[];
}
