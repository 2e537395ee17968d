import type { Instant } from '@planwright/schema/time';
import type { Logger } from 'pino';
import { languageOf } from '../../access/graphql/index.js';
import type { Clock, DueWork } from '../../clock/index.js';
import { columns, type Database, statement, type WritingTx } from '../../database/index.js';
import { PlanEntity } from '../../plans/entities.js';
import type { EnrolmentChange, ProgressDeps } from '../../progress/index.js';
import { RULE_COLUMNS, RULE_ROW } from './rule-records.js';
import { type RunRuleDeps, runRule } from './run-rule.js';
import { oldestCareerEvent, settleCareerEvents } from './settle-career-events.js';

const OFFSET = `w.clock_offset_ms * interval '1 millisecond'`;
/** A sandbox whose clock is on its way is left to whoever moves it. */
const AT_REST = '(w.clock_lease_until is null or w.clock_lease_until <= $1::timestamptz)';

const DUE = statement(
  {
    ...RULE_ROW,
    ...columns(PlanEntity, 'title'),
    planKey: 'text',
    now: 'timestamptz',
    zone: 'text',
    locale: 'text',
  },
  `
select ${RULE_COLUMNS}, p.key as "planKey", p.title, $1::timestamptz + ${OFFSET} as now, w.time_zone as zone, w.locale
from enrolment_rule r join workspace w on w.id = r.workspace_id join plan p on p.id = r.plan_id
where r.enabled and least(r.next_weekly_at, r.wanted_at) <= $1::timestamptz + ${OFFSET} and ${AT_REST}
order by least(r.next_weekly_at, r.wanted_at), r.id limit 1 for update of r skip locked`,
);

const NEXT = statement(
  { at: 'timestamptz?' },
  `select min(least(r.next_weekly_at, r.wanted_at) - ${OFFSET}) as at from enrolment_rule r join workspace w on w.id = r.workspace_id
   where r.enabled and ${AT_REST}`,
);

/** A rule that cannot be run is looked at again after so long; it must not hold up the others. */
const PARK = statement(
  { planId: 'uuid' },
  `
update enrolment_rule parked set wanted_at = due.now + interval '10 minutes',
  next_weekly_at = greatest(parked.next_weekly_at, due.now + interval '10 minutes')
from (
  select r.id, $1::timestamptz + ${OFFSET} as now from enrolment_rule r join workspace w on w.id = r.workspace_id
  where r.enabled and least(r.next_weekly_at, r.wanted_at) <= $1::timestamptz + ${OFFSET} and ${AT_REST}
  order by least(r.next_weekly_at, r.wanted_at), r.id limit 1 for update of r skip locked
) due
where parked.id = due.id returning parked.plan_id as "planId"`,
);

/** What the ticker does for rules: tells them what has happened to people, and runs those that are due, one batch a transaction. */
export function dueRules(
  { database, clock, log }: { database: Database; clock: Clock; log: Logger },
  deps: RunRuleDeps,
): DueWork {
  return {
    nextDueAt: async () => {
      const real = clock.real();
      const [waiting, next] = await database.look(async (tx) => [
        await oldestCareerEvent(tx, real),
        (await tx.row(NEXT, [real]))?.at ?? undefined,
      ]);
      return [waiting, next].filter((at) => at !== undefined).sort()[0];
    },
    doDue: async () => {
      const { settled, changes } = await database.work((tx) => settleCareerEvents(tx, deps.progress, clock.real()));
      tell(deps.progress, changes);
      return settled + (await runOne());
    },
  };

  async function runOne(): Promise<number> {
    try {
      const run = await database.work((tx) => runDueRule(tx, deps, clock.real()));
      if (run) tell(deps.progress, run);
      return run ? 1 : 0;
    } catch (error) {
      const [parked] = await database.work((tx) => tx.rows(PARK, [clock.real()]));
      if (!parked) throw error;
      log.error({ err: error, plan: parked.planId }, 'a rule could not enrol people; it is tried again in ten minutes');
      return 1;
    }
  }
}

/** Runs one rule that is due; undefined = none is. As worker. */
export async function runDueRule(
  tx: WritingTx,
  deps: RunRuleDeps,
  real: Instant,
): Promise<EnrolmentChange[] | undefined> {
  const due = await tx.row(DUE, [real]);
  return due && runRule(tx, deps, { ...due, language: languageOf(due.locale) });
}

function tell({ listener }: ProgressDeps, changes: readonly EnrolmentChange[]): void {
  if (changes.length === 0) return;
  listener.committed(
    [...new Set(changes.map((change) => change.cohortId))],
    changes.map((change) => change.enrolmentId),
  );
}
