import { applyCommands } from '@planwright/schema/commands';
import { parsePlan } from '@planwright/schema/definition';
import { notFound, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { statement } from '../database/index.js';
import { findDraft, findPlans, lockPlan, updateDraft } from '../plans/index.js';
import { say } from './generated/messages.js';
import { isApplicable } from './report.type.js';
import { findFinding, markApplied } from './report-records.js';

const APPLY_SUGGESTION = statement(
  { planId: 'uuid' },
  'select c.plan_id as "planId" from report r join cohort c on c.id = r.cohort_id where r.id = $1::uuid',
);

/**
 * Makes the edits of a finding, and no others, in the plan's draft. Right after publishing the draft is the current version,
 * so the draft becomes that version with these edits; where somebody has gone on editing, their edits stay and these join them,
 * or all are refused when one no longer fits.
 */
export async function applySuggestion(
  act: Act,
  findingId: string,
  mentors: boolean,
): Promise<Outcome<{ planId: string }>> {
  const { tx, viewer, language, now } = act;
  const path = ['findingId'];
  const finding = await findFinding(tx, findingId, mentors);
  if (!finding) throw notFound(act);
  const report = await tx.row(APPLY_SUGGESTION, [finding.reportId]);
  const [plan] = report ? await findPlans(tx, [report.planId]) : [];
  if (!plan) throw notFound(act);
  if (!isApplicable(finding)) return refused(userError('INVALID', say('nothingToEdit'), language, path));

  await tx.becomeWorker();
  await lockPlan(tx, plan.id);
  const draft = await findDraft(tx, plan.id);
  if (!draft) throw notFound(act);
  const { definition } = parsePlan(draft.definition);
  if (!definition) return refused(userError('HAS_PROBLEMS', say('draftUnfinished'), language, path));
  const applied = applyCommands(definition, finding.commands);
  if ('problem' in applied)
    return refused(userError('HAS_PROBLEMS', say('doesNotFit', { problem: applied.problem.message }), language, path));
  await updateDraft(tx, {
    planId: plan.id,
    definition: applied.definition,
    layout: undefined,
    title: applied.definition.title,
    by: viewer.personId,
    now,
  });
  await markApplied(tx, finding.id, viewer.personId, now);
  await audited(act, {
    action: 'applySuggestion',
    subject: `Plan:${plan.id}`,
    detail: { finding: finding.id, rule: finding.rule, revision: draft.revision + 1 },
  });
  return done({ planId: plan.id });
}
