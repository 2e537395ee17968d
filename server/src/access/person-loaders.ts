import DataLoader from 'dataloader';
import {
  countMentees,
  type PersonRow,
  type Role,
  readDepartments,
  readPeople,
  readPersonCards,
  readRoles,
  readTeams,
} from '../people/index.js';
import { loaderOf, type RequestContext, signedIn } from './graphql/context.js';
import { type DepartmentType, departmentFrom, type PersonType, personFrom, personFromCard } from './person.type.js';

/** People by uuid with what the viewer may see of each: the file, or the name alone. Absent = not of this workspace. */
const people = (context: RequestContext) =>
  new DataLoader<string, PersonType | null>(async (ids) => {
    const { viewer, database } = signedIn(context);
    const found = await database.read(viewer.scope, async (tx) => {
      const rows = await readPeople(tx, ids);
      const known = new Set(rows.map(({ id }) => id));
      const hidden = ids.filter((id) => !known.has(id));
      return { rows, cards: hidden.length > 0 ? await readPersonCards(tx, hidden) : [] };
    });
    const byId = new Map<string, PersonType>([
      ...found.rows.map((row) => [row.id, personFrom(row)] as const),
      ...found.cards.map((card) => [card.id, personFromCard(card, viewer.workspace)] as const),
    ]);
    return ids.map((id) => byId.get(id) ?? null);
  });

/**
 * A person that something visible mentions (its learner, mentor, reviewer, actor): at least their name.
 * Never for an id that a client sent: use `visiblePerson` there.
 */
export async function mentionedPerson(
  context: RequestContext,
  uuid: string | null | undefined,
): Promise<PersonType | null> {
  return uuid ? loaderOf(context, people).load(uuid) : null;
}

/** A person whose file the viewer may see, or null. */
export async function visiblePerson(context: RequestContext, uuid: string): Promise<PersonType | null> {
  const person = await loaderOf(context, people).load(uuid);
  return person?.visible ? person : null;
}

const departments = (context: RequestContext) =>
  new DataLoader<string, DepartmentType[]>(async (keys) => {
    const { viewer, database } = signedIn(context);
    const rows = await database.read(viewer.scope, readDepartments);
    return keys.map(() => rows.map(departmentFrom));
  });

/** All departments of the viewer's workspace, read once a request. */
export const allDepartments = (context: RequestContext): Promise<DepartmentType[]> =>
  loaderOf(context, departments).load('all');

/** A department of the viewer's workspace, or null. */
export const visibleDepartment = async (context: RequestContext, uuid: string): Promise<DepartmentType | null> =>
  (await allDepartments(context)).find((department) => department.uuid === uuid) ?? null;

const teams = (context: RequestContext) =>
  new DataLoader<string, PersonRow[]>(async (ids) => {
    const { viewer, database } = signedIn(context);
    const rows = await database.read(viewer.scope, (tx) => readTeams(tx, ids));
    return ids.map((id) => rows.filter(({ managerId }) => managerId === id));
  });

export const teamOf = (context: RequestContext, uuid: string): Promise<PersonRow[]> =>
  loaderOf(context, teams).load(uuid);

const roles = (context: RequestContext) =>
  new DataLoader<string, Role[]>(async (ids) => {
    const { viewer, database } = signedIn(context);
    const rows = await database.read(viewer.scope, (tx) => readRoles(tx, ids));
    return ids.map((id) =>
      rows
        .filter(({ personId }) => personId === id)
        .map(({ role }) => role)
        .sort(),
    );
  });

export const rolesOf = (context: RequestContext, uuid: string): Promise<Role[]> => loaderOf(context, roles).load(uuid);

const mentees = (context: RequestContext) =>
  new DataLoader<string, number>(async (ids) => {
    const { viewer, database } = signedIn(context);
    const rows = await database.read(viewer.scope, (tx) => countMentees(tx, ids));
    return ids.map((id) => rows.find(({ mentorId }) => mentorId === id)?.count ?? 0);
  });

export const menteesOf = (context: RequestContext, uuid: string): Promise<number> =>
  loaderOf(context, mentees).load(uuid);
