import type { PlainDate } from '@planwright/schema/time';
import { columns, listOf, statement, type Tx } from '../../database/index.js';
import { SurveyAnswerEntity, SurveyRoundEntity } from '../entities.js';
import { FEWEST_RESPONDENTS } from '../person-rows/fewest-respondents.js';
import { outOfReach } from './people-to-ask.js';
import { type AgreeingShare, agrees, shareWhoAgree } from './share-who-agree.js';
import type { Respondents, SurveyQuestion } from './survey-question.js';

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
  /** People who answered, whoever many each of them was asked about. */
  respondents: number;
  /** Respondents that only a printed code reaches. */
  byCode: number;
  /** Empty until the last day is over, and where fewer than five people answered. */
  questions: QuestionFigures[];
  /** What was written besides, in an order that tells nothing. */
  comments: string[];
}

const SURVEY_ROUND = columns(SurveyRoundEntity, 'id', 'cohortId', 'respondents', 'questions', 'opensOn', 'closesOn');
const COLUMNS = listOf(SURVEY_ROUND, 'r');

const LIST_SURVEY_ROUNDS = statement(
  SURVEY_ROUND,
  `select ${COLUMNS} from survey_round r where r.cohort_id = $1::uuid order by r.opens_on desc, r.created_at desc, r.id`,
);

/** Under the reader's policies. Newest first. */
export const listSurveyRounds = (tx: Tx, cohortId: string): Promise<SurveyRoundRow[]> =>
  tx.rows(LIST_SURVEY_ROUNDS, [cohortId]);

const FIND_SURVEY_ROUND = statement(SURVEY_ROUND, `select ${COLUMNS} from survey_round r where r.id = $1::uuid`);

export const findSurveyRound = (tx: Tx, id: string): Promise<SurveyRoundRow | undefined> =>
  tx.row(FIND_SURVEY_ROUND, [id]);

interface Answer {
  roundId: string;
  /** What the answers of one have in common; nothing of it is shown. */
  group: string | null;
  values: Record<string, number>;
  comment: string | null;
}

/** A team answers about one person, a superior about several: their answers are alike. */
const ALIKE = `case r.respondents when 'TEAM' then a.about_id when 'SUPERIOR' then (select i.respondent_id from survey_invitation i
  where i.round_id = a.round_id and i.about_id = a.about_id limit 1) end`;

const FIND_SURVEY_INVITATION = statement(
  { invited: 'int', answered: 'int', respondents: 'int', asked: 'uuid[]', roundId: 'uuid' },
  `select round_id as "roundId", count(*)::int as invited, count(answered_on)::int as answered,
       count(distinct respondent_id) filter (where answered_on is not null)::int as respondents,
       array_agg(distinct respondent_id) as asked
     from survey_invitation where round_id = any($1::uuid[]) group by round_id`,
);

const FIND_SURVEY_ANSWER = statement(
  { ...columns(SurveyAnswerEntity, 'roundId', 'values', 'comment'), group: 'uuid?' },
  `select a.round_id as "roundId", ${ALIKE} as "group", a.values, a.comment from survey_answer a
     join survey_round r on r.id = a.round_id
     where a.round_id = any($1::uuid[]) and r.closes_on < $2::date order by md5(a.id::text)`,
);

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
  const counts = await tx.rows(FIND_SURVEY_INVITATION, [ids]);
  const unreached = await outOfReach(tx, [...new Set(counts.flatMap(({ asked }) => asked))]);
  const countOf = new Map(counts.map((row) => [row.roundId, row]));
  const answers = await tx.rows(FIND_SURVEY_ANSWER, [ids, today]);
  const byRound = Map.groupBy(answers, ({ roundId }) => roundId);
  return rounds.map((round) => {
    const { invited = 0, answered = 0, respondents = 0, asked = [] } = countOf.get(round.id) ?? {};
    const own = byRound.get(round.id) ?? [];
    const told = respondents < FEWEST_RESPONDENTS ? [] : own;
    return {
      invited,
      answered,
      respondents,
      byCode: asked.filter((id) => unreached.has(id)).length,
      questions: told.length === 0 ? [] : round.questions.flatMap((question) => figuresOf(question, told)),
      comments: told.flatMap(({ comment }) => (comment === null ? [] : [comment])),
    };
  });
}

function figuresOf({ key, scale }: SurveyQuestion, answers: readonly Answer[]): QuestionFigures[] {
  const given = answers.flatMap(({ values, group }) => {
    const value = values[key];
    return value === undefined ? [] : [{ value, group }];
  });
  // Whoever answers answers every question.
  if (given.length < answers.length) return [];
  const groups = given.flatMap(({ group }) => group ?? []);
  const agreeing = given.map(({ value }) => agrees(value, scale));
  return [
    {
      key,
      mean: given.reduce((sum, { value }) => sum + value / given.length, 0),
      agree: shareWhoAgree(agreeing, groups.length === agreeing.length ? groups : undefined),
    },
  ];
}
