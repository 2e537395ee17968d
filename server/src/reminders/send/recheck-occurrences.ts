import { addMs, type Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';
import { expandOccurrences } from '../engine/expand-occurrences.js';
import type { PlannedOccurrence, Reason } from '../engine/occurrence.js';
import { askRules, type RuleAnswers, RuleFinder, type RuleQuestion } from '../plan/ask-rules.js';
import type { OccurrenceToStore } from '../plan/occurrence-rows.js';
import type { Recipient, Subjects } from '../plan/subjects.js';
import type { ReminderDeps } from '../ports.js';
import type { DueOccurrence, NeededOccurrence } from './due.js';
import { recheck } from './recheck.js';

export interface RecheckedOccurrences {
  /** Still needed, with what they say now. */
  needed: NeededOccurrence[];
  gone: { id: string; reason: Reason }[];
  /** Nobody could say: their rule does not answer now. */
  undecided: DueOccurrence[];
  /** For people who have come into a role since: to be planned. */
  added: OccurrenceToStore[];
}

/** What to ask before sending these: each rule once for each instant. */
export async function recheckQuestions(
  sql: Sql,
  deps: Pick<ReminderDeps, 'rules'>,
  workspaceId: string,
  occurrences: readonly DueOccurrence[],
  { byEnrolment }: Subjects,
): Promise<RuleQuestion[]> {
  const finder = new RuleFinder(deps, workspaceId);
  const questions = new Map<string, RuleQuestion>();
  for (const { enrolmentId, ruleKey, at } of occurrences) {
    const subject = byEnrolment.get(enrolmentId);
    const reminder = subject?.definition.reminders?.find(({ key }) => key === ruleKey);
    if (!subject?.active || !reminder) continue;
    const key = `${subject.versionId} ${ruleKey} ${at}`;
    const question = questions.get(key);
    if (!question) {
      const rule = await finder.find(sql, subject.versionId, reminder.use);
      questions.set(key, { reminder, rule, subjects: [subject], from: at, until: addMs(at, 1) });
    } else if (!question.subjects.includes(subject)) question.subjects.push(subject);
  }
  return [...questions.values()];
}

/** Asks, outside any transaction, and decides for each occurrence. */
export async function recheckOccurrences(
  questions: readonly RuleQuestion[],
  occurrences: readonly DueOccurrence[],
  subjects: Subjects,
  people: ReadonlyMap<string, Recipient>,
): Promise<RecheckedOccurrences> {
  const answers = await askRules(questions, subjects.environment);
  const { fresh, catchUps } = freshOf(answers);
  const failed = new Set(
    answers.failed.flatMap(({ reminder, from, subjects }) =>
      subjects.map(({ enrolmentId }) => seriesKey(enrolmentId, reminder.key, from)),
    ),
  );
  const result: RecheckedOccurrences = { needed: [], gone: [], undecided: [], added: [] };
  const known = new Set(occurrences.map(({ id }) => id));
  for (const occurrence of occurrences) {
    const { enrolmentId, ruleKey, at, recipientId } = occurrence;
    const series = seriesKey(enrolmentId, ruleKey, at);
    const active =
      (subjects.byEnrolment.get(enrolmentId)?.active ?? false) && (people.get(recipientId)?.active ?? false);
    if (active && failed.has(series)) {
      result.undecided.push(occurrence);
      continue;
    }
    const verdict = recheck(occurrence, fresh.get(series) ?? [], active);
    if (verdict.needed) result.needed.push({ ...occurrence, about: verdict.about });
    else result.gone.push({ id: occurrence.id, reason: verdict.reason });
  }
  const wanted = new Set(
    occurrences.map(({ enrolmentId, ruleKey, key }) => JSON.stringify([enrolmentId, ruleKey, key])),
  );
  for (const [series, list] of fresh) {
    for (const occurrence of list) {
      const firing = JSON.stringify([occurrence.enrolmentId, occurrence.ruleKey, occurrence.key]);
      if (known.has(occurrence.id) || !wanted.has(firing)) continue;
      const like = occurrences.find(
        ({ enrolmentId, key }) => enrolmentId === occurrence.enrolmentId && key === occurrence.key,
      );
      const catchUp = catchUps.get(series) ?? 'LATEST';
      result.added.push({ ...occurrence, catchUp, provisional: like?.provisional ?? false, deliverAt: occurrence.at });
    }
  }
  return result;
}

const seriesKey = (enrolmentId: string, ruleKey: string, at: Instant): string => `${enrolmentId} ${ruleKey} ${at}`;

function freshOf({ answered }: RuleAnswers) {
  const fresh = new Map<string, PlannedOccurrence[]>();
  const catchUps = new Map<string, OccurrenceToStore['catchUp']>();
  for (const { reminder, rule, firings, subjects, from } of answered) {
    for (const subject of subjects) {
      const series = seriesKey(subject.enrolmentId, reminder.key, from);
      const own = firings.get(subject.enrolmentId) ?? [];
      fresh.set(series, expandOccurrences(subject.enrolmentId, reminder, own, subject.recipients));
      catchUps.set(series, rule.catchUp);
    }
  }
  return { fresh, catchUps };
}
