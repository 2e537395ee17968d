import { findItem, type PlanDefinition } from '@planwright/schema/definition';
import { stepsOf } from '@planwright/schema/kinds';
import { textIn } from '@planwright/schema/text';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { InputArg, notFound, type RequestContext, signedIn, uuidOf } from '../../access/graphql/index.js';
import { command, mentionedPerson, PersonType } from '../../access/index.js';
import { definitionOf, EnrolmentType, enrolmentFrom, enrolmentOf } from '../../enrolments/index.js';
import type { DefinitionCache } from '../../plans/index.js';
import { findOccurrences, occurrencesOfEnrolment } from '../reminder-records.js';
import { suppressReminder } from '../suppress-reminder.js';
import { ReminderOccurrenceType, ReminderPayload, SuppressReminderInput } from './reminder.type.js';
import { occurrenceView } from './reminder-views.js';

@Resolver(() => ReminderOccurrenceType)
export class ReminderResolver {
  constructor(private readonly definitions: DefinitionCache) {}

  @Query(() => [ReminderOccurrenceType], {
    description:
      'What was, is and will be sent about an enrolment. Learners see what is meant for them; mentors, superiors and HR see all of it.',
  })
  async reminders(
    @Ctx() context: RequestContext,
    @Arg('enrolmentId', () => ID, { description: 'Global id of the enrolment.' }) enrolmentId: string,
  ): Promise<ReminderOccurrenceType[]> {
    const { viewer, database } = signedIn(context);
    const uuid = uuidOf('Enrolment', enrolmentId);
    if (uuid === undefined) return [];
    const records = await database.read(viewer.scope, (tx) => occurrencesOfEnrolment(tx, uuid));
    return records.map(occurrenceView);
  }

  @Mutation(() => ReminderPayload, {
    description:
      'Holds back a planned reminder. For ADMIN, and for HR with people they cover. User errors: INVALID without a reason; NOT_NOW when it is no longer planned.',
  })
  async suppressReminder(
    @Ctx() context: RequestContext,
    @InputArg(() => SuppressReminderInput) { occurrenceId, reason }: SuppressReminderInput,
  ): Promise<ReminderPayload> {
    const viewing = signedIn(context);
    const uuid = uuidOf('ReminderOccurrence', occurrenceId);
    if (uuid === undefined) throw notFound(viewing);
    const outcome = await command(viewing, (act) => suppressReminder(act, { occurrenceId: uuid, reason }));
    if (!outcome.ok) return { reminder: null, userErrors: outcome.errors };
    const [record] = await viewing.database.read(viewing.viewer.scope, (tx) => findOccurrences(tx, [uuid]));
    return { reminder: record ? occurrenceView(record) : null, userErrors: [] };
  }

  @FieldResolver(() => PersonType, { description: 'Who gets it.' })
  async to(@Ctx() context: RequestContext, @Root() occurrence: ReminderOccurrenceType): Promise<PersonType> {
    const person = await mentionedPerson(context, occurrence.recipientUuid);
    if (!person) throw new Error('a reminder to nobody');
    return person;
  }

  @FieldResolver(() => EnrolmentType, { description: 'The enrolment it is about.' })
  async enrolment(@Ctx() context: RequestContext, @Root() occurrence: ReminderOccurrenceType): Promise<EnrolmentType> {
    const record = await enrolmentOf(context, occurrence.enrolmentUuid);
    if (!record) throw notFound(context);
    return enrolmentFrom(record);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the message says, in the requested language. Null when that is not known.',
  })
  text(@Ctx() context: RequestContext, @Root() occurrence: ReminderOccurrenceType): string | null {
    return textIn(occurrence.about, context.language) || null;
  }

  @FieldResolver(() => String, { description: 'Why it goes out at that moment, in the requested language.' })
  why(@Ctx() context: RequestContext, @Root() occurrence: ReminderOccurrenceType): string {
    return textIn(occurrence.whyText, context.language);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it did not go out, or why nobody knows whether it arrived. Null otherwise.',
  })
  reason(@Ctx() context: RequestContext, @Root() occurrence: ReminderOccurrenceType): string | null {
    return occurrence.reasonText ? textIn(occurrence.reasonText, context.language) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Title of the item or step it is about, in the requested language. Null when it is about none.',
  })
  async title(@Ctx() context: RequestContext, @Root() occurrence: ReminderOccurrenceType): Promise<string | null> {
    const definition = await definitionOf(context, this.definitions, occurrence.versionUuid);
    return titleOf(definition, occurrence, context.language);
  }
}

function titleOf(
  definition: PlanDefinition,
  { itemKey, stepKey }: Pick<ReminderOccurrenceType, 'itemKey' | 'stepKey'>,
  language: RequestContext['language'],
): string | null {
  const item = itemKey === null ? undefined : findItem(definition, itemKey)?.item;
  if (!item) return null;
  const step = stepsOf(item).find(({ key }) => key === stepKey);
  return textIn((step ?? item).title, language);
}
