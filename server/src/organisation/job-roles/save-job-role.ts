import { key as keyPattern, LANGUAGES, type LocalizedText, localizedText } from '@planwright/schema/text';
import { userError } from '../../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused, requireAll } from '../../access/index.js';
import { JobRoleEntity } from '../../people/entities.js';
import { keyOfName, readJobRoles } from '../../people/index.js';
import { say } from '../generated/messages.js';
import { lockOrganisation } from '../people/lock-organisation.js';

const LONGEST_TITLE = 200;

/** Makes a job role, or changes the one of this key: its title and duties, never the key, because plans name it. */
export async function saveJobRole(
  act: Act,
  input: { key: string; titles: unknown; duties?: unknown },
): Promise<Outcome<{ jobRoleId: string }>> {
  const { tx, viewer, language } = act;
  requireAll(viewer, 'saveJobRole', `JobRole:${input.key}`);
  const wrong = (path: string, sentence: Parameters<typeof userError>[1]) =>
    refused(userError('INVALID', sentence, language, [path]));
  const titles = textsOf(input.titles, LONGEST_TITLE);
  if (!titles) return wrong('titles', say('jobRole.badTitle'));
  const duties = input.duties == null ? null : textsOf(input.duties, 4000);
  if (duties === undefined) return wrong('duties', say('jobRole.badDuties'));
  await tx.becomeWorker();
  await lockOrganisation(tx, viewer.workspace.id);
  const { id: workspaceId } = viewer.workspace;
  const asked = input.key.trim();
  const before = asked === '' ? null : await tx.em.findOne(JobRoleEntity, { workspaceId, key: asked });
  if (before) {
    await tx.em.nativeUpdate(JobRoleEntity, { id: before.id }, { titles, duties });
    await audited(act, { action: 'saveJobRole', subject: `JobRole:${asked}` });
    return done({ jobRoleId: before.id });
  }
  if (asked !== '' && !keyPattern.safeParse(asked).success) return wrong('key', say('jobRole.badKey'));
  const [title = ''] = Object.values(titles);
  const taken = new Set((await readJobRoles(tx)).map(({ key }) => key));
  const key = asked || keyOfName(titles.en ?? title, taken);
  const jobRoleId = await tx.em.insert(JobRoleEntity, { workspaceId, key, titles, duties });
  await audited(act, { action: 'saveJobRole', subject: `JobRole:${key}`, detail: { made: true } });
  return done({ jobRoleId });
}

/** Texts in the languages of the product, those that say something; undefined where it is something else. */
function textsOf(given: unknown, longest: number): LocalizedText | undefined {
  const parsed = localizedText.safeParse(given);
  if (!parsed.success) return undefined;
  const texts = LANGUAGES.flatMap((language) => {
    const text = parsed.data[language]?.trim();
    return text ? [[language, text] as const] : [];
  });
  return texts.length > 0 && texts.every(([, text]) => text.length <= longest) ? Object.fromEntries(texts) : undefined;
}
