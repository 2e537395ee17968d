import { columns, listOf, statement, type Tx } from '../../database/index.js';
import { EnrolmentRuleEntity } from './entities.js';
import type { RuleTerms } from './rule-terms.js';

const RULE = columns(
  EnrolmentRuleEntity,
  'id',
  'workspaceId',
  'planId',
  'enabled',
  'triggers',
  'fromDay',
  'cohorts',
  'startsOn',
  'mentorRule',
  'leaving',
  'againAfterMonths',
  'nextWeeklyAt',
  'wantedAt',
  'lastRunAt',
);
export const RULE_COLUMNS = listOf(RULE, 'r');
export const RULE_ROW = RULE;

export interface RuleRecord extends RuleTerms {
  id: string;
  workspaceId: string;
  planId: string;
  enabled: boolean;
  nextWeeklyAt: string;
  wantedAt: string | null;
  lastRunAt: string | null;
}

const FIND = statement(RULE, `select ${RULE_COLUMNS} from enrolment_rule r where r.plan_id = $1::uuid`);

/** The rule of a plan, as far as the reader may see it. */
export const findRule = (tx: Tx, planId: string): Promise<RuleRecord | undefined> => tx.row(FIND, [planId]);
