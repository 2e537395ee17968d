import { textIn } from '@planwright/schema/text';
import { Ctx, Query, Resolver } from 'type-graphql';
import { globalId, type RequestContext, signedIn } from '../access/graphql/index.js';
import { mentionedPerson } from '../access/index.js';
import type { EnrolmentDeps } from './enrolment-deps.js';
import { definitionOf } from './enrolment-loaders.js';
import { itemFrom } from './enrolment-views.js';
import { readWork, sortWork, type WorkRow, workWindows } from './my-work.js';
import { MyWorkType, type WorkItemType } from './my-work.type.js';
import { weekNow } from './plan-weeks.js';

@Resolver()
export class MyWorkResolver {
  constructor(private readonly deps: EnrolmentDeps) {}

  @Query(() => MyWorkType, {
    description:
      'What the viewer has to do in their own plans and in tasks they share: overdue, this week, and in the next month.',
  })
  async myWork(@Ctx() context: RequestContext): Promise<MyWorkType> {
    const { viewer, database, now } = signedIn(context);
    const windows = workWindows(now, viewer.timeZone);
    const rows = await database.read(viewer.scope, (tx) =>
      readWork(tx, viewer.personId, viewer.scope.partnerItems, windows.monthEnds),
    );
    const { overdue, thisWeek, nextMonth, later } = sortWork(rows, now, windows);
    const shown = async (some: WorkRow[]) =>
      (await Promise.all(some.map((row) => this.#workItem(context, row)))).flat();
    return {
      overdue: await shown(overdue),
      thisWeek: await shown(thisWeek),
      nextMonth: await shown(nextMonth),
      shared: await shown(later),
    };
  }

  async #workItem(context: RequestContext, row: WorkRow): Promise<WorkItemType[]> {
    const definition = await definitionOf(context, this.deps.progress.definitions, row.versionId);
    const item = itemFrom(row, definition, context.language);
    if (!item) return [];
    const mentor = await mentionedPerson(context, row.mentorId);
    const isOwn = row.personId === signedIn(context).viewer.personId;
    const learner = isOwn ? null : await mentionedPerson(context, row.personId);
    return [
      {
        enrolmentId: globalId('Enrolment', row.enrolmentId),
        item,
        planTitle: textIn(definition.title, context.language),
        weekNow: weekNow(context.now, row.startsOn, row.zone),
        comment: row.reviewComment,
        mentorName: mentor?.name ?? null,
        learnerName: learner?.name ?? null,
      },
    ];
  }
}
