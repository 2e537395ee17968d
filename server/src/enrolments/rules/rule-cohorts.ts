import { type Language, type LocalizedText, textIn } from '@planwright/schema/text';
import type { Instant, PlainDate } from '@planwright/schema/time';
import { columns, statement, type WritingTx } from '../../database/index.js';
import { CohortEntity } from '../entities.js';
import { sayIn } from '../generated/messages.js';
import { RuleCohortEntity } from './entities.js';
import type { CohortPeriod } from './rule-terms.js';

/** A cohort as a rule names it: the period that somebody begins in, and how often they have begun in it. */
export interface CohortKey {
  period: string;
  round: number;
}

export function periodOf(cohorts: CohortPeriod, startsOn: PlainDate): string {
  switch (cohorts) {
    case 'ONE':
      return 'ALL';
    case 'MONTHLY':
      return startsOn.slice(0, 7);
    case 'QUARTERLY':
      return `${startsOn.slice(0, 4)}-Q${Math.ceil(Number(startsOn.slice(5, 7)) / 3)}`;
    default:
      return cohorts satisfies never;
  }
}

/** Nobody has two enrolments in one cohort: who goes through the plan again within a period does so in a second one. */
const ROUNDS = statement(
  { personId: 'uuid', period: 'text', rounds: 'int' },
  `
select e.person_id as "personId", k.period, count(*)::int as rounds from rule_cohort k join enrolment e on e.cohort_id = k.cohort_id
where k.rule_id = $1::uuid and e.person_id = any($2::uuid[]) group by 1, 2`,
);

/** How often each of these people was enrolled in the rule's cohorts of a period. */
export async function roundsSoFar(
  tx: WritingTx,
  ruleId: string,
  personIds: readonly string[],
): Promise<(personId: string, period: string) => number> {
  const rows = await tx.rows(ROUNDS, [ruleId, personIds]);
  const counts = new Map(rows.map((row) => [`${row.personId} ${row.period}`, row.rounds]));
  return (personId, period) => counts.get(`${personId} ${period}`) ?? 0;
}

const FIND = statement(
  columns(RuleCohortEntity, 'cohortId'),
  'select cohort_id as "cohortId" from rule_cohort where rule_id = $1::uuid and period = $2 and round = $3',
);

export interface CohortMaker {
  ruleId: string;
  workspaceId: string;
  planId: string;
  title: LocalizedText;
  language: Language;
  now: Instant;
}

/** The cohort of this period, made where it is the first time. The rule is locked, so nobody else makes it meanwhile. */
export async function cohortFor(
  tx: WritingTx,
  maker: CohortMaker,
  key: CohortKey,
  startsOn: PlainDate,
): Promise<string> {
  const known = await tx.row(FIND, [maker.ruleId, key.period, key.round]);
  if (known) return known.cohortId;
  const { ruleId, workspaceId, planId, now } = maker;
  const cohortId = await tx.em.insert(CohortEntity, {
    workspaceId,
    planId,
    name: nameOf(maker, key),
    startsOn,
    createdAt: now,
    createdBy: null,
  });
  await tx.em.insert(RuleCohortEntity, { workspaceId, ruleId, ...key, cohortId });
  return cohortId;
}

function nameOf({ title, language }: CohortMaker, { period, round }: CohortKey): string {
  // A name has up to 200 characters, and the period is what tells cohorts of one plan apart.
  const plan = textIn(title, language).slice(0, 150);
  const cohort = ofPeriod(plan, language, period);
  return round === 1 ? cohort : sayIn(language, 'ruleCohortAgain', { cohort, round });
}

function ofPeriod(plan: string, language: Language, period: string): string {
  if (period === 'ALL') return plan;
  const [year = '', part = ''] = period.split('-');
  return part.startsWith('Q')
    ? sayIn(language, 'ruleCohortQuarterly', { plan, year, quarter: part.slice(1) })
    : sayIn(language, 'ruleCohortMonthly', { plan, year, month: part });
}
