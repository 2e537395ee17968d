import { addMs, type Instant } from '@planwright/schema/time';
import { statement } from '../../database/index.js';
import { type Workplace, wayOf } from '../deliver/way.js';
import type { ReminderDeps } from '../ports.js';
import type { NamedWay } from '../send/write-messages.js';
import { readSystemMail } from '../set-system-mail.js';

/** Letters leave by the integration for system mail and by nothing else: whoever they are for may not get into the inbox. */
export async function wayOfLetters(deps: ReminderDeps, workplace: Workplace): Promise<NamedWay | undefined> {
  const integrationId = await deps.database.look((tx) => readSystemMail(tx, workplace.workspaceId));
  const way = await wayOf(deps, workplace, { key: 'letters', integrationId, contribution: null });
  return way.kind === 'INBOX' ? undefined : { ...way, logical: 'email' };
}

/** While nothing can send them, they are looked at once a minute. */
const PAUSE_MS = 60_000;

const PUT_OFF = statement(
  {},
  `update notice set deliver_at = $3 where workspace_id = $1::uuid and source = any($4::text[]) and state = 'PLANNED'
   and deliver_at <= $2`,
);

export const putOffLetters = (
  { database }: ReminderDeps,
  workspaceId: string,
  now: Instant,
  sources: readonly string[],
): Promise<object[]> => database.work((tx) => tx.rows(PUT_OFF, [workspaceId, now, addMs(now, PAUSE_MS), sources]));
