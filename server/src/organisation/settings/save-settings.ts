import { LANGUAGES } from '@planwright/schema/text';
import { isValidZone, type Zone } from '@planwright/schema/time';
import { userError } from '../../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../../access/index.js';
import { statement } from '../../database/index.js';
import { WorkspaceEntity } from '../../people/entities.js';
import type { ReportTargets } from '../../people/index.js';
import { say } from '../generated/messages.js';
import type { OrganisationDeps } from '../organisation-act.js';
import { readSettings, type WorkspaceSettingsRow } from './workspace-settings.js';

export type SettingsChange = Partial<WorkspaceSettingsRow>;

/** The calendars that plans are counted by. */
const CALENDARS = ['cn'];
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const MOST_NAME_CHARACTERS = 200;

const NAME_TAKEN = statement(
  { taken: 'boolean' },
  `select exists (select 1 from workspace w join workspace me on me.id = $1::uuid
     where w.id <> me.id and w.kind = 'LIVE' and me.kind = 'LIVE' and name_key(w.name) = name_key($2)) as taken`,
);

/** Changes what is given and leaves the rest. What was said before stands in the audit trail. */
export async function saveSettings(
  act: Act,
  { listeners }: OrganisationDeps,
  change: SettingsChange,
): Promise<Outcome<WorkspaceSettingsRow>> {
  const { tx, viewer, language, now } = act;
  const workspaceId = viewer.workspace.id;
  await tx.becomeWorker();
  const before = await readSettings(tx, workspaceId);
  const after = { ...before, ...change, name: (change.name ?? before.name).trim() };
  const wrong = problemOf(after);
  if (wrong) return refused(userError('INVALID', wrong.sentence, language, wrong.path));
  if (after.name !== before.name && (await tx.row(NAME_TAKEN, [workspaceId, after.name]))?.taken)
    return refused(userError('TAKEN', say('settings.nameTaken'), language, ['name']));
  const changed = (Object.keys(before) as (keyof WorkspaceSettingsRow)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  if (changed.length === 0) return done(before);
  const { timeZone, ...plain } = after;
  await tx.em.nativeUpdate(WorkspaceEntity, { id: workspaceId }, { ...plain, timeZone });
  await audited(act, {
    action: 'saveWorkspaceSettings',
    subject: `Workspace:${workspaceId}`,
    detail: Object.fromEntries(changed.map((key) => [key, { from: before[key], to: after[key] }])),
  });
  if (changed.includes('workingFrom') || changed.includes('workingTo')) {
    for (const listener of listeners) await listener.changedHours?.(tx, workspaceId, now);
  }
  return done(after);
}

function problemOf(settings: WorkspaceSettingsRow): { path: string[]; sentence: ReturnType<typeof say> } | undefined {
  const { name, locale, timeZone, workingFrom, workingTo, calendar, maxFileMegabytes, reportTargets } = settings;
  if (name === '' || name.length > MOST_NAME_CHARACTERS) return { path: ['name'], sentence: say('settings.badName') };
  if (!LANGUAGES.some((known) => known === locale)) return { path: ['locale'], sentence: say('person.badLocale') };
  if (!isValidZone(timeZone as Zone)) return { path: ['timeZone'], sentence: say('person.badTimeZone') };
  if (!TIME.test(workingFrom)) return { path: ['workingFrom'], sentence: say('settings.badTime') };
  if (!TIME.test(workingTo)) return { path: ['workingTo'], sentence: say('settings.badTime') };
  if (workingFrom >= workingTo) return { path: ['workingTo'], sentence: say('settings.noHours') };
  if (!CALENDARS.includes(calendar)) return { path: ['calendar'], sentence: say('settings.badCalendar') };
  if (!(maxFileMegabytes >= 1 && maxFileMegabytes <= 200))
    return { path: ['maxFileMegabytes'], sentence: say('settings.badFileSize') };
  const bad = (Object.keys(reportTargets) as (keyof ReportTargets)[]).find(
    (key) => !(reportTargets[key] >= 0 && reportTargets[key] <= (key === 'quality' ? 100 : 1)),
  );
  return bad ? { path: ['reportTargets', bad], sentence: say('settings.badTarget') } : undefined;
}
