import { plainDateIn } from '@planwright/schema/time';
import { notFound, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import type { EnrolmentChange, ProgressDeps } from '../progress/index.js';
import { armInBlocks, parseAlgorithm } from '../statistics/index.js';
import { type Candidate, readCandidates, rosterOf } from './candidates.js';
import { enrolMembers } from './enrol-members.js';
import {
  type ExperimentRecord,
  findExperiment,
  findMembers,
  insertMembers,
  lockExperiment,
  type MemberRecord,
} from './experiment-records.js';
import { say } from './generated/messages.js';

/**
 * People who come later go on in the blocks where the drawing ended, in the order in which they are named: nobody chooses
 * their arm. Of a cluster that was drawn already they take its arm. They do not belong to the roster that is drawn again.
 */
export async function joinExperiment(
  act: Act,
  deps: ProgressDeps,
  input: { experimentId: string; personIds: string[]; mentors: ReadonlyMap<string, string> },
): Promise<Outcome<{ changes: EnrolmentChange[] }>> {
  const { tx, viewer, language, now } = act;
  const seen = await findExperiment(tx, input.experimentId);
  if (!seen) throw notFound(act);
  const today = plainDateIn(now, viewer.workspace.timeZone);
  const { personIds } = input;
  if (personIds.length === 0 || personIds.length > 500 || new Set(personIds).size < personIds.length)
    return refused(userError('INVALID', say('badPeople'), language, ['personIds']));
  const people = await readCandidates(act, personIds, {
    planId: seen.planId,
    metricKey: seen.metricKey,
    startsOn: seen.startsOn,
    today,
    mentors: input.mentors,
    except: seen.id,
  });
  await tx.becomeWorker();
  const experiment = await lockExperiment(tx, seen.id);
  if (experiment.status !== 'RUNNING' || experiment.cohortId === null)
    return refused(userError('NOT_NOW', say('notRunning'), language, ['experimentId']));
  if (today >= experiment.analysisOn) return refused(userError('NOT_NOW', say('isOver'), language, ['experimentId']));
  const members = await findMembers(tx, experiment.id);
  const isMember = new Set(members.map(({ personId }) => personId));
  const errors = people.flatMap((person, i) => {
    const sentence = objection(person, isMember, experiment);
    return sentence ? [userError('INVALID', sentence, language, ['personIds', String(i)])] : [];
  });
  if (errors.length > 0) return refused(...errors);
  const joined = drawLate(experiment, members, people);
  await insertMembers(tx, { workspaceId: viewer.workspace.id, experimentId: experiment.id, now }, joined);
  const [, startsOn = today] = [today, experiment.startsOn].sort();
  const enrolled = await enrolMembers(act, deps, { arms: experiment.arms, startsOn }, experiment.cohortId, joined);
  if (!enrolled.ok) return enrolled;
  await audited(act, {
    action: 'joinExperiment',
    subject: `Experiment:${experiment.id}`,
    detail: { people: joined.length },
  });
  return done({ changes: enrolled.value });
}

function objection(person: Candidate, isMember: ReadonlySet<string>, { unit }: ExperimentRecord) {
  if (isMember.has(person.id)) return say('isMember', { name: person.name });
  if (!person.active) return say('notActive', { name: person.name });
  if (person.engaged) return say('inAnother', { name: person.name });
  if (person.runsIn !== null) return say('inSamePlan', { name: person.name, cohort: person.runsIn });
  return unit === 'MENTOR' && person.mentorId === null ? say('noMentor', { name: person.name }) : undefined;
}

/** Pairs and clusters have no block to continue: people who come after them open blocks of their own. */
const LATE = '\u0000late:';

function drawLate(
  experiment: ExperimentRecord,
  members: readonly MemberRecord[],
  people: readonly Candidate[],
): MemberRecord[] {
  const { method, arms } = parseAlgorithm(experiment.allocation.algorithm);
  const all = [...members];
  const mentorOf = new Map(people.map(({ id, mentorId }) => [id, mentorId]));
  return rosterOf(people, experiment.strata, experiment.unit).map(({ id, stratum = '', cluster, baseline }) => {
    const ofCluster = cluster === undefined ? undefined : all.find((member) => member.cluster === cluster);
    const before = all.filter((member) => {
      if (method === 'BLOCKS') return (member.stratum ?? '') === stratum;
      return member.late && (method === 'CLUSTERS' || (member.stratum ?? '') === stratum);
    });
    const index =
      method === 'CLUSTERS'
        ? new Set(before.map((member) => member.cluster ?? `person:${member.personId}`)).size
        : before.length;
    const stream = method === 'BLOCKS' ? stratum : `${LATE}${method === 'CLUSTERS' ? '' : stratum}`;
    const member: MemberRecord = {
      personId: id,
      arm: ofCluster?.arm ?? armInBlocks(arms, experiment.seed, stream, index),
      stratum: stratum === '' ? null : stratum,
      cluster: cluster ?? null,
      baseline: baseline ?? null,
      mentorId: mentorOf.get(id) ?? null,
      late: true,
      deviation: null,
      deviatedTo: null,
    };
    all.push(member);
    return member;
  });
}
