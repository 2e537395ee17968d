import { textIn } from '@planwright/schema/text';
import { Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { InputArg, type NodeSource, type RequestContext, signedIn, uuidOrNotFound } from '../access/graphql/index.js';
import { command, mentionedPerson, PersonType, requireAction } from '../access/index.js';
import { PlanPayload, planFrom, planOf } from '../plans/index.js';
import { applySuggestion } from './apply-suggestion.js';
import { ApplySuggestionInput, FindingType, findingFrom, isApplicable, reportFrom } from './report.type.js';
import { reportOf, seesMentors } from './report-loaders.js';
import { findFinding } from './report-records.js';

@Resolver(() => FindingType)
export class FindingResolver {
  @Mutation(() => PlanPayload, {
    description:
      "Makes the edits of a finding in the plan's draft: splits a task, gives more days, adds a rehearsal. Other edits of the draft stay. For ADMIN and HR. User errors: INVALID when the finding has no edits; HAS_PROBLEMS when they do not fit the draft.",
  })
  async applySuggestion(
    @Ctx() context: RequestContext,
    @InputArg(() => ApplySuggestionInput) input: ApplySuggestionInput,
  ): Promise<PlanPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'applySuggestion', input.findingId);
    const findingId = uuidOrNotFound(viewing, 'Finding', input.findingId);
    const outcome = await command(viewing, (act) => applySuggestion(act, findingId, seesMentors(context)));
    if (!outcome.ok) return { plan: null, userErrors: outcome.errors };
    const plan = await planOf(context, outcome.value.planId);
    return { plan: plan ? planFrom(plan) : null, userErrors: [] };
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'The mentor it is about. Null when it is about something else.',
  })
  mentor(@Ctx() context: RequestContext, @Root() { record }: FindingType): Promise<PersonType | null> {
    return mentionedPerson(context, record.mentorId);
  }

  @FieldResolver(() => String, { description: 'What was found, in a few words in the requested language.' })
  title(@Ctx() { language }: RequestContext, @Root() { record }: FindingType): string {
    return textIn(record.words.title, language);
  }

  @FieldResolver(() => String, { description: 'The figures it rests on, in the requested language.' })
  evidence(@Ctx() { language }: RequestContext, @Root() { record }: FindingType): string {
    return textIn(record.words.evidence, language);
  }

  @FieldResolver(() => String, { description: 'What to do, in the requested language.' })
  suggestion(@Ctx() { language }: RequestContext, @Root() { record }: FindingType): string {
    return textIn(record.words.suggestion, language);
  }

  @FieldResolver(() => [String], {
    description: 'What its edits would do to the plan, a sentence each. Empty when it has none.',
  })
  edits(@Ctx() { language }: RequestContext, @Root() { record }: FindingType): string[] {
    return isApplicable(record) ? (record.words.edits[language] ?? []) : [];
  }
}

export const reportNodes: NodeSource[] = [
  {
    type: 'EvaluationReport',
    load: async (context, uuid) => {
      const record = await reportOf(context, uuid);
      return record ? reportFrom(record) : null;
    },
  },
  {
    type: 'Finding',
    load: async (context, uuid) => {
      const { viewer, database } = context;
      const record = await database.read(viewer.scope, (tx) => findFinding(tx, uuid, seesMentors(context)));
      return record ? findingFrom(record) : null;
    },
  },
];
