import { Ctx, Mutation, Resolver } from 'type-graphql';
import {
  InputArg,
  type RequestContext,
  type SignedInContext,
  signedIn,
  uuidOrNotFound,
} from '../access/graphql/index.js';
import { command, type MutationName, type Outcome, requireAction } from '../access/index.js';
import { afterCommit } from '../enrolments/index.js';
import type { EnrolmentChange } from '../progress/index.js';
import { createExperiment } from './create-experiment.js';
import { decideExperiment } from './decide-experiment.js';
import { deviateAllocation } from './deviate-allocation.js';
import { endExperiment } from './end-experiment.js';
import {
  CreateExperimentInput,
  DecideExperimentInput,
  DeviateAllocationInput,
  EndExperimentInput,
  ExperimentInput,
  JoinExperimentInput,
  type MentorChoiceInput,
} from './experiment.inputs.js';
import { ExperimentPayload, experimentFrom } from './experiment.type.js';
import type { ExperimentDeps } from './experiment-deps.js';
import { findExperiment } from './experiment-records.js';
import { joinExperiment } from './join-experiment.js';
import { openResults } from './open-results.js';
import { requireMembers } from './require-members.js';
import { startExperiment } from './start-experiment.js';

/** From the design to the verdict. */
@Resolver()
export class ExperimentActsResolver {
  constructor(private readonly deps: ExperimentDeps) {}

