import type { Reader } from './api';

const DAY_MS = 86_400_000;

/** Asks the learners of a cohort what they think; the token of the first link, which nobody has used. */
export async function surveyLink(reader: Reader, cohortId: string): Promise<string> {
  const { viewer } = await reader.read<{ viewer: { workspace: { now: string } } }>(
    '{ viewer { workspace { id now } } }',
  );
  const closesOn = new Date(Date.parse(viewer.workspace.now) + 14 * DAY_MS).toISOString().slice(0, 10);
  const { openSurvey } = await reader.read<{ openSurvey: { links: { token: string }[]; userErrors: unknown[] } }>(
    `mutation ($input: OpenSurveyInput!) { openSurvey(input: $input) {
      round { id } links { token } userErrors { code message path } } }`,
    { input: { cohortId, respondents: 'LEARNER', closesOn } },
  );
  const [link] = openSurvey.links;
  if (!link) throw new Error(`The survey has no links: ${JSON.stringify(openSurvey.userErrors)}`);
  return link.token;
}
