import type { Instant } from '@planwright/schema/time';
import type { Tx } from '../../database/sql.js';
import {
  type DeliveryHours,
  deferToOpening,
  isOpen,
  type LogicalChannel,
  type ReminderSettings,
} from '../engine/index.js';
import type { RuleQuestion } from '../plan/ask-rules.js';
import { deferOccurrences, endOccurrences, type OccurrenceRow } from '../plan/occurrence-rows.js';
import { type Recipient, readRecipients, readSubjects, type Subjects } from '../plan/subjects.js';
import { hoursIn, readReminderSettings } from '../plan/workspace-hours.js';
import type { ReminderDeps } from '../ports.js';
import { catchUpOf } from './catch-up.js';
import { claimDue } from './claim-due.js';
import { recheckQuestions } from './recheck-occurrences.js';

/** What may go out now, with everything that deciding about it needs. */
export interface DueNow {
  /** All that was claimed, also what expired or was put off. */
  claimed: number;
  due: OccurrenceRow[];
  subjects: Subjects;
  people: Map<string, Recipient>;
  settings: ReminderSettings;
  questions: RuleQuestion[];
}

export const hoursOf = ({ zone }: Recipient, { settings, subjects }: DueNow): DeliveryHours =>
  hoursIn(zone, settings, subjects.environment);

/** Claims what is due on these channels; what has become pointless expires, and messages to people who may not be disturbed now wait. */
export async function gatherDue(
  tx: Tx,
  deps: ReminderDeps,
  workspaceId: string,
  now: Instant,
  channels: readonly LogicalChannel[],
  most: number,
): Promise<DueNow | undefined> {
  const claimed = await claimDue(tx, workspaceId, now, channels, most);
  if (claimed.length === 0) return undefined;
  const distinct = (ids: string[]) => [...new Set(ids)];
  const subjects = await readSubjects(tx, deps, workspaceId, distinct(claimed.map((o) => o.enrolmentId)), now);
  const people = await readRecipients(tx, distinct(claimed.map((o) => o.recipientId)));
  const settings = await readReminderSettings(tx, workspaceId);
  const gathered: DueNow = { claimed: claimed.length, due: [], subjects, people, settings, questions: [] };

  const { send, expire } = catchUpOf(claimed, now, ({ catchUp }) => catchUp);
  const later: { id: string; deliverAt: Instant }[] = [];
  for (const occurrence of send) {
    const person = people.get(occurrence.recipientId);
    const hours = person && hoursOf(person, gathered);
    if (!hours || isOpen(now, hours)) gathered.due.push(occurrence);
    else later.push({ id: occurrence.id, deliverAt: deferToOpening(now, hours) });
  }
  await endOccurrences(
    tx,
    expire.map(({ occurrence: { id }, reason: { code, text } }) => ({ id, state: 'EXPIRED', code, text })),
  );
  await deferOccurrences(tx, later);
  gathered.questions = await recheckQuestions(tx, deps, workspaceId, gathered.due, subjects);
  return gathered;
}
