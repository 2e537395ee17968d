import { mondayOf, type PlainDate, plainDateIn } from '@planwright/schema/time';
import { notFound, type UserErrorData, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, personParties, refused, requireEach } from '../access/index.js';
import { findVersions, findVersionsOfPlans, type VersionRecord } from '../plans/index.js';
import { announceEnrolling, type EnrolmentChange, type ProgressDeps } from '../progress/index.js';
import { isPlausibleStart } from './create-cohort.js';
import { type Enrollee, factsOf, readEnrollees, readTeamSizes } from './enrollees.js';
import { type CohortRecord, findCohorts } from './enrolment-records.js';
import { say } from './generated/messages.js';
import { beginEnrolments, insertEnrolments, type NewEnrolment } from './write-enrolments.js';

export interface EnrolPeople {
  cohortId: string;
  personIds: string[];
  mentorId?: string;
  planVersionId?: string;
  startsOn?: PlainDate;
  /** false: people who run the same plan in another cohort are reported first; true: enrol them all the same. */
  again?: boolean;
}

export interface Enrolled {
  cohortId: string;
  enrolmentIds: string[];
  changes: EnrolmentChange[];
}

const MOST_PEOPLE = 500;

/**
 * Enrols people in a cohort, all or none. Written in sets: a hundred people take as many statements as one.
 * What conditions may want to know of a person goes into the event, because a fold never looks anything up.
 */
export async function enrolPeople(act: Act, deps: ProgressDeps, input: EnrolPeople): Promise<Outcome<Enrolled>> {
  const { tx, viewer, language, now } = act;
  const { personIds, mentorId } = input;
  const [cohort] = await findCohorts(tx, [input.cohortId]);
  if (!cohort) throw notFound(act);
  const badList = listErrors(act, input);
  if (badList.length > 0) return refused(...badList);
  const version = await versionFor(act, cohort, input.planVersionId);
  if ('code' in version) return refused(version);
  const startsOn = input.startsOn ?? startFor(cohort.startsOn, plainDateIn(now, viewer.workspace.timeZone));
  if (!isPlausibleStart(startsOn)) return refused(userError('INVALID', say('startOutOfRange'), language, ['startsOn']));

  // Before we look who is enrolled: a rule that enrols people of this plan waits for us, or we see what it has done.
  await announceEnrolling(tx, viewer.workspace.id);
  const people = await readEnrollees(tx, cohort.id, mentorId === undefined ? personIds : [...personIds, mentorId]);
  const found = new Map(people.map((person) => [person.id, person]));
  const chosen = personIds.map((id) => found.get(id)).filter((person) => person !== undefined);
  if (chosen.length < personIds.length || (mentorId !== undefined && !found.has(mentorId))) throw notFound(act);
  requireEach(
    viewer,
    'enrolPeople',
    chosen.map((person) => personParties(person.id, person.departmentId)),
  );
  const errors = chosen.flatMap((person, index) => personErrors(act, person, index, input.again === false));
  const mentor = mentorId === undefined ? undefined : found.get(mentorId);
  if (mentor && !mentor.active)
    errors.push(userError('INVALID', say('notActive', { name: mentor.name }), language, ['mentorId']));
  if (errors.length > 0) return refused(...errors);

  await tx.becomeWorker();
  const enrolling = {
    workspaceId: viewer.workspace.id,
    cohortId: cohort.id,
    versionId: version.id,
    actor: viewer.personId,
    now,
  };
  const teamSizes = await readTeamSizes(tx, viewer.workspace.id, personIds);
  const wanted = chosen.map(
    (person): NewEnrolment => ({
      personId: person.id,
      zone: person.timeZone,
      startsOn,
      mentorId: mentorId ?? null,
      facts: factsOf(person, teamSizes.get(person.id) ?? 0),
    }),
  );
  const rows = await insertEnrolments(tx, enrolling, wanted);
  // Somebody else has enrolled one of them between our look and now.
  if (rows.length < chosen.length) {
    const there = new Set(rows.map((row) => row.personId));
    return refused(
      ...chosen.flatMap((person, index) =>
        there.has(person.id) ? [] : personErrors(act, { ...person, enrolled: true }, index, false),
      ),
    );
  }
  const facts = new Map(wanted.map((one) => [one.personId, one.facts]));
  const changes = await beginEnrolments(tx, deps, enrolling, rows, (id) => facts.get(id) ?? {});
  await audited(act, { action: 'enrolPeople', subject: `Cohort:${cohort.id}`, detail: { people: rows.length } });
  const idOf = new Map(rows.map((row) => [row.personId, row.id]));
  return done({
    cohortId: cohort.id,
    enrolmentIds: chosen.map((person) => idOf.get(person.id)).filter((id) => id !== undefined),
    changes,
  });
}

/**
 * Who joins after the first week of a cohort begins on the day they join: with the cohort's start they would be late with
 * everything that was due meanwhile. Weeks of a plan are calendar weeks, so within the first one nothing is lost.
 */
export const startFor = (cohortStartsOn: PlainDate, today: PlainDate): PlainDate =>
  cohortStartsOn < mondayOf(today) ? today : cohortStartsOn;

function listErrors({ language }: Act, { personIds, mentorId }: EnrolPeople): UserErrorData[] {
  if (personIds.length === 0 || personIds.length > MOST_PEOPLE) {
    return [userError('INVALID', say('nobodyChosen'), language, ['personIds'])];
  }
  const errors: UserErrorData[] = [];
  personIds.forEach((id, index) => {
    if (personIds.indexOf(id) < index) {
      errors.push(userError('INVALID', say('chosenTwice'), language, ['personIds', String(index)]));
    }
    if (id === mentorId) errors.push(userError('INVALID', say('ownMentor'), language, ['mentorId']));
  });
  return errors;
}

function personErrors({ language }: Act, person: Enrollee, index: number, once: boolean): UserErrorData[] {
  const path = ['personIds', String(index)];
  if (person.cancelled)
    return [userError('ALREADY_ENROLLED', say('wasCancelled', { name: person.name }), language, path)];
  if (person.enrolled)
    return [userError('ALREADY_ENROLLED', say('alreadyEnrolled', { name: person.name }), language, path)];
  if (once && person.elsewhere) {
    const { cohort, startsOn } = person.elsewhere;
    return [
      userError('ALREADY_ENROLLED', say('runsAlready', { name: person.name, cohort, startsOn }), language, [
        'again',
        ...path,
      ]),
    ];
  }
  return person.active ? [] : [userError('INVALID', say('notActive', { name: person.name }), language, path)];
}

/** The asked version, else the newest published one of the cohort's plan. */
async function versionFor(
  act: Act,
  cohort: CohortRecord,
  asked: string | undefined,
): Promise<VersionRecord | UserErrorData> {
  const { tx, language } = act;
  if (asked === undefined) {
    const current = (await findVersionsOfPlans(tx, [cohort.planId])).find((version) => version.status === 'PUBLISHED');
    return current ?? userError('NOT_NOW', say('notPublished'), language, ['cohortId']);
  }
  const [version] = await findVersions(tx, [asked]);
  if (!version) throw notFound(act);
  if (version.planId !== cohort.planId) {
    return userError('INVALID', say('versionOfOtherPlan'), language, ['planVersionId']);
  }
  return version.status === 'PUBLISHED'
    ? version
    : userError('NOT_NOW', say('versionRetired'), language, ['planVersionId']);
}
