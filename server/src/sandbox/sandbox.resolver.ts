import type { Instant } from '@planwright/schema';
import DataLoader from 'dataloader';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Mutation,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { requireAction } from '../access/actions.js';
import { type OpenWorkspace, openWorkspaces } from '../access/enter-workspace.js';
import { loaderOf, type RequestContext, signedIn } from '../access/graphql/context.js';
import { globalId, uuidOf } from '../access/graphql/global-id.js';
import { DateTimeScalar } from '../access/graphql/scalars.js';
import { userError } from '../access/graphql/user-error.js';
import { WorkspacePayload, WorkspaceType } from '../access/viewer.type.js';
import { type Clock, workspaceNow } from '../clock/clock.js';
import { command } from '../plans/outcome.js';
import { readClock, readClockTargets } from './clock-state.js';
import type { ClockWalks } from './clock-walks.js';
import { createSandbox } from './create-sandbox.js';
import { messages } from './messages.js';
import { moveClock } from './move-clock.js';
import type { SandboxBehaviour } from './sample-conduct.js';

export const SandboxBehaviourEnum: Record<SandboxBehaviour, SandboxBehaviour> = {
  NOBODY: 'NOBODY',
  DILIGENT: 'DILIGENT',
  MIXED: 'MIXED',
};
registerEnumType(SandboxBehaviourEnum, { name: 'SandboxBehaviour' });

@InputType()
class CreateSandboxInput {
  @Field(() => String)
  name!: string;
  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'false = nobody but the viewer' })
  copyPeople?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'cohorts with their people, mentors and progress; false = none of them',
  })
  copyCohorts?: boolean | null;
}

@InputType()
class MoveClockInput {
  @Field(() => DateTimeScalar)
  to!: string;
  @Field(() => SandboxBehaviourEnum, {
    nullable: true,
    defaultValue: 'NOBODY',
    description: 'what the sample people do meanwhile',
  })
  people?: SandboxBehaviour | null;
}

/** A request is answered before the edge gives it up; the walk goes on. */
const ANSWER_AFTER_MS = 8_000;

/** As the worker: whoever is told of a sandbox may know its clock, from outside of it too. */
const clockTargets = (context: RequestContext) =>
  new DataLoader<string, Instant | null>(async (ids) => {
    const rows = await context.database.look((tx) => readClockTargets(tx, ids));
    const targets = new Map(rows.map(({ id, target }) => [id, target]));
    return ids.map((id) => targets.get(id) ?? null);
  });

@Resolver(() => WorkspaceType)
export class SandboxResolver {
  constructor(private readonly walks: ClockWalks) {}

  @Query(() => [WorkspaceType], { description: 'The live workspace, and its sandboxes that the viewer may enter.' })
  async workspaces(@Ctx() context: RequestContext): Promise<WorkspaceType[]> {
    const { viewer, database, clock } = signedIn(context);
    const open = await database.work((tx) => openWorkspaces(tx, viewer));
    return open.map((workspace) => workspaceOf(workspace, clock));
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'where its clock is on the way to; null = it is not being moved',
  })
  async clockMovesTo(@Ctx() context: RequestContext, @Root() workspace: WorkspaceType): Promise<string | null> {
    const uuid = uuidOf('Workspace', workspace.id);
    if (workspace.kind !== 'SANDBOX' || uuid === undefined) return null;
    return loaderOf(context, clockTargets).load(uuid);
  }

  @Mutation(() => WorkspacePayload, {
    description:
      'A copy of people and plans with a clock of its own, in which no message reaches anybody. Entered by `enterWorkspace`.',
  })
  async createSandbox(
    @Ctx() context: RequestContext,
    @Arg('input', () => CreateSandboxInput) input: CreateSandboxInput,
  ): Promise<WorkspacePayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'createSandbox');
    const outcome = await command(viewing, (act) =>
      createSandbox(act, {
        name: input.name,
        copyPeople: input.copyPeople ?? true,
        copyCohorts: input.copyCohorts ?? true,
      }),
    );
    if (!outcome.ok) return { workspace: null, userErrors: outcome.errors };
    const open = await viewing.database.work((tx) => openWorkspaces(tx, viewing.viewer));
    const made = open.find(({ id }) => id === outcome.value);
    return { workspace: made ? workspaceOf(made, viewing.clock) : null, userErrors: [] };
  }

  @Mutation(() => WorkspacePayload, {
    description:
      "Moves the clock of the viewer's sandbox forwards. A long way is walked on after the answer: `clockMovesTo` says so, and asking for the same again waits on.",
  })
  async moveClock(
    @Ctx() context: RequestContext,
    @Arg('input', () => MoveClockInput) input: MoveClockInput,
  ): Promise<WorkspacePayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'moveClock');
    const { workspace } = viewing.viewer;
    const outcome = await command(viewing, (act) => moveClock(act, { to: input.to, people: input.people ?? 'NOBODY' }));
    if (!outcome.ok) return { workspace: null, userErrors: outcome.errors };
    const began = await this.walks.begin(workspace.id, outcome.value, input.people ?? 'NOBODY');
    if (!began) {
      const clock = await viewing.database.work((tx) => readClock(tx, workspace.id));
      // Somebody else was faster.
      if (clock?.target != null && clock.target !== outcome.value) {
        const error = userError('NOT_NOW', messages.isMoving(), viewing.language);
        return { workspace: null, userErrors: [error] };
      }
    }
    await this.walks.arrival(workspace.id, ANSWER_AFTER_MS);
    const open = await viewing.database.work((tx) => openWorkspaces(tx, viewing.viewer));
    const moved = open.find(({ id }) => id === workspace.id);
    if (!moved) return { workspace: null, userErrors: [] };
    context.now = workspaceNow(viewing.clock, Number(moved.clockOffsetMs));
    return { workspace: workspaceOf(moved, viewing.clock), userErrors: [] };
  }
}

function workspaceOf(workspace: OpenWorkspace, clock: Clock): WorkspaceType & { __typename: 'Workspace' } {
  const { id, name, kind, timeZone } = workspace;
  const now = workspaceNow(clock, Number(workspace.clockOffsetMs));
  return { __typename: 'Workspace', id: globalId('Workspace', id), name, kind, now, timeZone };
}
