import { type Instant, instantAt } from '@planwright/schema/time';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { InputArg, notFound, type RequestContext, type SignedInContext, signedIn } from '../../access/graphql/index.js';
import { command, mentionedPerson, PersonType, refuse, requireAction } from '../../access/index.js';
import type { Tx } from '../../database/index.js';
import { findPlan } from '../../plans/index.js';
import { EnrolmentType } from '../enrolment.type.js';
import { enrolmentOf } from '../enrolment-loaders.js';
import { enrolmentFrom } from '../enrolment-views.js';
import { currentAudience, decideFor, type RuleDeps } from './foresee-rule.js';
import { reasonOf } from './reason-of.js';
import {
  EnrolmentRuleInput,
  EnrolmentRuleLeaverType,
  EnrolmentRuleMatchType,
  EnrolmentRulePayload,
  EnrolmentRuleType,
  ruleFrom,
  termsOf,
} from './rule.type.js';
import { findRule } from './rule-records.js';
import { saveRule } from './save-rule.js';

@Resolver(() => EnrolmentRuleType)
export class EnrolmentRuleResolver {
  constructor(private readonly deps: RuleDeps) {}

  @Query(() => EnrolmentRuleType, {
    nullable: true,
    description: 'How people come into a plan by themselves. Null where nobody has set a rule yet. For ADMIN and HR.',
  })
  async enrolmentRule(
    @Ctx() context: RequestContext,
    @Arg('planKey', () => String, { description: 'Key of the plan.' }) planKey: string,
  ): Promise<EnrolmentRuleType | null> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'readEnrolmentRules', planKey);
    return viewing.database.read(viewing.viewer.scope, (tx) => ruleOf(tx, planKey));
  }

  @Query(() => [EnrolmentRuleMatchType], {
    description:
      'Everybody the rule would enrol if it were switched on today, by name, and why; nobody where the published version does not say who the plan is for. Nothing is changed. With a `from` in the future, who would be enrolled on that day as things stand. For ADMIN, and for HR who covers the whole workspace.',
  })
  async previewEnrolmentRule(
    @Ctx() context: RequestContext,
    @InputArg(() => EnrolmentRuleInput) input: EnrolmentRuleInput,
  ): Promise<EnrolmentRuleMatchType[]> {
    const viewing = signedIn(context);
    const { viewer, database, language } = viewing;
    await requireAction(viewing, 'previewEnrolmentRule', input.planKey);
    if (viewer.scope.reach !== 'all') await refuse(viewing, 'previewEnrolmentRule', input.planKey);
    return database.read(viewer.scope, async (tx) => {
      const plan = await findPlan(tx, input.planKey);
      const current = plan && (await currentAudience(tx, this.deps, plan.id));
      if (!current) return [];
      const { decision, people } = await decideFor(
        tx,
        this.deps,
        termsOf(input),
        this.#subject(viewing, plan.id, input.from),
        current.audience,
      );
      return decision.enrol.flatMap((match): EnrolmentRuleMatchType[] => {
        const person = people.get(match.personId);
        if (!person) return [];
        const { personId, trigger, startsOn } = match;
        return [{ personId, trigger, startsOn, reason: reasonOf(match, person, current.audience, language) }];
      });
    });
  }

  @Mutation(() => EnrolmentRulePayload, {
    description:
      'Sets how people come into a plan by themselves. Switched on, it is run at once and every Monday at 06:00; look at `previewEnrolmentRule` first. People are enrolled in the current published version. For ADMIN, and for HR who covers the whole workspace. User errors: INVALID for no trigger, the day or the months; NOT_NOW when the published version does not say who the plan is for.',
  })
  async saveEnrolmentRule(
    @Ctx() context: RequestContext,
    @InputArg(() => EnrolmentRuleInput) input: EnrolmentRuleInput,
  ): Promise<EnrolmentRulePayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'saveEnrolmentRule', input.planKey);
    const { planKey, enabled } = input;
    const outcome = await command(viewing, (act) => saveRule(act, this.deps, { ...termsOf(input), planKey, enabled }));
    if (!outcome.ok) return { rule: null, userErrors: outcome.errors };
    const rule = await viewing.database.read(viewing.viewer.scope, (tx) => ruleOf(tx, planKey));
    return { rule, userErrors: [] };
  }

  @FieldResolver(() => [EnrolmentRuleLeaverType], {
    description:
      'People the rule enrolled who still run the plan, although it is no longer for them, by name. Empty where `leaving` is KEEP, and for HR who does not cover the whole workspace.',
  })
  async noLongerMatching(
    @Ctx() context: RequestContext,
    @Root() { record }: EnrolmentRuleType,
  ): Promise<EnrolmentRuleLeaverType[]> {
    const viewing = signedIn(context);
    // Who is meant may hang on people that a reader of one department does not see.
    if (viewing.viewer.scope.reach !== 'all') return [];
    return viewing.database.read(viewing.viewer.scope, async (tx) => {
      const current = await currentAudience(tx, this.deps, record.planId);
      if (!current) return [];
      const subject = { ...this.#subject(viewing, record.planId, record.fromDay), weekly: undefined };
      const { decision, people } = await decideFor(tx, this.deps, record, subject, current.audience);
      const personOf = new Map(
        [...people.values()].flatMap(({ id, enrolments }) => enrolments.map((enrolment) => [enrolment.id, id])),
      );
      return decision.noLongerMatching.flatMap(({ enrolmentId, missedRuns, inExperiment }) => {
        const personId = personOf.get(enrolmentId);
        return personId ? [{ enrolmentId, personId, missedRuns, inExperiment }] : [];
      });
    });
  }

  /** As if everybody were looked at now, and not before the rule counts. */
  #subject({ viewer, now }: SignedInContext, planId: string, from: string) {
    const { id: workspaceId, timeZone: zone } = viewer.workspace;
    const begins: Instant = instantAt(from, '00:00', zone);
    const at = begins > now ? begins : now;
    return { workspaceId, planId, zone, now: at, weekly: at };
  }
}

async function ruleOf(tx: Tx, planKey: string): Promise<EnrolmentRuleType | null> {
  const plan = await findPlan(tx, planKey);
  const record = plan && (await findRule(tx, plan.id));
  return record ? ruleFrom(record, planKey) : null;
}

@Resolver(() => EnrolmentRuleMatchType)
export class EnrolmentRuleMatchResolver {
  @FieldResolver(() => PersonType, { description: 'Who would be enrolled.' })
  async person(@Ctx() context: RequestContext, @Root() { personId }: EnrolmentRuleMatchType): Promise<PersonType> {
    return personOf(context, personId);
  }
}

@Resolver(() => EnrolmentRuleLeaverType)
export class EnrolmentRuleLeaverResolver {
  @FieldResolver(() => PersonType, { description: 'Who it is.' })
  async person(@Ctx() context: RequestContext, @Root() { personId }: EnrolmentRuleLeaverType): Promise<PersonType> {
    return personOf(context, personId);
  }

  @FieldResolver(() => EnrolmentType, { description: 'Their enrolment.' })
  async enrolment(
    @Ctx() context: RequestContext,
    @Root() { enrolmentId }: EnrolmentRuleLeaverType,
  ): Promise<EnrolmentType> {
    const row = await enrolmentOf(context, enrolmentId);
    if (!row) throw notFound(signedIn(context));
    return enrolmentFrom(row);
  }
}

async function personOf(context: RequestContext, personId: string): Promise<PersonType> {
  const person = await mentionedPerson(context, personId);
  if (!person) throw notFound(signedIn(context));
  return person;
}
