import type { PlainDate } from '@planwright/schema';
import type { Tx } from '../../database/sql.js';
import { type AgreeingShare, agrees, shareWhoAgree } from './share-who-agree.js';
import type { Respondents, SurveyQuestion } from './survey-question.js';
import { FEWEST_ANSWERS, outOfReach } from './whom-to-ask.js';

export interface SurveyRoundRow {
  id: string;
  cohortId: string;
  respondents: Respondents;
  questions: SurveyQuestion[];
  opensOn: PlainDate;
  closesOn: PlainDate;
}

export interface QuestionFigures {
  key: string;
  /** On the question's own scale. */
  mean: number;
  agree: AgreeingShare;
}

export interface SurveyFigures {
  invited: number;
  answered: number;
  /** Respondents whom only a printed code reaches. */
  byCode: number;
  /** Empty until the last day is over, and below five answers. */
  questions: QuestionFigures[];
  /** What was written besides, in an order that tells nothing. */
  comments: string[];
}

const COLUMNS = `id, cohort_id as "cohortId", respondents, questions, opens_on as "opensOn", closes_on as "closesOn"`;

/** Under the reader's policies. Newest first. */
export const listSurveyRounds = (tx: Tx, cohortId: string): Promise<SurveyRoundRow[]> =>
  tx.rows<SurveyRoundRow>(
    `select ${COLUMNS} from survey_round where cohort_id = $1::uuid order by opens_on desc, created_at desc, id`,
    [cohortId],
  );

export const findSurveyRound = (tx: Tx, id: string): Promise<SurveyRoundRow | undefined> =>
  tx.row<SurveyRoundRow>(`select ${COLUMNS} from survey_round where id = $1::uuid`, [id]);

interface Answer {
  roundId: string;
  aboutId: string | null;
  values: Record<string, number>;
  comment: string | null;
}

/**
 * Figures of rounds that the viewer may see, as worker; as many statements for many rounds as for one. Until the last day is
 * over there are counts alone: two figures on either side of one answer would tell that answer.
 */
export async function surveyFigures(
  tx: Tx,
  rounds: readonly SurveyRoundRow[],
  today: PlainDate,
): Promise<SurveyFigures[]> {
  const ids = rounds.map(({ id }) => id);
  const counts = await tx.rows<{ roundId: string; invited: number; answered: number; respondents: string[] }>(
    `select round_id as "roundId", count(*)::int as invited, count(answered_on)::int as answered,
       array_agg(distinct respondent_id) as respondents
     from survey_invitation where round_id = any($1::uuid[]) group by round_id`,
    [ids],
  );
  const unreached = await outOfReach(tx, [...new Set(counts.flatMap(({ respondents }) => respondents))]);
  const countOf = new Map(counts.map((row) => [row.roundId, row]));
  const answers = await tx.rows<Answer>(
    `select a.round_id as "roundId", a.about_id as "aboutId", a.values, a.comment from survey_answer a
     join survey_round r on r.id = a.round_id
     where a.round_id = any($1::uuid[]) and r.closes_on < $2::date order by md5(a.id::text)`,
    [ids, today],
  );
  const byRound = Map.groupBy(answers, ({ roundId }) => roundId);
  return rounds.map((round) => {
    const { invited = 0, answered = 0, respondents = [] } = countOf.get(round.id) ?? {};
    const own = byRound.get(round.id) ?? [];
    const told = own.length < FEWEST_ANSWERS ? [] : own;
    return {
      invited,
      answered,
      byCode: respondents.filter((id) => unreached.has(id)).length,
      questions: told.length === 0 ? [] : round.questions.flatMap((question) => figuresOf(question, round, told)),
      comments: told.flatMap(({ comment }) => (comment === null ? [] : [comment])),
    };
  });
}

function figuresOf(
  { key, scale }: SurveyQuestion,
  { respondents }: SurveyRoundRow,
  answers: readonly Answer[],
): QuestionFigures[] {
  const given = answers.flatMap(({ values, aboutId }) => {
    const value = values[key];
    return value === undefined ? [] : [{ value, group: aboutId ?? '' }];
  });
  if (given.length < FEWEST_ANSWERS) return [];
  // A team answers about one person: its members have that person in common.
  const groups = respondents === 'TEAM' ? given.map(({ group }) => group) : undefined;
  const agreeing = given.map(({ value }) => agrees(value, scale));
  return [
    {
      key,
      mean: given.reduce((sum, { value }) => sum + value / given.length, 0),
      agree: shareWhoAgree(agreeing, groups),
    },
  ];
}
