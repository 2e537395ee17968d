import { becomeWriter, type OrganisationAct } from '../organisation-act.js';
import { trimmed } from './check-values.js';
import { readKnownPeople } from './known-people.js';
import { lockOrganisation } from './lock-organisation.js';
import type { PersonChange, SavedPeople, SavedPerson } from './person-change.js';
import { weighPeople } from './weigh-people.js';
import { linksDifferently, type Weighed } from './weigh-person.js';
import { writePeople } from './write-people.js';

/**
 * The one way in which people are made and changed: by hand, from a file, by a directory, at a sign-in. It asks who may, who owns what,
 * and what would clash; the good ones are written, the others answered with why. As many statements for one person as for ten
 * thousand. `dryRun` writes nothing.
 */
export async function savePeople(
  act: OrganisationAct,
  changes: readonly PersonChange[],
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<SavedPeople> {
  await becomeWriter(act);
  const { tx, workspaceId, language } = act;
  if (!dryRun) await lockOrganisation(tx, workspaceId);
  const wanted = changes.map(trimmed);
  const known = await readKnownPeople(tx, workspaceId, wanted);
  const { weighed, rejected } = weighPeople(act, known, wanted);
  const changed = weighed.filter((one) => one.changes.length > 0 || linksDifferently(one.before, one.change));
  if (!dryRun && changed.length > 0) await writePeople(act, changed);
  const written = new Set(changed);
  const isUpdated = (one: Weighed) => one.before !== undefined && written.has(one);
  return {
    created: weighed.filter(({ before }) => !before).map(saved),
    updated: weighed.filter(isUpdated).map(saved),
    unchanged: weighed.filter((one) => one.before && !isUpdated(one)).map(saved),
    rejected: rejected.map(({ ref, code, path, sentence }) => ({ ref, code, path, message: sentence[language] })),
  };
}

const saved = ({ change: { ref }, personId, changes }: Weighed): SavedPerson => ({ ref, personId, changes });
