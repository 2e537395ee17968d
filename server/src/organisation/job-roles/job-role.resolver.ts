import { Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  globalId,
  InputArg,
  loaderOf,
  type NodeSource,
  once,
  one,
  type RequestContext,
  signedIn,
} from '../../access/graphql/index.js';
import { command, PersonType, requireAction } from '../../access/index.js';
import { countPeopleOfJobRoles, readJobRoles } from '../../people/index.js';
import { JobRoleInput, JobRolePayload, JobRoleType, jobRoleFrom } from './job-role.type.js';
import { saveJobRole } from './save-job-role.js';

/** A workspace has some dozens: they are read once a request. */
const allJobRoles = once(async (context: RequestContext): Promise<JobRoleType[]> => {
  const { viewer, database } = signedIn(context);
  const rows = await database.read(viewer.scope, readJobRoles);
  return rows
    .map((row) => jobRoleFrom(row, context.language))
    .sort((one, other) => one.title.localeCompare(other.title, context.language));
});
const peopleCounts = one(countPeopleOfJobRoles, ({ key }) => key);

@Resolver(() => JobRoleType)
export class JobRoleResolver {
  @Query(() => [JobRoleType], { description: 'All job roles of the workspace, by title.' })
  jobRoles(@Ctx() context: RequestContext): Promise<JobRoleType[]> {
    return allJobRoles(context);
  }

  @Mutation(() => JobRolePayload, {
    description:
      'Makes a job role, or changes the title and the duties of one. For ADMIN, and for HR of the whole workspace. User errors: INVALID for the key, the titles or the duties.',
  })
  async saveJobRole(
    @Ctx() context: RequestContext,
    @InputArg(() => JobRoleInput) input: JobRoleInput,
  ): Promise<JobRolePayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'saveJobRole', input.key);
    const outcome = await command(viewing, (act) => saveJobRole(act, input));
    if (!outcome.ok) return { jobRole: null, userErrors: outcome.errors };
    const { jobRoleId } = outcome.value;
    return { jobRole: await jobRoleNodes.load(viewing, jobRoleId), userErrors: [] };
  }

  @FieldResolver(() => Int, { description: 'How many people who work here have it, of those the viewer may see.' })
  async people(@Ctx() context: RequestContext, @Root() { key }: JobRoleType): Promise<number> {
    return (await loaderOf(context, peopleCounts).load(key))?.count ?? 0;
  }
}

@Resolver(() => PersonType)
export class PersonJobResolver {
  @FieldResolver(() => JobRoleType, {
    nullable: true,
    description: 'What the person is employed as. Null when unknown or not visible to the viewer.',
  })
  async job(@Ctx() context: RequestContext, @Root() { jobRole }: PersonType): Promise<JobRoleType | null> {
    if (!jobRole) return null;
    return (await allJobRoles(context)).find(({ key }) => key === jobRole) ?? null;
  }
}

export const jobRoleNodes = {
  type: 'JobRole',
  load: async (context, uuid) => {
    const id = globalId('JobRole', uuid);
    return (await allJobRoles(context)).find((jobRole) => jobRole.id === id) ?? null;
  },
} satisfies NodeSource;
