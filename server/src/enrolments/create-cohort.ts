import type { PlainDate } from '@planwright/schema/time';
import { notFound } from '../access/graphql/request-error.js';
import { userError } from '../access/graphql/user-error.js';
import { statement } from '../database/statement.js';
import { type Act, audited, done, type Outcome, refused } from '../plans/outcome.js';
import { findPlan, findVersionsOfPlans } from '../plans/plan-records.js';
import { messages } from './messages.js';

export interface CreateCohort {
  planKey: string;
  name: string;
  startsOn: PlainDate;
}

const CREATE_COHORT = statement(
  { id: 'uuid' },
  `insert into cohort (workspace_id, plan_id, name, starts_on, created_at, created_by)
     values ($1::uuid, $2::uuid, $3, $4::date, $5::timestamptz, $6::uuid) returning id`,
);

/** One run of a published plan with a group of people. */
export async function createCohort(act: Act, input: CreateCohort): Promise<Outcome<{ cohortId: string }>> {
  const { tx, viewer, language, now } = act;
  const plan = await findPlan(tx, input.planKey);
  if (!plan) throw notFound(act);
  const name = input.name.trim();
  if (name === '' || name.length > 200)
    return refused(userError('INVALID', messages.nameMissing(), language, ['name']));
  if (!isPlausibleStart(input.startsOn)) {
    return refused(userError('INVALID', messages.startOutOfRange(), language, ['startsOn']));
  }
  const versions = await findVersionsOfPlans(tx, [plan.id]);
  if (!versions.some((version) => version.status === 'PUBLISHED')) {
    return refused(userError('NOT_NOW', messages.notPublished(), language, ['planKey']));
  }
  await tx.becomeWorker();
  const row = await tx.row(CREATE_COHORT, [viewer.workspace.id, plan.id, name, input.startsOn, now, viewer.personId]);
  if (!row) throw new Error('a cohort was inserted but not answered');
  await audited(act, { action: 'createCohort', subject: `Cohort:${row.id}`, detail: { plan: plan.key } });
  return done({ cohortId: row.id });
}

/** Years that calendars, weeks and clocks are sure to cope with. */
export const isPlausibleStart = (date: PlainDate): boolean => date >= '2000-01-01' && date < '2100-01-01';
