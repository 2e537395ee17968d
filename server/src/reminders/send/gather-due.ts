import type { Instant } from '@planwright/schema/time';
import type { Tx } from '../../database/index.js';
import type { DeliveryHours } from '../engine/deliver-at.js';
import { deferToOpening, isOpen } from '../engine/opening.js';
import { reason } from '../engine/reasons.js';
import type { ReminderSettings } from '../engine/settings.js';
import { letterSources } from '../notices/notice.js';
import { withAddresses } from '../notices/notice-words.js';
import type { RuleQuestion } from '../plan/ask-rules.js';
import { type Recipient, readRecipients, readSubjects, type Subjects } from '../plan/subjects.js';
import { hoursIn, readReminderSettings } from '../plan/workspace-hours.js';
import type { ReminderDeps } from '../ports.js';
import { catchUpOf, isStale } from './catch-up.js';
import { type Claim, claimDue } from './claim-due.js';
import { type Due, isLetter } from './due.js';
import { deferDue, endDue } from './due-rows.js';
import { recheckQuestions } from './recheck-occurrences.js';

/** What may go out now, with everything that deciding about it needs. */
export interface DueNow {
  /** All that was claimed, also what expired or was put off. */
  claimed: number;
  due: Due[];
  subjects: Subjects;
  people: Map<string, Recipient>;
  settings: ReminderSettings;
  questions: RuleQuestion[];
}

export const hoursOf = (
  { zone }: Recipient,
  { settings, subjects }: Pick<DueNow, 'settings' | 'subjects'>,
): DeliveryHours => hoursIn(zone, settings, subjects.environment);

/** Claims what is due; what has become pointless expires, and messages to people who may not be disturbed now wait. */
export async function gatherDue(
  tx: Tx,
  deps: ReminderDeps,
  workspaceId: string,
  now: Instant,
  claim: Claim,
): Promise<DueNow | undefined> {
  const found = await claimDue(tx, workspaceId, now, claim, letterSources(deps.notices));
  if (found.length === 0) return undefined;
  const occurrences = found.filter((due) => due.kind === 'OCCURRENCE');
  const notices = await withAddresses(
    tx,
    deps,
    found.filter((due) => due.kind === 'NOTICE'),
  );
  const claimed: Due[] = [...occurrences, ...notices];
  const known = await readAbout(tx, deps, workspaceId, claimed, now);
  const caughtUp = catchUpOf(occurrences, now, ({ catchUp }) => catchUp);
  const isPointless = (due: Due) => isStale(due, now) || known.people.get(due.recipientId)?.active !== true;
  const due: Due[] = [];
  const later: (Due & { deliverAt: Instant })[] = [];
  for (const one of [...caughtUp.send, ...notices.filter((notice) => !isPointless(notice))]) {
    const person = known.people.get(one.recipientId);
    const hours = person && hoursOf(person, known);
    if (!hours || isLetter(one) || isOpen(now, hours)) due.push(one);
    else later.push({ ...one, deliverAt: deferToOpening(now, hours) });
  }
  await endDue(tx, [
    ...caughtUp.expire.map(({ occurrence, reason: why }) => ({
      due: occurrence,
      state: 'EXPIRED' as const,
      reason: why,
    })),
    ...notices
      .filter(isPointless)
      .map((notice) => ({ due: notice, state: 'EXPIRED' as const, reason: reason('stale') })),
  ]);
  await deferDue(tx, later);
  return {
    ...known,
    claimed: claimed.length,
    due,
    questions: await questionsAbout(tx, deps, workspaceId, due, known.subjects),
  };
}

/** The enrolments, people and settings that some due things are about. */
export async function readAbout(
  tx: Tx,
  deps: ReminderDeps,
  workspaceId: string,
  list: readonly Due[],
  now: Instant,
): Promise<Pick<DueNow, 'subjects' | 'people' | 'settings'>> {
  const distinct = (ids: string[]) => [...new Set(ids)];
  const enrolments = distinct(list.flatMap((due) => (due.kind === 'OCCURRENCE' ? [due.enrolmentId] : [])));
  const subjects = await readSubjects(tx, deps, workspaceId, enrolments, now);
  const people = await readRecipients(tx, distinct(list.map(({ recipientId }) => recipientId)));
  return { subjects, people, settings: await readReminderSettings(tx, workspaceId) };
}

export const questionsAbout = (
  tx: Tx,
  deps: ReminderDeps,
  workspaceId: string,
  list: readonly Due[],
  subjects: Subjects,
): Promise<RuleQuestion[]> =>
  recheckQuestions(
    tx,
    deps,
    workspaceId,
    list.filter((due) => due.kind === 'OCCURRENCE'),
    subjects,
  );
