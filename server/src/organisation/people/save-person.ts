import { notFound } from '../../access/graphql/index.js';
import { type Act, done, type MutationName, NotAllowed, type Outcome, refused } from '../../access/index.js';
import { readPeople } from '../../people/index.js';
import { type OrganisationDeps, organisationAct } from '../organisation-act.js';
import type { PersonChange } from './person-change.js';
import { savePeople } from './save-people.js';

/** One person by hand. Whoever the viewer does not see is not there for them. */
export async function savePerson(
  act: Act,
  deps: OrganisationDeps,
  change: Omit<PersonChange, 'ref' | 'identity'>,
): Promise<Outcome<{ personId: string }>> {
  const { personId } = change;
  if (personId !== undefined && (await readPeople(act.tx, [personId])).length === 0) throw notFound(act);
  const { created, updated, unchanged, rejected } = await savePeople(organisationAct(act, deps), [
    { ...change, ref: 'input' },
  ]);
  const [rejection] = rejected;
  if (rejection) {
    const { code, message, path } = rejection;
    const action: MutationName = personId === undefined ? 'createPerson' : 'updatePerson';
    if (code === 'FORBIDDEN') throw new NotAllowed(action, personId === undefined ? 'Person' : `Person:${personId}`);
    if (code === 'NOT_FOUND' && !path.includes('jobRoleKey')) throw notFound(act);
    return refused({ code: code === 'NOT_FOUND' ? 'INVALID' : code, message, path });
  }
  const [saved] = [...created, ...updated, ...unchanged];
  if (!saved) throw new Error('a person was neither saved nor rejected');
  return done({ personId: saved.personId });
}
