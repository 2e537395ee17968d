import type { Scorer } from '@planwright/plugin-sdk';
import { inEach } from '@planwright/plugin-sdk';
import type { AttemptEvidence, Evidence, Score } from '@planwright/schema/rules';
import { textIn } from '@planwright/schema/text';
import { z } from 'zod';
import { say, sayIn } from '../generated/messages.js';
import { field } from '../params/fields.js';
import { weightedMean } from './exact.js';

const criterion = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
    .meta(field(say('rubric.key'))),
  title: z
    .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.string().max(200))
    .optional()
    .meta(field(say('rubric.title'))),
  weight: z
    .number()
    .min(0)
    .max(1000)
    .default(1)
    .meta(field(say('rubric.weight'))),
});

const params = z.strictObject({
  criteria: z
    .array(criterion)
    .min(1)
    .max(30)
    .meta(field(say('rubric.criteria'), say('rubric.reviewerGivesEach'))),
});

type Criterion = z.output<typeof criterion>;

/** What the reviewer said of each criterion in the latest review, as one score. It waits until every criterion has one. */
export const rubric: Scorer<typeof params> = {
  title: say('rubric.rubric'),
  of: 'ITEM',
  params,
  score: (people, { criteria }) => people.map((evidence) => scoreOf(evidence, criteria)),
};

function scoreOf({ person, item }: Evidence, criteria: readonly Criterion[]): Score {
  const attempt = latestReviewed(item?.attempts ?? []);
  const given = new Map(attempt?.criteria?.map(({ key, score }) => [key, score]));
  const counted = criteria.flatMap((each) => {
    const score = given.get(each.key);
    return score === undefined ? [] : [{ ...each, score }];
  });
  const result = counted.length === criteria.length ? weightedMean(counted) : undefined;
  if (!result) return { person, score: null, parts: [] };
  return {
    person,
    score: result.mean,
    parts: counted.map(({ key, title, score, weight }, i) => ({
      id: key,
      ...(result.shares[i] ?? { points: 0, of: 0 }),
      why: inEach((language) => {
        const name = textIn(title, language) || key;
        return sayIn(language, 'rubric.scoreOf', { name, score, weight });
      }),
    })),
  };
}

const latestReviewed = (attempts: readonly AttemptEvidence[]): AttemptEvidence | undefined =>
  attempts
    .filter(({ criteria }) => (criteria?.length ?? 0) > 0)
    .reduce<AttemptEvidence | undefined>((a, b) => (a && a.attempt > b.attempt ? a : b), undefined);
