import { addDays, type Instant, instantAt, type PlainDate } from '@planwright/schema/time';
import { firstCycleAnswers, firstCyclePerformance, teamOf } from '@planwright/seeds';
import { statement, type Tx } from '../database/index.js';
import { insertMeasurements, questionsFor, type Respondents, scoreOf } from '../outcomes/index.js';
import type { SeededCohort } from './seed-cohorts.js';
import type { SeededOrganisation } from './seed-organisation.js';
import type { SeededPlan } from './seed-plans.js';

const ZONE = 'Asia/Shanghai';
const WEEKS = 12;

const SUPERIOR_OF = statement({ manager: 'uuid!' }, 'select manager_id as manager from person where id = $1::uuid');

/** What was measured of the first cycle, half a year before it and three weeks after, and what superiors and teams said. */
export async function seedOutcomes(
  tx: Tx,
  { workspaceId, people }: SeededOrganisation,
  { definition }: SeededPlan,
  { cohortId, startsOn, learners }: SeededCohort,
): Promise<void> {
  const idOf = (key: string): string => {
    const id = people.get(key);
    if (!id) throw new Error(`the demo company has no ${key}`);
    return id;
  };
  const hr = idOf('hr-01');
  const endsOn = addDays(startsOn, 7 * WEEKS);
  const measuredOn = addDays(endsOn, 20);
  const performance = firstCyclePerformance();
  const rows = learners.flatMap((key, index) => {
    const pair = performance[index];
    if (!pair) return [];
    const personId = idOf(key);
    return [
      { personId, measuredOn: addDays(startsOn, -5), value: pair.before, baseline: true },
      { personId, measuredOn, value: pair.after, baseline: false },
    ];
  });
  const author = { workspaceId, personId: hr, now: noonOf(measuredOn), source: 'IMPORT' as const };
  await insertMeasurements(tx, author, 'team-performance', rows);

  const { superiors, team } = firstCycleAnswers();
  const round = { workspaceId, cohortId, hr, opensOn: endsOn, closesOn: addDays(endsOn, 10) };
  const about = (given: (index: number) => number[][], respondents: (key: string) => Promise<string[]> | string[]) =>
    Promise.all(
      learners.map(async (key, index) => ({
        aboutId: idOf(key),
        respondentIds: await respondents(key),
        answers: given(index),
      })),
    );
  const superiorOf = async (key: string) => {
    const row = await tx.row(SUPERIOR_OF, [idOf(key)]);
    return row ? [row.manager] : [];
  };
  const questions = (of: Respondents) => questionsFor(definition, of);
  await seedRound(
    tx,
    { ...round, respondents: 'SUPERIOR', questions: questions('SUPERIOR') },
    await about((index) => superiors.slice(index, index + 1), superiorOf),
  );
  await seedRound(
    tx,
    { ...round, respondents: 'TEAM', questions: questions('TEAM') },
    await about(
      (index) => team[index] ?? [],
      (key) => teamOf(key).map(idOf),
    ),
  );
}

interface Round {
  workspaceId: string;
  cohortId: string;
  hr: string;
  opensOn: PlainDate;
  closesOn: PlainDate;
  respondents: Respondents;
  questions: ReturnType<typeof questionsFor>;
}

interface Asked {
  aboutId: string;
  respondentIds: string[];
  /** To each question, by respondent; kept without saying whose. */
  answers: number[][];
}

const INSERT_SURVEY_ROUND = statement(
  { id: 'uuid' },
  `insert into survey_round (workspace_id, cohort_id, respondents, questions, opens_on, closes_on, created_at,
       created_by)
     values ($1::uuid, $2::uuid, $3, $4::jsonb, $5::date, $6::date, $7::timestamptz, $8::uuid) returning id`,
);

const INSERT_SURVEY_INVITATION = statement(
  {},
  `insert into survey_invitation (workspace_id, round_id, about_id, respondent_id, answered_on)
     select $1::uuid, $2::uuid, about, respondent, $3::date
     from jsonb_to_recordset($4::jsonb) as i(about uuid, respondent uuid)`,
);

const INSERT_SURVEY_ANSWER = statement(
  {},
  `insert into survey_answer (workspace_id, round_id, about_id, values, score)
     select $1::uuid, $2::uuid, about, "values", score
     from jsonb_to_recordset($3::jsonb) as a(about uuid, "values" jsonb, score double precision)`,
);

/** A survey that everybody had answered four days before its end. */
async function seedRound(tx: Tx, round: Round, asked: readonly Asked[]): Promise<void> {
  const { workspaceId, cohortId, hr, opensOn, closesOn, respondents, questions } = round;
  const row = await tx.row(INSERT_SURVEY_ROUND, [
    workspaceId,
    cohortId,
    respondents,
    JSON.stringify(questions),
    opensOn,
    closesOn,
    noonOf(opensOn),
    hr,
  ]);
  if (!row) throw new Error('no survey was inserted');
  const invitations = asked.flatMap(({ aboutId, respondentIds }) =>
    respondentIds.map((respondentId) => ({ about: aboutId, respondent: respondentId })),
  );
  await tx.rows(INSERT_SURVEY_INVITATION, [workspaceId, row.id, addDays(closesOn, -4), JSON.stringify(invitations)]);
  const answers = asked.flatMap(({ aboutId, answers: given }) =>
    given.map((answer) => {
      const values = new Map(questions.map(({ key }, index) => [key, answer[index] ?? 1]));
      return { about: aboutId, values: Object.fromEntries(values), score: scoreOf(questions, values) };
    }),
  );
  await tx.rows(INSERT_SURVEY_ANSWER, [workspaceId, row.id, JSON.stringify(answers)]);
}

const noonOf = (date: PlainDate): Instant => instantAt(date, '12:00', ZONE);
