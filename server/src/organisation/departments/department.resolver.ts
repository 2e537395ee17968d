import { Ctx, Mutation, Resolver } from 'type-graphql';
import {
  InputArg,
  type RequestContext,
  signedIn,
  type UserErrorData,
  uuidOrNotFound,
} from '../../access/graphql/index.js';
import { command, REACH_CHANGED, requireAction, visibleDepartment } from '../../access/index.js';
import type { OrganisationDeps } from '../organisation-act.js';
import { DepartmentInput, MergeDepartmentInput, UpdateDepartmentInput } from './department.inputs.js';
import { DepartmentPayload } from './department.payload.js';
import { mergeDepartment } from './merge-department.js';
import { createDepartment, updateDepartment } from './save-department.js';

@Resolver()
export class DepartmentActsResolver {
  constructor(private readonly deps: OrganisationDeps) {}

  @Mutation(() => DepartmentPayload, {
    description:
      'Makes a department. For ADMIN, and for HR of the whole workspace. User errors: INVALID for the name or a closed parent; TAKEN when there is one of this name beside it.',
  })
  async createDepartment(
    @Ctx() context: RequestContext,
    @InputArg(() => DepartmentInput) input: DepartmentInput,
  ): Promise<DepartmentPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'createDepartment');
    const parentId = input.parentId == null ? null : uuidOrNotFound(viewing, 'Department', input.parentId);
    return answer(context, await command(viewing, (act) => createDepartment(act, { name: input.name, parentId })));
  }

  @Mutation(() => DepartmentPayload, {
    description:
      'Renames, moves, closes or opens a department. For ADMIN, and for HR of the whole workspace. User errors: INVALID for the name, a closed parent, or a department that is closed while it has people or open departments; TAKEN when there is one of this name beside it; CYCLE when it would be part of itself.',
  })
  async updateDepartment(
    @Ctx() context: RequestContext,
    @InputArg(() => UpdateDepartmentInput) input: UpdateDepartmentInput,
  ): Promise<DepartmentPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'updateDepartment', input.departmentId);
    const { name, parentId, closed } = input;
    const change = {
      departmentId: uuidOrNotFound(viewing, 'Department', input.departmentId),
      ...(name == null ? {} : { name }),
      ...(parentId === undefined
        ? {}
        : { parentId: parentId === null ? null : uuidOrNotFound(viewing, 'Department', parentId) }),
      ...(closed == null ? {} : { closed }),
    };
    return answer(context, await command(viewing, (act) => updateDepartment(act, change)));
  }

  @Mutation(() => DepartmentPayload, {
    description:
      'Makes one department of two. The key of the one that goes stays as an alias: plans that name it mean the people of the other one. For ADMIN, and for HR of the whole workspace. User errors: CYCLE when the one that stays is part of the other; INVALID when it is closed.',
  })
  async mergeDepartment(
    @Ctx() context: RequestContext,
    @InputArg(() => MergeDepartmentInput) input: MergeDepartmentInput,
  ): Promise<DepartmentPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'mergeDepartment', input.fromId);
    const fromId = uuidOrNotFound(viewing, 'Department', input.fromId);
    const intoId = uuidOrNotFound(viewing, 'Department', input.intoId);
    return answer(context, await command(viewing, (act) => mergeDepartment(act, this.deps, { fromId, intoId })));
  }
}

/** Which people somebody covers follows the tree: whoever watches a stream is looked at again. */
async function answer(
  context: RequestContext,
  outcome: { ok: true; value: { departmentId: string } } | { ok: false; errors: UserErrorData[] },
): Promise<DepartmentPayload> {
  if (!outcome.ok) return { department: null, userErrors: outcome.errors };
  await context.database.notify(REACH_CHANGED, '');
  return { department: await visibleDepartment(context, outcome.value.departmentId), userErrors: [] };
}
