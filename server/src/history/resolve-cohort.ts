import type { Environment } from '@planwright/schema/engine';
import { earlierOf, type Instant, instantAt, type PlainDate, type Zone } from '@planwright/schema/time';
import { isPlausibleStart } from '../enrolments/index.js';
import { readMoment } from './cells.js';
import type { HistoryAct } from './decide-history.js';
import { say } from './generated/messages.js';
import { historyId } from './history-id.js';
import type { CohortLine, EnrolmentLine, EventLine } from './history-rows.js';
import type { KnownPerson } from './import-people.js';
import type { NotTaken } from './not-taken.js';

/** One enrolment of the files with what is new of it. */
export interface ResolvedEnrolment {
  id: string;
  person: KnownPerson;
  mentorId: string | null;
  startsOn: PlainDate;
  zone: Zone;
  enrolledAt: Instant;
  /** In the order of their moments. */
  acts: HistoryAct[];
}

/** What a cohort is made of, as the files name it. */
export interface CohortRows {
  cohort: CohortLine;
  enrolments: readonly EnrolmentLine[];
  events: readonly EventLine[];
}

/** What rows are looked up in. */
export interface CohortContext {
  cohortId: string;
  people: ReadonlyMap<string, KnownPerson>;
  environment: Environment;
  /** Digests of rows that were taken before. */
  known: ReadonlySet<string>;
  files: { enrolments: string; events: string };
}

export interface ResolvedCohort {
  enrolments: ResolvedEnrolment[];
  notTaken: NotTaken[];
  /** Rows that an earlier import has taken. */
  knownRows: number;
}

export const enrolmentId = (cohortId: string, personId: string): string => historyId(cohortId, personId);

/** Looks up everything that the rows of a cohort name, and puts the acts of each person in order. */
export function resolveCohort({ cohort, enrolments, events }: CohortRows, context: CohortContext): ResolvedCohort {
  const notTaken: NotTaken[] = [];
  const byPerson = resolveEnrolments(cohort, enrolments, context, notTaken);
  const seen = new Map<string, number>();
  let knownRows = 0;
  for (const row of events) {
    const leave = (code: NotTaken['code'], text: NotTaken['text']) =>
      void notTaken.push({ file: context.files.events, line: row.line, code, text });
    const enrolment = byPerson.get(row.personKey);
    if (!enrolment) {
      if (context.people.has(row.personKey)) leave('NOT_ENROLLED', say('notEnrolled'));
      else leave('UNKNOWN_PERSON', say('unknownPerson', { key: row.personKey }));
      continue;
    }
    const before = seen.get(row.digest);
    if (before !== undefined) {
      leave('DUPLICATE', say('duplicate', { line: before }));
      continue;
    }
    seen.set(row.digest, row.line);
    const act = resolveAct(row, enrolment.zone, context, leave);
    if (!act) continue;
    if (context.known.has(row.digest)) knownRows += 1;
    else enrolment.acts.push(act);
  }
  const resolved = [...byPerson.values()];
  for (const { acts } of resolved) acts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.row.line - b.row.line));
  return { enrolments: resolved, notTaken, knownRows };
}

function resolveEnrolments(
  cohort: CohortLine,
  lines: readonly EnrolmentLine[],
  { cohortId, people, environment, files }: CohortContext,
  notTaken: NotTaken[],
): Map<string, ResolvedEnrolment> {
  const byPerson = new Map<string, ResolvedEnrolment>();
  const lineOf = new Map<string, number>();
  for (const line of lines) {
    const leave = (code: NotTaken['code'], text: NotTaken['text']) =>
      void notTaken.push({ file: files.enrolments, line: line.line, code, text });
    const person = people.get(line.personKey);
    const before = lineOf.get(line.personKey);
    const mentor = line.mentorKey === null ? null : people.get(line.mentorKey);
    const startsOn = line.startsOn ?? cohort.startsOn;
    if (before !== undefined) leave('DUPLICATE', say('duplicate', { line: before }));
    else if (!person) leave('UNKNOWN_PERSON', say('unknownPerson', { key: line.personKey }));
    else if (mentor === undefined) leave('UNKNOWN_PERSON', say('unknownPerson', { key: line.mentorKey ?? '' }));
    else if (!isPlausibleStart(startsOn)) leave('BAD_DATE', say('badDate', { name: 'starts_on' }));
    else {
      const { zone } = person;
      const start = instantAt(startsOn, '00:00', zone);
      const usual = earlierOf(start, environment.now);
      const enrolledAt = line.enrolledAt === null ? usual : readMoment(line.enrolledAt, zone);
      if (enrolledAt === null) leave('BAD_DATE', say('badDate', { name: 'enrolled_at' }));
      else if (enrolledAt > environment.now) leave('IN_FUTURE', say('inFuture'));
      else {
        const id = enrolmentId(cohortId, person.id);
        byPerson.set(line.personKey, {
          id,
          person,
          mentorId: mentor?.id ?? null,
          startsOn,
          zone,
          enrolledAt,
          acts: [],
        });
        lineOf.set(line.personKey, line.line);
      }
    }
  }
  return byPerson;
}

function resolveAct(
  row: EventLine,
  zone: Zone,
  { people, environment }: CohortContext,
  leave: (code: NotTaken['code'], text: NotTaken['text']) => void,
): HistoryAct | undefined {
  const at = readMoment(row.at, zone);
  const dueAt = row.due === null ? null : dueMoment(row.due, zone);
  const by = row.byKey === null ? null : people.get(row.byKey);
  if (at === null) leave('BAD_DATE', say('badDate', { name: 'at' }));
  else if (at > environment.now) leave('IN_FUTURE', say('inFuture'));
  else if (row.due !== null && dueAt === null) leave('BAD_DATE', say('badDate', { name: 'due' }));
  else if (by === undefined) leave('UNKNOWN_PERSON', say('unknownPerson', { key: row.byKey ?? '' }));
  else return { row, at, byId: by?.id ?? null, dueAt };
  return undefined;
}

/** A due date without a time ends with its day, as in plans. */
const dueMoment = (text: string, zone: Zone): Instant | null =>
  readMoment(/[T ]/.test(text) ? text : `${text}T23:59`, zone);
