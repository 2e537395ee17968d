import { notFound, type UserErrorData, userError } from '../../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused, requireAll } from '../../access/index.js';
import { columns, statement } from '../../database/index.js';
import { findPlan } from '../../plans/index.js';
import { isPlausibleStart } from '../create-cohort.js';
import { say } from '../generated/messages.js';
import { EnrolmentRuleEntity } from './entities.js';
import { currentAudience, type RuleDeps } from './foresee-rule.js';
import type { RuleTerms } from './rule-terms.js';
import { nextWeekly } from './run-rule.js';

export interface SaveRule extends RuleTerms {
  planKey: string;
  enabled: boolean;
}

/** A rule that is switched on is run at once, and every Monday from then on. What it did before stays what it is. */
const SAVE = statement(
  columns(EnrolmentRuleEntity, 'id'),
  `
insert into enrolment_rule (workspace_id, plan_id, enabled, triggers, from_day, cohorts, starts_on, mentor_rule, leaving,
  again_after_months, next_weekly_at, created_at, changed_at, changed_by)
values ($1::uuid, $2::uuid, $3, $4::text[], $5::date, $6, $7, $8, $9, $10, $11::timestamptz, $12::timestamptz, $12::timestamptz, $13::uuid)
on conflict (workspace_id, plan_id) do update set enabled = excluded.enabled, triggers = excluded.triggers,
  from_day = excluded.from_day, cohorts = excluded.cohorts, starts_on = excluded.starts_on, mentor_rule = excluded.mentor_rule,
  leaving = excluded.leaving, again_after_months = excluded.again_after_months, changed_at = excluded.changed_at,
  changed_by = excluded.changed_by, next_weekly_at = excluded.next_weekly_at
returning id`,
);

/** Sets how people come into a plan by themselves. Whoever reaches everybody: it enrols people of every department. */
export async function saveRule(act: Act, deps: RuleDeps, input: SaveRule): Promise<Outcome<{ planId: string }>> {
  const { tx, viewer, language, now } = act;
  const plan = await findPlan(tx, input.planKey);
  if (!plan) throw notFound(act);
  requireAll(viewer, 'saveEnrolmentRule', `Plan:${plan.key}`);
  const errors = errorsIn(act, input);
  if (errors.length > 0) return refused(...errors);
  if (input.enabled && !(await currentAudience(tx, deps, plan.id)))
    return refused(userError('NOT_NOW', say('ruleAudienceMissing'), language, ['planKey']));
  await tx.becomeWorker();
  const { timeZone } = viewer.workspace;
  await tx.rows(SAVE, [
    viewer.workspace.id,
    plan.id,
    input.enabled,
    [...new Set(input.triggers)],
    input.fromDay,
    input.cohorts,
    input.startsOn,
    input.mentorRule,
    input.leaving,
    input.againAfterMonths,
    input.enabled ? now : nextWeekly(now, timeZone),
    now,
    viewer.personId,
  ]);
  const { planKey, ...terms } = input;
  await audited(act, { action: 'saveEnrolmentRule', subject: `Plan:${planKey}`, detail: { ...terms } });
  return done({ planId: plan.id });
}

function errorsIn({ language }: Act, { triggers, fromDay, againAfterMonths, enabled }: SaveRule): UserErrorData[] {
  const errors: UserErrorData[] = [];
  if (enabled && triggers.length === 0)
    errors.push(userError('INVALID', say('ruleTriggerMissing'), language, ['triggers']));
  if (!isPlausibleStart(fromDay)) errors.push(userError('INVALID', say('startOutOfRange'), language, ['from']));
  if (againAfterMonths !== null && (againAfterMonths < 1 || againAfterMonths > 120))
    errors.push(userError('INVALID', say('ruleAgainOutOfRange'), language, ['againAfterMonths']));
  return errors;
}
