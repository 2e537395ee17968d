import type { Reader } from './api';

const DAY_MS = 86_400_000;

/** Asks the learners of a cohort what they think. HR gets no link: `learner`, who is one of them, finds their own. */
export async function surveyLink(hr: Reader, learner: Reader, cohortId: string): Promise<string> {
  const { viewer } = await hr.read<{ viewer: { workspace: { now: string } } }>('{ viewer { workspace { id now } } }');
  const closesOn = new Date(Date.parse(viewer.workspace.now) + 14 * DAY_MS).toISOString().slice(0, 10);
  const { openSurvey } = await hr.read<{ openSurvey: { userErrors: unknown[] } }>(
    `mutation ($input: OpenSurveyInput!) { openSurvey(input: $input) { round { id } userErrors { code message path } } }`,
    { input: { cohortId, respondents: 'LEARNER', closesOn } },
  );
  const { mySurveys } = await learner.read<{ mySurveys: { token: string }[] }>('{ mySurveys { token } }');
  const [mine] = mySurveys;
  if (!mine) throw new Error(`The learner has no survey: ${JSON.stringify(openSurvey.userErrors)}`);
  return mine.token;
}
