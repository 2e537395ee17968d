import { userError } from '../access/graphql/index.js';
import { type Act, type Outcome, refused } from '../access/index.js';
import { type Enrolled, type EnrolPeople, enrolPeople } from './enrol-people.js';
import type { BaselineValue, EnrollingDeps } from './enrolment-deps.js';
import { say } from './generated/messages.js';

/** Enrols people and keeps where they stand today, all or nothing. */
export async function enrolWithBaseline(
  act: Act,
  { progress, recordBaseline }: EnrollingDeps,
  input: EnrolPeople,
  baseline: readonly BaselineValue[],
): Promise<Outcome<Enrolled>> {
  const strangers = baseline.flatMap(({ personId }, index) =>
    input.personIds.includes(personId)
      ? []
      : [userError('INVALID', say('baselineOfOther'), act.language, ['baseline', String(index), 'personId'])],
  );
  if (strangers.length > 0) return refused(...strangers);
  const enrolled = await enrolPeople(act, progress, input);
  if (!enrolled.ok || baseline.length === 0) return enrolled;
  const errors = await recordBaseline(act, baseline);
  return errors.length > 0 ? refused(...errors) : enrolled;
}
