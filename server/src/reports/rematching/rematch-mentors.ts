import { notFound, userError } from '../../access/graphql/index.js';
import { type Act, audited, done, mayActOn, type Outcome, refused } from '../../access/index.js';
import { applyEvents, type EnrolmentChange, loadEnrolments, type ProgressDeps } from '../../progress/index.js';
import { say } from '../generated/messages.js';
import { findFinding, findReports, markApplied } from '../report-records.js';
import { type ProposedMentor, proposeMentors, withRecord } from './propose-mentors.js';
import { isDrawnByMentor, readCandidates, readMentees } from './rematch-records.js';

export interface Rematched {
  fromMentorId: string;
  proposals: ProposedMentor[];
  changes: EnrolmentChange[];
}

/**
 * Other mentors for the people of the mentor that a finding of rule R43 is about. Unless it is confirmed nothing changes;
 * confirmed, each enrolment gets the same event and the same line in the audit trail as if its mentor were assigned by hand.
 */
export async function rematchMentors(
  act: Act,
  deps: ProgressDeps,
  { findingId, confirm }: { findingId: string; confirm: boolean },
): Promise<Outcome<Rematched>> {
  const { tx, viewer, language, now } = act;
  const path = ['findingId'];
  // Findings about mentors are HR's, and nobody else comes here.
  const finding = await findFinding(tx, findingId, true);
  const [report] = finding ? await findReports(tx, [finding.reportId]) : [];
  if (!finding || !report) throw notFound(act);
  const { mentorId } = finding;
  if (finding.rule !== 'R43' || mentorId === null)
    return refused(userError('INVALID', say('notAboutMentor'), language, path));
  if (finding.appliedAt !== null) return refused(userError('NOT_NOW', say('rematchedAlready'), language, path));
  const departments = viewer.scope.reach === 'all' ? null : viewer.scope.departments;
  const led = await readMentees(tx, { cohortId: report.cohortId, mentorId, departments });
  const mentees = led.filter((mentee) => mayActOn(viewer, 'rematchMentors', { ...mentee, mentorId }));

  await tx.becomeWorker();
  const workspaceId = viewer.workspace.id;
  if (await isDrawnByMentor(tx, report.cohortId))
    return refused(userError('NOT_NOW', say('mentorsWereDrawn'), language, path));
  const candidates = await readCandidates(tx, { workspaceId, reportId: report.id, departments });
  const proposals = proposeMentors(mentees, withRecord(candidates));
  if (!confirm) return done({ fromMentorId: mentorId, proposals, changes: [] });
  const byEnrolment = new Map(proposals.map((proposal) => [proposal.enrolmentId, proposal]));
  const loaded = await loadEnrolments(tx, deps, workspaceId, [...byEnrolment.keys()], now);
  const acts = new Map(
    loaded.enrolments.flatMap(({ row }) => {
      const proposal = byEnrolment.get(row.id);
      // Locked now: people who were given another mentor a moment ago keep that one.
      if (!proposal || row.mentorId !== mentorId) return [];
      const data = { personId: proposal.mentorId };
      return [
        [row.id, { events: [{ type: 'mentorAssigned', actor: viewer.personId, occurredAt: now, data }] }],
      ] as const;
    }),
  );
  if (acts.size === 0) return refused(userError('NOT_NOW', say('nobodyToMatch'), language, path));
  const { changes } = await applyEvents(tx, deps, loaded, acts);
  await markApplied(tx, finding.id, viewer.personId, now);
  for (const enrolmentId of acts.keys())
    await audited(act, {
      action: 'assignMentor',
      subject: `Enrolment:${enrolmentId}`,
      detail: { finding: finding.id },
    });
  await audited(act, {
    action: 'rematchMentors',
    subject: `Finding:${finding.id}`,
    detail: { from: mentorId, people: acts.size },
  });
  return done({
    fromMentorId: mentorId,
    proposals: proposals.filter(({ enrolmentId }) => acts.has(enrolmentId)),
    changes,
  });
}
