import { textIn } from '@planwright/schema';
import { Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { requireAction } from '../access/actions.js';
import { type RequestContext, signedIn } from '../access/graphql/context.js';
import { InputArg } from '../access/graphql/input-arg.js';
import type { NodeSource } from '../access/graphql/node.js';
import { PersonType } from '../access/person.type.js';
import { mentionedPerson } from '../access/person-loaders.js';
import { command } from '../plans/outcome.js';
import { uuidOrNotFound } from '../plans/plan.inputs.js';
import { PlanPayload, planFrom } from '../plans/plan.type.js';
import { planOf } from '../plans/plan-loaders.js';
import { applySuggestion } from './apply-suggestion.js';
import { ApplySuggestionInput, FindingType, findingFrom, isApplicable, reportFrom } from './report.type.js';
import { reportOf, seesMentors } from './report-loaders.js';
import { findFinding } from './report-records.js';

@Resolver(() => FindingType)
export class FindingResolver {
  @Mutation(() => PlanPayload, {
    description: 'Turns a finding into a draft version: splits the task, gives more days, adds the rehearsal.',
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

  @FieldResolver(() => PersonType, { nullable: true })
  mentor(@Ctx() context: RequestContext, @Root() { record }: FindingType): Promise<PersonType | null> {
    return mentionedPerson(context, record.mentorId);
  }

  @FieldResolver(() => String)
  title(@Ctx() { language }: RequestContext, @Root() { record }: FindingType): string {
    return textIn(record.words.title, language);
  }

  @FieldResolver(() => String)
  evidence(@Ctx() { language }: RequestContext, @Root() { record }: FindingType): string {
    return textIn(record.words.evidence, language);
  }

  @FieldResolver(() => String)
  suggestion(@Ctx() { language }: RequestContext, @Root() { record }: FindingType): string {
    return textIn(record.words.suggestion, language);
  }

  @FieldResolver(() => [String], { description: 'What its edits do to the plan, a sentence each.' })
  edits(@Ctx() { language }: RequestContext, @Root() { record }: FindingType): string[] {
    return isApplicable(record) ? record.words.edits[language] : [];
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
