import type { PlainDate } from '@planwright/schema';
import type { Tx } from '../../database/sql.js';
import type { Respondents, SurveyQuestion } from './survey-question.js';

/** Fewer answers than this would tell who gave which. */
const FEWEST = 5;

export interface SurveyRoundRow {
  id: string;
  cohortId: string;
  respondents: Respondents;
  questions: SurveyQuestion[];
  opensOn: PlainDate;
  closesOn: PlainDate;
  completedOn: PlainDate | null;
}

export interface SurveyFigures {
  invited: number;
  answered: number;
  /** Mean of each question on its own scale; empty while the survey runs, and below five answers. */
  means: { key: string; mean: number }[];
  /** What was written besides, in an order that tells nothing. */
  comments: string[];
}

const COLUMNS = `id, cohort_id as "cohortId", respondents, questions, opens_on as "opensOn", closes_on as "closesOn",
  completed_on as "completedOn"`;

/** Under the reader's policies. Newest first. */
export const listSurveyRounds = (tx: Tx, cohortId: string): Promise<SurveyRoundRow[]> =>
  tx.rows<SurveyRoundRow>(
    `select ${COLUMNS} from survey_round where cohort_id = $1::uuid order by opens_on desc, created_at desc, id`,
    [cohortId],
  );

export const findSurveyRound = (tx: Tx, id: string): Promise<SurveyRoundRow | undefined> =>
  tx.row<SurveyRoundRow>(`select ${COLUMNS} from survey_round where id = $1::uuid`, [id]);

/**
 * Figures of rounds that the viewer may see, as worker; as many statements for many rounds as for one. Means are told when
 * the survey is over, because two of them on either side of one answer would tell that answer.
 */
export async function surveyFigures(
  tx: Tx,
  rounds: readonly SurveyRoundRow[],
  today: PlainDate,
): Promise<SurveyFigures[]> {
  const counts = await tx.rows<{ roundId: string; invited: number; answered: number }>(
    `select round_id as "roundId", count(*)::int as invited, count(answered_on)::int as answered from survey_invitation
     where round_id = any($1::uuid[]) group by round_id`,
    [rounds.map(({ id }) => id)],
  );
  const countOf = new Map(counts.map((row) => [row.roundId, row]));
  const isTold = ({ id, completedOn, closesOn }: SurveyRoundRow) =>
    (completedOn !== null || today > closesOn) && (countOf.get(id)?.answered ?? 0) >= FEWEST;
  const told = rounds.filter(isTold).map(({ id }) => id);
  const means = await tx.rows<{ roundId: string; key: string; mean: number }>(
    `select a.round_id as "roundId", v.key, avg(v.value::float8) as mean
     from survey_answer a cross join lateral jsonb_each_text(a.values) v
     where a.round_id = any($1::uuid[]) group by a.round_id, v.key`,
    [told],
  );
  const comments = await tx.rows<{ roundId: string; comment: string }>(
    `select round_id as "roundId", comment from survey_answer where round_id = any($1::uuid[]) and comment is not null
     order by md5(id::text)`,
    [told],
  );
  return rounds.map(({ id }) => ({
    invited: countOf.get(id)?.invited ?? 0,
    answered: countOf.get(id)?.answered ?? 0,
    means: means.filter(({ roundId }) => roundId === id).map(({ key, mean }) => ({ key, mean })),
    comments: comments.filter(({ roundId }) => roundId === id).map(({ comment }) => comment),
  }));
}
