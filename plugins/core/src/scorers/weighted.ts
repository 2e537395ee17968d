import type { Scorer } from '@planwright/plugin-sdk';
import type { Evidence, Score } from '@planwright/schema/rules';
import { z } from 'zod';
import { field } from '../params/fields.js';
import { inBoth, say } from '../text/wording.js';
import { weightedMean } from './exact.js';

const UNSCORED = {
  LEAVE_OUT: { 'zh-CN': '先不计入', en: 'Left out for now' },
  ZERO: { 'zh-CN': '按 0 分计', en: 'Counts as 0' },
};

const params = z.strictObject({
  weights: z.record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/), z.number().min(0).max(1000)).meta(
    field('各项的权重', 'Weight of each item', {
      zh: '条目的标识和它的权重，不用凑成 100。',
      en: 'Keys of items with their weights; they need not add up to 100.',
    }),
  ),
  unscored: z
    .enum(['LEAVE_OUT', 'ZERO'])
    .default('LEAVE_OUT')
    .meta({ ...field('还没有分数的条目', 'Items without a score'), labels: UNSCORED }),
});

/** The mean of the items' scores by their weights. Items that do not apply to a person are left out of that person's mean. */
export const weighted: Scorer<typeof params> = {
  title: { 'zh-CN': '加权平均', en: 'Weighted mean' },
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
        why: inBoth((language) =>
          missing
            ? say(language, `还没有分数，按 0 分 × 权重 ${weight} 计`, `no score yet: 0 × weight ${weight}`)
            : say(language, `${score} 分 × 权重 ${weight}`, `${score} × weight ${weight}`),
        ),
      };
    }),
  };
}
