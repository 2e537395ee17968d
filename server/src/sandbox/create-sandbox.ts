import { userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { statement } from '../database/index.js';
import { copyWorkspace } from './copy-workspace.js';
import { say } from './generated/messages.js';

export interface CreateSandbox {
  name: string;
  /** false = nobody but who creates it. */
  copyPeople: boolean;
  /** With their people, and how far everybody is; only where the people are copied. */
  copyCohorts: boolean;
}

/** Nobody deletes sandboxes, and each holds a copy of everybody. */
export const MOST_SANDBOXES = 20;

const MADE = statement(
  { id: 'uuid' },
  `
insert into workspace (name, kind, clock_offset_ms, time_zone, locale, working_from, working_to, calendar, demo, leaver_enrolments, created_at, origin_id)
select $2, 'SANDBOX', clock_offset_ms, time_zone, locale, working_from, working_to, calendar, demo, leaver_enrolments, $3::timestamptz, id
from workspace where id = $1::uuid returning id`,
);

const LOCK_WORKSPACE = statement({ id: 'uuid' }, 'select id from workspace where id = $1::uuid for update');

const FIND_WORKSPACE = statement(
  { sandboxes: 'int' },
  'select count(*)::int as sandboxes from workspace where origin_id = $1::uuid',
);

/** A copy of the viewer's live workspace, in which nothing that happens reaches anybody. */
export async function createSandbox(act: Act, input: CreateSandbox): Promise<Outcome<string>> {
  const { tx, viewer, language, now } = act;
  const name = input.name.trim();
  if (name === '' || name.length > 100) return refused(userError('INVALID', say('nameMissing'), language, ['name']));
  if (viewer.workspace.kind !== 'LIVE') return refused(userError('NOT_NOW', say('copiesLiveOnly'), language));

  await tx.becomeWorker();
  const live = viewer.workspace.id;
  // One at a time, so that the count holds.
  await tx.rows(LOCK_WORKSPACE, [live]);
  const known = await tx.row(FIND_WORKSPACE, [live]);
  if (known && known.sandboxes >= MOST_SANDBOXES)
    return refused(userError('NOT_NOW', say('tooMany', { most: MOST_SANDBOXES }), language));
  const made = await tx.row(MADE, [live, name, now]);
  if (!made) throw new Error('no sandbox was inserted');
  await copyWorkspace(tx, {
    from: live,
    into: made.id,
    only: input.copyPeople ? undefined : viewer.personId,
    cohorts: input.copyPeople && input.copyCohorts,
    now,
  });
  await audited(act, { action: 'createSandbox', subject: `Workspace:${made.id}` });
  return done(made.id);
}