  @Mutation(() => ExperimentPayload, {
    description:
      'Registers an experiment and draws everybody for a version. Anybody can repeat the draw from its seed. For ADMIN, and for HR with people they cover. User errors: INVALID for people who have left, take part in another experiment or run the plan already, and for any other input that does not fit; NOT_NOW when a version is retired.',
  })
  async createExperiment(
    @Ctx() context: RequestContext,
    @InputArg(() => CreateExperimentInput) input: CreateExperimentInput,
  ): Promise<ExperimentPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'createExperiment', input.planKey);
    const { versionIds, weights, personIds, mentors, strata, unit, seed, guardrails, secondaryMetrics, ...plain } =
      input;
    const outcome = await command(viewing, (act) =>
      createExperiment(act, {
        ...plain,
        versionIds: versionIds.map((id) => uuidOrNotFound(viewing, 'PlanVersion', id)),
        personIds: personIds.map((id) => uuidOrNotFound(viewing, 'Person', id)),
        mentors: mentorsOf(viewing, mentors),
        strata: [...new Set(strata ?? [])],
        unit: unit ?? 'PERSON',
        measures: [
          ...(guardrails ?? []).map(({ metricKey, margin }) => ({
            metric: metricKey,
            role: 'GUARDRAIL' as const,
            margin,
          })),
          ...(secondaryMetrics ?? []).map((metric) => ({ metric, role: 'SECONDARY' as const, margin: null })),
        ],
        ...(weights ? { weights } : {}),
        ...(seed == null ? {} : { seed }),
      }),
    );
    return outcome.ok ? this.#answer(viewing, outcome.value.experimentId) : failed(outcome);
  }

  @Mutation(() => ExperimentPayload, {
    description:
      'Makes the cohort and enrols everybody on their version, all at once. For ADMIN, and for HR who covers everybody in it. User error: NOT_NOW when it has started already.',
  })
  async startExperiment(
    @Ctx() context: RequestContext,
    @InputArg(() => ExperimentInput) input: ExperimentInput,
  ): Promise<ExperimentPayload> {
    const { viewing, id } = await this.#whole(context, 'startExperiment', input);
    const outcome = await command(viewing, (act) => startExperiment(act, this.deps.progress, id));
    return this.#after(viewing, id, outcome);
  }

  @Mutation(() => ExperimentPayload, {
    description:
      'Adds people to a running experiment. They are drawn where the first draw ended, and nobody chooses their arm. For ADMIN, and for HR with people they cover. User errors: INVALID for people who cannot take part; NOT_NOW when it is not running, or from the day of analysis on.',
  })
  async joinExperiment(
    @Ctx() context: RequestContext,
    @InputArg(() => JoinExperimentInput) input: JoinExperimentInput,
  ): Promise<ExperimentPayload> {
    const { viewing, id } = await this.#target(context, 'joinExperiment', input);
    const personIds = input.personIds.map((person) => uuidOrNotFound(viewing, 'Person', person));
    const mentors = mentorsOf(viewing, input.mentors);
    const outcome = await command(viewing, (act) =>
      joinExperiment(act, this.deps.progress, { experimentId: id, personIds, mentors }),
    );
    return this.#after(viewing, id, outcome);
  }

  @Mutation(() => ExperimentPayload, {
    description:
      'Records that somebody should run another version than they were drawn for. They stay in their arm. For ADMIN, and for HR with people they cover; not about oneself. User errors: INVALID for the version or the reason; NOT_NOW from the day of analysis on.',
  })
  async deviateAllocation(
    @Ctx() context: RequestContext,
    @InputArg(() => DeviateAllocationInput) input: DeviateAllocationInput,
  ): Promise<ExperimentPayload> {
    const { viewing, id } = await this.#target(context, 'deviateAllocation', input);
    const personId = uuidOrNotFound(viewing, 'Person', input.personId);
    const versionId = uuidOrNotFound(viewing, 'PlanVersion', input.versionId);
    const outcome = await command(viewing, (act) =>
      deviateAllocation(act, { experimentId: id, personId, versionId, reason: input.reason }),
    );
    return outcome.ok ? this.#answer(viewing, id) : failed(outcome);
  }

  @Mutation(() => ExperimentPayload, {
    description:
      'Opens the results and keeps them as they are; nothing that comes later changes them. For ADMIN, and for HR who covers everybody in it. User errors: RESULTS_LOCKED before the day of analysis; NOT_NOW when it is not running.',
  })
  async analyseExperiment(
    @Ctx() context: RequestContext,
    @InputArg(() => ExperimentInput) input: ExperimentInput,
  ): Promise<ExperimentPayload> {
    const { viewing, id } = await this.#whole(context, 'analyseExperiment', input);
    const outcome = await openResults((work) => command(viewing, work), this.deps, id);
    return outcome.ok ? this.#answer(viewing, id) : failed(outcome);
  }

  @Mutation(() => ExperimentPayload, {
    description:
      'Ends an experiment without results. People keep their version and are free for another experiment. For ADMIN, and for HR who covers everybody in it. User errors: INVALID without a reason; NOT_NOW when it has ended already.',
  })
  async cancelExperiment(
    @Ctx() context: RequestContext,
    @InputArg(() => EndExperimentInput) input: EndExperimentInput,
  ): Promise<ExperimentPayload> {
    return this.#end(context, input, 'CANCEL');
  }

  @Mutation(() => ExperimentPayload, {
    description:
      'Ends a running experiment before its day. What is measured so far gives an estimate, never a verdict. For ADMIN, and for HR who covers everybody in it. User errors: INVALID without a reason; NOT_NOW when it is not running, or when its results can be opened instead.',
  })
  async stopExperiment(
    @Ctx() context: RequestContext,
    @InputArg(() => EndExperimentInput) input: EndExperimentInput,
  ): Promise<ExperimentPayload> {
    return this.#end(context, input, 'STOP');
  }

  @Mutation(() => ExperimentPayload, {
    description:
      'Records what is decided once an experiment has ended. Earlier decisions are kept. For ADMIN, and for HR who covers everybody in it. User errors: INVALID for the version or the reason; NOT_NOW while it has not ended.',
  })
  async decideExperiment(
    @Ctx() context: RequestContext,
    @InputArg(() => DecideExperimentInput) input: DecideExperimentInput,
  ): Promise<ExperimentPayload> {
    const { viewing, id } = await this.#whole(context, 'decideExperiment', input);
    const versionId = input.versionId == null ? null : uuidOrNotFound(viewing, 'PlanVersion', input.versionId);
    const { decision: kind, reason } = input;
    const outcome = await command(viewing, (act) =>
      decideExperiment(act, { experimentId: id, kind, versionId, reason }),
    );
    return outcome.ok ? this.#answer(viewing, id) : failed(outcome);
  }

  async #end(context: RequestContext, input: EndExperimentInput, how: 'CANCEL' | 'STOP'): Promise<ExperimentPayload> {
    const action = how === 'CANCEL' ? 'cancelExperiment' : 'stopExperiment';
    const { viewing, id } = await this.#whole(context, action, input);
    const { reason } = input;
    const outcome = await endExperiment((work) => command(viewing, work), this.deps, {
      experimentId: id,
      reason,
      how,
    });
    return outcome.ok ? this.#answer(viewing, id) : failed(outcome);
  }

  async #target(context: RequestContext, action: MutationName, input: ExperimentInput) {
    const viewing = signedIn(context);
    await requireAction(viewing, action, input.experimentId);
    return { viewing, id: uuidOrNotFound(viewing, 'Experiment', input.experimentId) };
  }

  /** For what is done with everybody in it. */
  async #whole(context: RequestContext, action: MutationName, input: ExperimentInput) {
    const target = await this.#target(context, action, input);
    await requireMembers(target.viewing, action, target.id);
    return target;
  }

  async #answer({ viewer, database }: SignedInContext, uuid: string): Promise<ExperimentPayload> {
    const record = await database.read(viewer.scope, (tx) => findExperiment(tx, uuid));
    return { experiment: record ? experimentFrom(record) : null, userErrors: [] };
  }

  async #after(
    context: SignedInContext,
    uuid: string,
    outcome: Outcome<{ changes: EnrolmentChange[] }>,
  ): Promise<ExperimentPayload> {
    if (!outcome.ok) return failed(outcome);
    afterCommit(this.deps, outcome.value.changes);
    return this.#answer(context, uuid);
  }
}

const failed = ({
  errors,
}: { ok: false } & Pick<Extract<Outcome<never>, { ok: false }>, 'errors'>): ExperimentPayload => ({
  experiment: null,
  userErrors: errors,
});

const mentorsOf = (context: SignedInContext, given: readonly MentorChoiceInput[] | null | undefined) =>
  new Map(
    (given ?? []).map(({ personId, mentorId }) => [
      uuidOrNotFound(context, 'Person', personId),
      uuidOrNotFound(context, 'Person', mentorId),
    ]),
  );
