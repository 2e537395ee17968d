import type { Scorer } from '@planwright/plugin-sdk';
import { inEach } from '@planwright/plugin-sdk';
import type { Evidence, Score } from '@planwright/schema/rules';
import { z } from 'zod';
import { say, sayIn } from '../generated/messages.js';
import { field } from '../params/fields.js';
import { weightedMean } from './exact.js';

const UNSCORED = {
  LEAVE_OUT: say('weighted.LEAVE_OUT'),
  ZERO: say('weighted.ZERO'),
};

const params = z.strictObject({
  weights: z
    .record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/), z.number().min(0).max(1000))
    .meta(field(say('weighted.weights'), say('weighted.keysItemsTheir'))),
  unscored: z
    .enum(['LEAVE_OUT', 'ZERO'])
    .default('LEAVE_OUT')
    .meta({ ...field(say('weighted.unscored')), labels: UNSCORED }),
});

/** The mean of the items' scores by their weights. Items that do not apply to a person are left out of that person's mean. */
export const weighted: Scorer<typeof params> = {
  title: say('weighted.weightedMean'),
  of: 'PLAN',
  params,
  score: (people, { weights, unscored }) => people.map((evidence) => scoreOf(evidence, weights, unscored)),
};

function scoreOf(
  { person, items = [] }: Evidence,
  weights: Record<string, number>,
  unscored: 'LEAVE_OUT' | 'ZERO',
): Score {
  const weighed = items.filter(({ key }) => Object.hasOwn(weights, key));
  const counted = weighed.flatMap(({ key, score }) => {
    const given = score ?? (unscored === 'ZERO' ? 0 : undefined);
    return given === undefined ? [] : [{ key, score: given, weight: weights[key] ?? 0, missing: score === undefined }];
  });
  const result = weighed.some(({ score }) => score !== undefined) ? weightedMean(counted) : undefined;
  if (!result) return { person, score: null, parts: [] };
  return {
    person,
    score: result.mean,
    parts: counted.map(({ key, score, weight, missing }, i) => {
      const share = result.shares[i] ?? { points: 0, of: 0 };
      return {
        id: key,
        ...share,
        why: inEach((language) =>
          missing
            ? sayIn(language, 'weighted.noScore', { weight })
            : sayIn(language, 'weighted.weight', { score, weight }),
        ),
      };
    }),
  };
}
