import { addDays, instantAt, type PlainDate, plainDateIn, type Zone } from '@planwright/schema/time';
import { notFound, type UserErrorData, userError } from '../../access/graphql/index.js';
import {
  type Act,
  audited,
  done,
  type Outcome,
  personParties,
  refused,
  relationsTo,
  requireEach,
} from '../../access/index.js';
import { columns, statement } from '../../database/index.js';
import { DeputyEntity, PersonEntity } from '../../people/entities.js';
import { say } from '../generated/messages.js';
import type { OrganisationDeps } from '../organisation-act.js';
import { carryOverPeriods, tellStandingIn } from './carry-over-periods.js';
import { readCandidates } from './deputy-candidates.js';

export interface SetDeputy {
  mentorId: string;
  /** null ends what there is. */
  deputyId: string | null;
  from: PlainDate;
  /** The last day; absent = until somebody ends it. */
  until?: PlainDate;
}

const PERSON = statement(
  columns(PersonEntity, 'id', 'name', 'active', 'departmentId', 'timeZone'),
  `select id, name, active, department_id as "departmentId", time_zone as "timeZone" from person where id = $1::uuid`,
);

const END = statement(
  columns(DeputyEntity, 'deputyId'),
  `
update deputy set state = 'ENDED', ends_at = $2::timestamptz where mentor_id = $1::uuid and state <> 'ENDED'
returning deputy_id as "deputyId"`,
);

/** Longest that a period without an end in sight may be asked for: for good, people get another mentor. */
const MOST_DAYS = 366;

/**
 * Names who stands in for a mentor, in place of whoever was named before. Mentors name one themselves, among colleagues who accompany or lead
 * people; HR names whoever they see. While the period runs the deputy sees and reviews what the mentor does.
 */
export async function setDeputy(
  act: Act,
  deps: OrganisationDeps & { realNow: string },
  input: SetDeputy,
): Promise<Outcome<{ personId: string }>> {
  const { tx, viewer, language, now } = act;
  const { mentorId, deputyId } = input;
  const mentor = await tx.row(PERSON, [mentorId]);
  if (!mentor) throw notFound(act);
  const parties = personParties(mentorId, mentor.departmentId);
  requireEach(viewer, 'setDeputy', [parties]);
  const bad = deputyId === null ? undefined : badPeriod(input, mentor, now);
  if (bad) return refused(userError('INVALID', bad.sentence, language, bad.path));
  const relations = relationsTo(viewer, parties);
  const isTheirHr = relations.has('HR') || relations.has('ADMIN');
  const seen = deputyId !== null && isTheirHr ? await tx.row(PERSON, [deputyId]) : undefined;

  await tx.becomeWorker();
  const deputy = deputyId === null ? undefined : (seen ?? (await readCandidates(tx, mentorId, deputyId))[0]);
  if (deputyId !== null) {
    const wrong = deputyProblem(act, input, deputy);
    if (wrong) return refused(wrong);
  }
  const ended = await tx.rows(END, [mentorId, now]);
  if (deputyId !== null) {
    const { from, until } = input;
    const zone: Zone = mentor.timeZone;
    await tx.em.insert(DeputyEntity, {
      workspaceId: viewer.workspace.id,
      mentorId,
      deputyId,
      fromOn: from,
      untilOn: until ?? null,
      startsAt: instantAt(from, '00:00', zone),
      endsAt: until === undefined ? null : instantAt(addDays(until, 1), '00:00', zone),
      createdAt: now,
      createdBy: viewer.personId,
    });
  }
  if (ended.length > 0) await tellStandingIn(tx, deps.listeners, viewer.workspace.id, [mentorId]);
  // A period that begins today runs from this moment on.
  await carryOverPeriods(tx, deps.listeners, deps.realNow);
  await audited(act, {
    action: 'setDeputy',
    subject: `Person:${mentorId}`,
    aboutId: mentorId,
    detail: { deputyId, from: input.from, until: input.until ?? null },
  });
  return done({ personId: mentorId });
}

function badPeriod({ from, until }: SetDeputy, mentor: { timeZone: Zone }, now: string) {
  const today = plainDateIn(now, mentor.timeZone);
  if (from > addDays(today, MOST_DAYS)) return { sentence: say('periodTooFar'), path: ['from'] };
  if (until === undefined) return undefined;
  if (until < from) return { sentence: say('periodBackwards'), path: ['until'] };
  if (until < today) return { sentence: say('periodOver'), path: ['until'] };
  return until > addDays(today, MOST_DAYS) ? { sentence: say('periodTooFar'), path: ['until'] } : undefined;
}

function deputyProblem(
  { language }: Act,
  { mentorId, deputyId }: SetDeputy,
  deputy: { id: string; name: string; active: boolean } | undefined,
): UserErrorData | undefined {
  const wrong = (sentence: Parameters<typeof userError>[1]) => userError('INVALID', sentence, language, ['deputyId']);
  if (deputyId === mentorId) return wrong(say('ownDeputy'));
  if (!deputy) return wrong(say('notACandidate'));
  return deputy.active ? undefined : wrong(say('deputyHasLeft', { name: deputy.name }));
}
