import { itemsOf } from '@planwright/schema/definition';
import type { Environment } from '@planwright/schema/engine';
import { kindOf } from '@planwright/schema/kinds';
import { addDays, type Instant, instantAt, type PlainDate, plainDateIn } from '@planwright/schema/time';
import {
  cohortName,
  DEMO_ACCOUNTS,
  type DemoHistory,
  type DemoMember,
  FIRST_CYCLE_LEARNERS,
  firstCycleScripts,
  mondayBefore,
  PEOPLE_PER_MENTOR,
  PILOT_LEARNERS,
  pilotScripts,
  type Script,
  STEADY,
  STRUGGLING,
  simulateCohort,
} from '@planwright/seeds';
import { statement, type Tx } from '../database/index.js';
import {
  applyEvents,
  insertEvents,
  loadEnrolments,
  type ProgressDeps,
  scoresWanted,
  wantScores,
} from '../progress/index.js';
import type { SeededOrganisation } from './seed-organisation.js';
import type { SeededPlan } from './seed-plans.js';

const ZONE = 'Asia/Shanghai';

interface CohortPlan {
  title: string;
  weeksAgo: number;
  /** Keys of the demo company. */
  learners: string[];
  mentorOf: (learner: string, index: number) => string;
  seed: number;
  scripts?: Script[];
  /** Who does what when, so that the demo accounts have something to do whenever the demo begins. */
  appointed?: Record<string, Record<string, Instant | 'never'>>;
}

