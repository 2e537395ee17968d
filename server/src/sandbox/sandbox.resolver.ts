import type { Instant } from '@planwright/schema/time';
import DataLoader from 'dataloader';
import { Ctx, Field, FieldResolver, InputType, Mutation, Query, Resolver, Root, registerEnumType } from 'type-graphql';
import {
  DateTimeScalar,
  described,
  globalId,
  InputArg,
  loaderOf,
  type RequestContext,
  signedIn,
  userError,
  uuidOf,
} from '../access/graphql/index.js';
import {
  command,
  type OpenWorkspace,
  openWorkspaces,
  requireAction,
  WorkspacePayload,
  WorkspaceType,
} from '../access/index.js';
import { type Clock, workspaceNow } from '../clock/index.js';
import { readClock, readClockTargets } from './clock-state.js';
import type { ClockWalks } from './clock-walks.js';
import { createSandbox } from './create-sandbox.js';
import { say } from './generated/messages.js';
import { moveClock } from './move-clock.js';
import type { SandboxBehaviour } from './sample-conduct.js';

export const SandboxBehaviourEnum: Record<SandboxBehaviour, SandboxBehaviour> = {
  NOBODY: 'NOBODY',
  DILIGENT: 'DILIGENT',
  MIXED: 'MIXED',
};
registerEnumType(SandboxBehaviourEnum, {
  name: 'SandboxBehaviour',
  description: 'What the sample people of a sandbox do while its clock moves.',
  valuesConfig: described({
    NOBODY: 'Nobody does anything, so what is due becomes overdue.',
    DILIGENT: 'Everybody does everything on its due date.',
    MIXED:
      'A believable group: most people are on time, some are late, some work is returned once, and some never arrives.',
  }),
});

@InputType({ description: 'A new sandbox.' })
class CreateSandboxInput {
  @Field(() => String, { description: 'Name of the sandbox, 1 to 100 characters.' })
  name!: string;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'True to copy everybody. False to copy nobody but the viewer.',
  })
  copyPeople?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description:
      'True to copy cohorts with their people, mentors and progress so far. Has no effect when people are not copied.',
  })
  copyCohorts?: boolean | null;
}

@InputType({ description: "How far to move a sandbox's clock." })
class MoveClockInput {
  @Field(() => DateTimeScalar, { description: 'The moment to move to: later than now, by at most 731 days.' })
  to!: string;
  @Field(() => SandboxBehaviourEnum, {
    nullable: true,
    defaultValue: 'NOBODY',
    description: 'What the sample people do in the meantime.',
  })
  people?: SandboxBehaviour | null;
}

/** A request is answered before the edge gives it up; the walk goes on. */
const ANSWER_AFTER_MS = 8_000;

/** As the worker: people who may see a sandbox may know its clock, from outside of it too. */
const clockTargets = (context: RequestContext) =>
  new DataLoader<string, Instant | null>(async (ids) => {
    const rows = await context.database.look((tx) => readClockTargets(tx, ids));
    const targets = new Map(rows.map(({ id, target }) => [id, target]));
    return ids.map((id) => targets.get(id) ?? null);
  });

@Resolver(() => WorkspaceType)
export class SandboxResolver {
  constructor(private readonly walks: ClockWalks) {}

  @Query(() => [WorkspaceType], {
    description: 'The live workspace, followed by those of its sandboxes that the viewer may enter, newest first.',
  })
  async workspaces(@Ctx() context: RequestContext): Promise<WorkspaceType[]> {
    const { viewer, database, clock } = signedIn(context);
    const open = await database.work((tx) => openWorkspaces(tx, viewer));
    return open.map((workspace) => workspaceOf(workspace, clock));
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      "The moment a sandbox's clock is moving to. Null when the clock is not being moved, and always in the live workspace.",
  })
  async clockMovesTo(@Ctx() context: RequestContext, @Root() workspace: WorkspaceType): Promise<string | null> {
    const uuid = uuidOf('Workspace', workspace.id);
    if (workspace.kind !== 'SANDBOX' || uuid === undefined) return null;
    return loaderOf(context, clockTargets).load(uuid);
  }

  @Mutation(() => WorkspacePayload, {
    description:
      "Copies the live workspace's people, plans and cohorts into a sandbox with its own clock, from which no message reaches anybody. Enter it with `enterWorkspace`. For ADMIN, HR and DESIGNER. User errors: INVALID for the name; NOT_NOW inside a sandbox, or when there are 20 sandboxes already.",
  })
  async createSandbox(
    @Ctx() context: RequestContext,
    @InputArg(() => CreateSandboxInput) input: CreateSandboxInput,
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
      'Moves the clock of the sandbox the viewer works in; it only moves forwards. A long move continues after the answer: `clockMovesTo` tells where to, and sending the same request again waits for it. For ADMIN, HR and DESIGNER. User errors: NOT_NOW in the live workspace or while another move is under way; INVALID for a moment that is past or too far ahead.',
  })
  async moveClock(
    @Ctx() context: RequestContext,
    @InputArg(() => MoveClockInput) input: MoveClockInput,
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
        const error = userError('NOT_NOW', say('isMoving'), viewing.language);
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
