import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { InputArg, type RequestContext, signedIn } from '../../access/graphql/index.js';
import { command, requireAction } from '../../access/index.js';
import type { ReportTargets } from '../../people/index.js';
import type { OrganisationDeps } from '../organisation-act.js';
import { saveSettings } from './save-settings.js';
import { WorkspaceSettingsInput, WorkspaceSettingsPayload, WorkspaceSettingsType } from './settings.type.js';
import { readSettings } from './workspace-settings.js';

@Resolver()
export class SettingsResolver {
  constructor(private readonly deps: OrganisationDeps) {}

  @Query(() => WorkspaceSettingsType, {
    description: 'The settings of the workspace the session works in. For everybody who is signed in.',
  })
  workspaceSettings(@Ctx() context: RequestContext): Promise<WorkspaceSettingsType> {
    const { viewer, database } = signedIn(context);
    return database.read(viewer.scope, (tx) => readSettings(tx, viewer.workspace.id));
  }

  @Mutation(() => WorkspaceSettingsPayload, {
    description:
      'Changes settings of the workspace. Other working hours move the deadlines of reviews that wait. For ADMIN. User errors: INVALID, TAKEN when another workspace has the name.',
  })
  async saveWorkspaceSettings(
    @Ctx() context: RequestContext,
    @InputArg(() => WorkspaceSettingsInput) input: WorkspaceSettingsInput,
  ): Promise<WorkspaceSettingsPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'saveWorkspaceSettings');
    const { reportTargets, ...plain } = input;
    const outcome = await command(viewing, async (act) => {
      const now = await readSettings(act.tx, viewing.viewer.workspace.id);
      const targets: ReportTargets = { ...now.reportTargets, ...given(reportTargets ?? {}) };
      return saveSettings(act, this.deps, { ...given(plain), ...(reportTargets ? { reportTargets: targets } : {}) });
    });
    if (!outcome.ok) return { settings: null, userErrors: outcome.errors };
    return { settings: outcome.value, userErrors: [] };
  }
}

type Given<T> = { [Key in keyof T]?: NonNullable<T[Key]> };

/** What is null or absent stays as it is. */
function given<T extends object>(input: T): Given<T> {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<T>;
}