const keys = (area: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${area}-${String(from + index).padStart(2, '0')}`);

/** Area managers: five people each in what is over, in turn within an area in what runs. */
const FIRST_MENTORS = ['retail-east-02', 'retail-east-03', 'retail-east-04', 'retail-south-02'];
const firstMentorOf = (_: string, index: number) =>
  FIRST_MENTORS[Math.floor(index / PEOPLE_PER_MENTOR)] ?? 'retail-east-02';
const inTurn = (learner: string, index: number) => `${areaOf(learner)}-0${2 + (index % 3)}`;
const areaOf = (key: string) => (key.startsWith('retail-east') ? 'retail-east' : 'retail-south');

/**
 * A pilot a year ago, the first cycle, which ended two months ago, and a cohort in its sixth week. Four managers in the south
 * are left to be enrolled.
 */
function cohortPlans(now: Instant): [CohortPlan, CohortPlan, CohortPlan] {
  const [lately, before] = lastWorkingTimes(now);
  return [
    {
      title: '零售新经理试点',
      weeksAgo: 54,
      learners: PILOT_LEARNERS,
      mentorOf: firstMentorOf,
      seed: 5,
      scripts: pilotScripts(),
    },
    {
      title: '零售新经理',
      weeksAgo: 20,
      learners: FIRST_CYCLE_LEARNERS,
      mentorOf: firstMentorOf,
      seed: 11,
      scripts: firstCycleScripts(),
    },
    {
      title: '零售新经理',
      weeksAgo: 5,
      learners: [...keys('retail-east', 8, 17), ...keys('retail-south', 7, 17)],
      mentorOf: inTurn,
      seed: 23,
      appointed: {
        [DEMO_ACCOUNTS.learner]: {
          'effective-meetings': 'never',
          'performance-coaching': 'never',
          'goal-plan': 'never',
        },
        'retail-east-11': { 'goal-plan': lately },
        'retail-east-14': { 'goal-plan': before },
      },
    },
  ];
}

/** The last two times before now at which somebody at work would have handed something in; both within a day. */
function lastWorkingTimes(now: Instant): [Instant, Instant] {
  const today = plainDateIn(now, ZONE);
  const times = [today, addDays(today, -1)].flatMap((date) =>
    ['19:30', '15:10', '10:20'].map((time) => instantAt(date, time, ZONE)),
  );
  const [lately = now, before = lately] = times.filter((time) => time < now);
  return [lately, before];
}

export interface SeededCohort {
  cohortId: string;
  startsOn: PlainDate;
  /** In the order of their scripts. */
  learners: string[];
}

const SEED_ONE = statement(
  { id: 'uuid' },
  `insert into cohort (workspace_id, plan_id, name, starts_on, created_at, created_by)
       values ($1, $2, $3, $4::date, $5, $6) returning id`,
);

/** Stores the simulated histories and lets the ordinary projection make states and boards of them. Answers the first cycle. */
export async function seedCohorts(
  tx: Tx,
  deps: ProgressDeps,
  { workspaceId, people }: SeededOrganisation,
  plan: SeededPlan,
  environment: Environment,
): Promise<SeededCohort> {
  const idOf = (key: string): string => {
    const id = people.get(key);
    if (!id) throw new Error(`the demo company has no ${key}`);
    return id;
  };
  const seedOne = async ({ title, weeksAgo, learners, mentorOf, seed, scripts, appointed = {} }: CohortPlan) => {
    const startsOn = mondayBefore(environment.now, weeksAgo, ZONE);
    const members = learners.map((key, index) => {
      const [own, script] = [appointed[key], scripts?.[index]];
      return {
        ...memberOf(key, index, plan, idOf),
        mentorId: idOf(mentorOf(key, index)),
        ...(own ? { appointed: own } : {}),
        ...(script ? { script } : {}),
      };
    });
    const histories = simulateCohort(
      { definition: plan.definition, versionId: plan.versionId, startsOn, members, enrolledBy: idOf('hr-01'), seed },
      { ...environment, zone: ZONE },
    );
    const cohort = await tx.row(SEED_ONE, [
      workspaceId,
      plan.planId,
      cohortName(startsOn, title),
      startsOn,
      histories[0]?.events[0]?.recordedAt,
      idOf('hr-01'),
    ]);
    if (!cohort) throw new Error('no cohort was inserted');
    await store(tx, deps, workspaceId, cohort.id, plan.versionId, startsOn, histories, environment.now);
    return { cohortId: cohort.id, startsOn, learners };
  };
  const [pilot, firstCycle, running] = cohortPlans(environment.now);
  await seedOne(pilot);
  const seeded = await seedOne(firstCycle);
  await seedOne(running);
  return seeded;
}

function memberOf(
  key: string,
  index: number,
  plan: SeededPlan,
  idOf: (key: string) => string,
): Omit<DemoMember, 'mentorId'> {
  const area = areaOf(key);
  const partners: Record<string, string[]> = {};
  for (const { item } of itemsOf(plan.definition)) {
    const asked = kindOf(item).partnerRequests?.(item) ?? [];
    if (asked.length === 0) continue;
    const fromMarketing = asked.some(({ department }) => department === 'marketing');
    const partner = fromMarketing
      ? `marketing-${String(5 + (index % 10)).padStart(2, '0')}`
      : `${area}-${String(8 + ((index + 3) % 9)).padStart(2, '0')}`;
    if (partner !== key) partners[item.key] = [idOf(partner)];
  }
  return {
    personId: idOf(key),
    partners,
    persona: index % 6 === 4 ? STRUGGLING : STEADY,
    facts: { teamSize: 3 + (index % 6), jobRole: 'store-manager', department: area },
  };
}

const STORE = statement(
  {},
  `insert into enrolment (id, workspace_id, cohort_id, person_id, plan_version_id, mentor_id, starts_on, zone, created_at)
     select id, $1::uuid, $2::uuid, person, $3::uuid, mentor, $4::date, $5, created
     from jsonb_to_recordset($6::jsonb) as e(id uuid, person uuid, mentor uuid, created timestamptz)`,
);

async function store(
  tx: Tx,
  deps: ProgressDeps,
  workspaceId: string,
  cohortId: string,
  versionId: string,
  startsOn: string,
  histories: DemoHistory[],
  now: string,
): Promise<void> {
  const rows = histories.map(({ personId, mentorId, events }) => ({
    id: crypto.randomUUID(),
    person: personId,
    mentor: mentorId,
    created: events[0]?.recordedAt,
  }));
  await tx.rows(STORE, [workspaceId, cohortId, versionId, startsOn, ZONE, JSON.stringify(rows)]);
  await insertEvents(
    tx,
    workspaceId,
    histories.flatMap(({ events }, index) => events.map((event) => ({ enrolmentId: rows[index]?.id ?? '', event }))),
  );
  const loaded = await loadEnrolments(
    tx,
    deps,
    workspaceId,
    rows.map(({ id }) => id),
    now,
  );
  await applyEvents(tx, deps, loaded, new Map());
  // Their events were not recorded one by one, so nothing has asked for the scores that follow from them.
  const definition = loaded.definitions[versionId];
  const subjects = definition
    ? scoresWanted(
        definition,
        histories.flatMap(({ events }) => events),
      )
    : [];
  await wantScores(
    tx,
    workspaceId,
    rows.flatMap(({ id }) => subjects.map((subject) => ({ enrolmentId: id, subject }))),
  );
}
