import type { PlainDate } from '@planwright/schema/time';
import { notFound, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { findPlan, findVersionsOfPlans } from '../plans/index.js';
import { CohortEntity } from './entities.js';
import { say } from './generated/messages.js';

export interface CreateCohort {
  planKey: string;
  name: string;
  startsOn: PlainDate;
}

/** One run of a published plan with a group of people. */
export async function createCohort(act: Act, input: CreateCohort): Promise<Outcome<{ cohortId: string }>> {
  const { tx, viewer, language, now } = act;
  const plan = await findPlan(tx, input.planKey);
  if (!plan) throw notFound(act);
  const name = input.name.trim();
  if (name === '' || name.length > 200) return refused(userError('INVALID', say('nameMissing'), language, ['name']));
  if (!isPlausibleStart(input.startsOn)) {
    return refused(userError('INVALID', say('startOutOfRange'), language, ['startsOn']));
  }
  const versions = await findVersionsOfPlans(tx, [plan.id]);
  if (!versions.some((version) => version.status === 'PUBLISHED')) {
    return refused(userError('NOT_NOW', say('notPublished'), language, ['planKey']));
  }
  await tx.becomeWorker();
  const cohortId = await tx.em.insert(CohortEntity, {
    workspaceId: viewer.workspace.id,
    planId: plan.id,
    name,
    startsOn: input.startsOn,
    createdAt: now,
    createdBy: viewer.personId,
  });
  await audited(act, { action: 'createCohort', subject: `Cohort:${cohortId}`, detail: { plan: plan.key } });
  return done({ cohortId });
}

/** Years that calendars, weeks and clocks are sure to cope with. */
export const isPlausibleStart = (date: PlainDate): boolean => date >= '2000-01-01' && date < '2100-01-01';
