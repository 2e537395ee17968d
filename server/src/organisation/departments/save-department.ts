import { notFound, userError } from '../../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused, requireAll } from '../../access/index.js';
import { statement } from '../../database/index.js';
import { DepartmentEntity } from '../../people/entities.js';
import { keyOfName } from '../../people/index.js';
import { say } from '../generated/messages.js';
import { lockOrganisation } from '../people/lock-organisation.js';
import { isWithin, readTree, type TreeDepartment } from './read-tree.js';

export interface DepartmentChange {
  departmentId: string;
  name?: string;
  /** null = the top. */
  parentId?: string | null;
  closed?: boolean;
}

type Saved = Outcome<{ departmentId: string }>;
type Tree = ReadonlyMap<string, TreeDepartment>;

const nameOf = (name: string): string => name.trim().replace(/\s+/gu, ' ');
const isName = (name: string): boolean => name !== '' && name.length <= 200;

export async function createDepartment(
  act: Act,
  { name, parentId }: { name: string; parentId: string | null },
): Promise<Saved> {
  const { tx, viewer, language } = act;
  requireAll(viewer, 'createDepartment', 'Department');
  await tx.becomeWorker();
  await lockOrganisation(tx, viewer.workspace.id);
  const tree = await readTree(tx, viewer.workspace.id);
  const called = nameOf(name);
  if (!isName(called)) return refused(userError('INVALID', say('department.badName'), language, ['name']));
  const wrong = wrongParent(act, tree, parentId) ?? twin(act, tree, { name: called, parentId });
  if (wrong) return wrong;
  const key = keyOfName(called, new Set([...tree.values()].map((department) => department.key)));
  const departmentId = await tx.em.insert(DepartmentEntity, {
    workspaceId: viewer.workspace.id,
    key,
    name: called,
    parentId,
  });
  await audited(act, { action: 'createDepartment', subject: `Department:${departmentId}`, detail: { key, parentId } });
  return done({ departmentId });
}

export async function updateDepartment(act: Act, change: DepartmentChange): Promise<Saved> {
  const { tx, viewer, language, now } = act;
  const { departmentId } = change;
  requireAll(viewer, 'updateDepartment', `Department:${departmentId}`);
  await tx.becomeWorker();
  await lockOrganisation(tx, viewer.workspace.id);
  const tree = await readTree(tx, viewer.workspace.id);
  const before = tree.get(departmentId);
  if (!before || before.merged) throw notFound(act);
  const name = change.name === undefined ? before.name : nameOf(change.name);
  if (!isName(name)) return refused(userError('INVALID', say('department.badName'), language, ['name']));
  const parentId = change.parentId === undefined ? before.parentId : change.parentId;
  const closed = change.closed ?? before.closedAt !== null;
  const moves = parentId !== before.parentId;
  const opens = !closed && before.closedAt !== null;
  if (parentId !== null && isWithin(tree, parentId, departmentId))
    return refused(userError('CYCLE', say('department.cycle'), language, ['parentId']));
  const wrong =
    (moves || opens ? wrongParent(act, tree, parentId) : undefined) ??
    (moves || name !== before.name ? twin(act, tree, { name, parentId }, departmentId) : undefined) ??
    (closed && before.closedAt === null ? await stillUsed(act, tree, departmentId) : undefined);
  if (wrong) return wrong;
  await tx.em.nativeUpdate(
    DepartmentEntity,
    { id: departmentId, workspaceId: viewer.workspace.id },
    { name, parentId, closedAt: closed ? (before.closedAt ?? now) : null },
  );
  await audited(act, {
    action: 'updateDepartment',
    subject: `Department:${departmentId}`,
    detail: {
      ...(name === before.name ? {} : { name: { from: before.name, to: name } }),
      ...(moves ? { parentId: { from: before.parentId, to: parentId } } : {}),
      ...(closed === (before.closedAt !== null) ? {} : { closed }),
    },
  });
  return done({ departmentId });
}

function wrongParent(act: Act, tree: Tree, parentId: string | null): Saved | undefined {
  if (parentId === null) return undefined;
  const parent = tree.get(parentId);
  if (!parent || parent.merged) throw notFound(act);
  return parent.closedAt === null
    ? undefined
    : refused(userError('INVALID', say('department.parentClosed'), act.language, ['parentId']));
}

/** Side by side, two of one name could not be told apart. */
function twin(
  { language }: Act,
  tree: Tree,
  { name, parentId }: { name: string; parentId: string | null },
  besides?: string,
): Saved | undefined {
  const there = [...tree.values()].some(
    (other) => other.id !== besides && !other.merged && other.parentId === parentId && other.name === name,
  );
  return there ? refused(userError('TAKEN', say('department.nameTaken'), language, ['name'])) : undefined;
}

const COUNT_PEOPLE = statement(
  { count: 'int' },
  'select count(*)::int as count from person where department_id = $1::uuid and active',
);

async function stillUsed({ tx, language }: Act, tree: Tree, departmentId: string): Promise<Saved | undefined> {
  const people = (await tx.row(COUNT_PEOPLE, [departmentId]))?.count ?? 0;
  const below = [...tree.values()].filter(
    ({ parentId, closedAt }) => parentId === departmentId && closedAt === null,
  ).length;
  return people + below === 0
    ? undefined
    : refused(userError('INVALID', say('department.stillUsed', { people, departments: below }), language, ['closed']));
}
