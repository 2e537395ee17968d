import { Arg, Ctx, ID, Int, Resolver, Subscription } from 'type-graphql';
import { notFound, type RequestContext, signedIn, uuidOf } from '../access/graphql/index.js';
import { countReviewQueue, EnrolmentType, enrolmentFrom, enrolmentOf } from '../enrolments/index.js';

/** These run whenever their reader is woken, each time under a fresh context of that reader. */
const servedByEdge = (): never => {
  throw new Error('subscriptions are served by the WebSocket edge');
};

@Resolver()
export class LiveResolver {
  @Subscription(() => EnrolmentType, {
    subscribe: servedByEdge,
    description: 'Follows one enrolment: it is sent at once, and again whenever it changes.',
  })
  async enrolmentChanged(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Global id of the enrolment.' }) id: string,
  ): Promise<EnrolmentType> {
    signedIn(context);
    const uuid = uuidOf('Enrolment', id);
    const record = uuid === undefined ? undefined : await enrolmentOf(context, uuid);
    if (!record) throw notFound(context);
    return enrolmentFrom(record);
  }

  @Subscription(() => Int, {
    subscribe: servedByEdge,
    description:
      "How many submissions wait for the viewer's review: sent at once, and again whenever the number may have changed.",
  })
  reviewQueueChanged(@Ctx() context: RequestContext): Promise<number> {
    const { viewer, database } = signedIn(context);
    return database.read(viewer.scope, (tx) => countReviewQueue(tx, viewer));
  }
}
