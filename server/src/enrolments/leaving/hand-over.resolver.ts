import { textIn } from '@planwright/schema/text';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../access/graphql/index.js';
import { HandOverType } from '../../organisation/index.js';
import { planOf } from '../../plans/index.js';
import { cohortOf, enrolmentOf } from '../enrolment-loaders.js';

@Resolver(() => HandOverType)
export class HandOverPlanResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Title of the plan in which the person lost their mentor, in the requested language. Null when their superior left.',
  })
  async planTitle(@Ctx() context: RequestContext, @Root() handOver: HandOverType): Promise<string | null> {
    const enrolment = handOver.enrolmentUuid === null ? undefined : await enrolmentOf(context, handOver.enrolmentUuid);
    const cohort = enrolment && (await cohortOf(context, enrolment.cohortId));
    const plan = cohort && (await planOf(context, cohort.planId));
    return plan ? textIn(plan.title, context.language) : null;
  }
}
