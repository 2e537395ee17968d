import type { PlanDefinition } from '@planwright/schema/definition';
import { diffPlans } from '@planwright/schema/diff';
import type { SimulatedAction } from '@planwright/schema/simulation';
import { type LocalizedText, textIn } from '@planwright/schema/text';
import { addDays, isValidZone } from '@planwright/schema/time';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { InputArg, notFound, type RequestContext, type SignedInContext, signedIn } from '../access/graphql/index.js';
import { requireAction } from '../access/index.js';
import { PlanDiffType, PlanSimulationType, type SimulatedActionInput, SimulatePlanInput } from './foresight.type.js';
import { say } from './generated/messages.js';
import { targetOf, VersionRef } from './plan.inputs.js';
import type { PlanDeps } from './plan-deps.js';
import { checkDocument, errorsAmong } from './problems-of.js';
import { remindedDays } from './reminder-storms.js';
import { definitionOfTarget } from './version-definition.js';
import { workspaceEnvironment } from './workspace-environment.js';

/** A run that has not ended after so long tells nothing more, and each day costs an evaluation. */
const LONGEST_SIMULATION_DAYS = 3 * 366;
const MOST_ACTIONS = 1000;

/** What comes of a plan, before anything is changed: the difference to another version, and a sample run. */
@Resolver()
export class ForesightResolver {
  constructor(private readonly deps: PlanDeps) {}

  @Query(() => PlanDiffType, {
    description:
      'Every difference between two versions of a plan, or between a version and a draft. Fails with NOT_FOUND when one of them is hidden or no longer there, and with BAD_USER_INPUT for a draft that cannot be read as a plan.',
  })
  async comparePlanVersions(
    @Ctx() context: RequestContext,
    @Arg('from', () => VersionRef, { description: 'The earlier side of the comparison.' }) from: VersionRef,
    @Arg('to', () => VersionRef, { description: 'The later side of the comparison.' }) to: VersionRef,
  ): Promise<PlanDiffType> {
    const viewing = signedIn(context);
    const before = await this.#definition(viewing, from, 'from');
    const after = await this.#definition(viewing, to, 'to');
    const changes = diffPlans(before, after, viewing.language);
    return { changes, identical: changes.length === 0 };
  }

  @Query(() => PlanSimulationType, {
    description:
      'Walks a sample person through a plan, day by day. Nothing is sent and nothing is stored. For ADMIN, HR and DESIGNER. Fails with BAD_USER_INPUT when the definition has errors or the run is too long.',
  })
  async simulatePlan(
    @Ctx() context: RequestContext,
    @InputArg(() => SimulatePlanInput) input: SimulatePlanInput,
  ): Promise<PlanSimulationType> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'saveDraft', 'simulatePlan');
    const { viewer, database, now, language } = viewing;
    const { startsOn } = input;
    const zone = input.timeZone ?? viewer.workspace.timeZone;
    if (!isValidZone(zone)) throw badInput(viewing, say('badZone'), ['input', 'timeZone']);
    const longest = addDays(startsOn, LONGEST_SIMULATION_DAYS);
    if (startsOn < '2000-01-01' || startsOn >= '2100-01-01') {
      throw badInput(viewing, say('startOutOfRange'), ['input', 'startsOn']);
    }
    if ((input.until && input.until > longest) || (input.actions?.length ?? 0) > MOST_ACTIONS) {
      throw badInput(viewing, say('simulationTooLong'), ['input', 'until']);
    }
    const environment = await database.read(viewer.scope, (tx) => workspaceEnvironment(tx, viewer.workspace.id, now));
    const { definition, problems } = checkDocument(input.definition, environment);
    const errors = errorsAmong(problems);
    if (!definition || errors.length > 0) {
      throw badInput(viewing, say('notSimulated', { count: errors.length }), ['input', 'definition']);
    }
    const settings = {
      startsOn,
      zone,
      ...(input.until ? { until: input.until } : {}),
      ...(input.actions ? { actions: input.actions.map(actionOf) } : {}),
    };
    const { days } = await remindedDays(
      database,
      this.deps.plugins,
      viewer.workspace.id,
      definition,
      settings,
      environment,
      longest,
    );
    return {
      days: trimmed(days, input.until).map(({ date, workday, events }) => ({
        date,
        workday,
        events: events.map(({ text, why, ...event }) => ({
          ...event,
          text: textIn(text, language),
          why: why ? textIn(why, language) : null,
        })),
      })),
    };
  }

  async #definition(context: SignedInContext, ref: VersionRef, path: string): Promise<PlanDefinition> {
    const target = targetOf(context, ref);
    const { viewer, database } = context;
    const found = await database.read(viewer.scope, (tx) => definitionOfTarget(tx, this.deps.definitions, target));
    if (found === 'absent') throw notFound(context);
    if (found === 'unfinished') throw badInput(context, say('draftUnfinished'), [path, 'draft']);
    return found.definition;
  }
}

/** Nothing happens on the days after the last event; nobody asked for them. */
function trimmed<Day extends { events: unknown[] }>(days: readonly Day[], until: string | null | undefined): Day[] {
  return until ? [...days] : days.slice(0, days.findLastIndex(({ events }) => events.length > 0) + 1);
}

function actionOf({ at, itemKey, stepKey, action, score }: SimulatedActionInput): SimulatedAction {
  return { at, itemKey, action, ...(stepKey == null ? {} : { stepKey }), ...(score == null ? {} : { score }) };
}

function badInput({ language }: SignedInContext, sentence: LocalizedText, path: string[]): GraphQLError {
  return new GraphQLError(textIn(sentence, language), { extensions: { code: 'BAD_USER_INPUT', path } });
}
