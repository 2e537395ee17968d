import { type Instant, plainDateIn, type Zone } from '@planwright/schema/time';
import type { Tx } from '../../database/index.js';
import { type DefinitionCache, findVersionsOfPlans, type VersionRecord } from '../../plans/index.js';
import type { ExperimentMembers } from '../enrolment-deps.js';
import { decideRun, type RunDecision } from './decide-run.js';
import { type Audience, type Candidate, meansSomebody, readCandidates } from './rule-people.js';
import type { RuleTerms } from './rule-terms.js';

export interface RuleDeps {
  definitions: DefinitionCache;
  experimentMembers: ExperimentMembers;
}

/** The version that a rule enrols people in, and who it is for. Absent: nothing is published, or it does not say who it is for. */
export async function currentAudience(
  tx: Tx,
  { definitions }: Pick<RuleDeps, 'definitions'>,
  planId: string,
): Promise<{ version: VersionRecord; audience: Audience } | undefined> {
  const version = (await findVersionsOfPlans(tx, [planId])).find(({ status }) => status === 'PUBLISHED');
  if (!version) return undefined;
  const { audience } = (await definitions.load(tx, [version.id]))[version.id] ?? {};
  return meansSomebody(audience) ? { version, audience } : undefined;
}

export interface RunSubject {
  workspaceId: string;
  planId: string;
  zone: Zone;
  now: Instant;
  /** See `Run.weekly`. */
  weekly: Instant | undefined;
}

/** What the rule would do now, and what is known of the people it concerns: read as whoever asks. */
export async function decideFor(
  tx: Tx,
  deps: RuleDeps,
  terms: RuleTerms,
  { workspaceId, planId, zone, now, weekly }: RunSubject,
  audience: Audience,
): Promise<{ decision: RunDecision; people: Map<string, Candidate> }> {
  const inExperiment = await deps.experimentMembers(tx, planId);
  const candidates = await readCandidates(tx, { workspaceId, planId, audience, zone, inExperiment });
  return {
    decision: decideRun(terms, { today: plainDateIn(now, zone), weekly }, candidates),
    people: new Map(candidates.map((person) => [person.id, person])),
  };
}
