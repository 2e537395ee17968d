import { field, type Scorer, z } from '@planwright/plugin-sdk';
import type { Evidence, Score } from '@planwright/schema/rules';

const params = z.strictObject({
  penalty: z
    .int()
    .min(0)
    .max(50)
    .default(5)
    .meta(field({ 'zh-CN': '每多一次尝试扣几分', en: 'Points off for each further attempt' })),
});

/** The best attempt, less a little for each further one. */
export const steady: Scorer<typeof params> = {
  title: { 'zh-CN': '一次做对', en: 'Right the first time' },
  of: 'ITEM',
  params,
  score: (people, { penalty }) => people.map((evidence) => scoreOf(evidence, penalty)),
};

function scoreOf({ person, item }: Evidence, penalty: number): Score {
  const scores = (item?.attempts ?? []).flatMap(({ score }) => (score === undefined ? [] : [score]));
  if (scores.length === 0) return { person, score: null, parts: [] };
  const best = Math.max(...scores);
  const score = Math.max(0, best - penalty * (scores.length - 1));
  const why = {
    'zh-CN': `最好一次 ${best} 分，共 ${scores.length} 次。`,
    en: `The best of ${scores.length} ${scores.length === 1 ? 'attempt' : 'attempts'} has ${best} points.`,
  };
  return { person, score, parts: [{ id: 'best-attempt', points: score, of: 100, why }] };
}
