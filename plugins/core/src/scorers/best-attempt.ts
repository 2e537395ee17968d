import type { Scorer } from '@planwright/plugin-sdk';
import { z } from 'zod';
import { field } from '../params/fields.js';
import { inBoth, say } from '../text/wording.js';
import { rounded } from './exact.js';
import { scored } from './scored-attempts.js';

const params = z.strictObject({
  first: z
    .int()
    .min(0)
    .max(100)
    .default(0)
    .meta(field('只算前几次', 'Only the first attempts', { zh: '0 = 每次都算。', en: '0 = all of them.' })),
  lessEachTime: z
    .number()
    .min(0)
    .max(100)
    .default(0)
    .meta(
      field('每多一次扣几分', 'Points off for each further attempt', {
        zh: '第二次起每次多扣，最低 0 分。',
        en: 'From the second attempt on; never below 0.',
      }),
    ),
});

/** The best of the attempts; further ones may count for less. */
export const bestAttempt: Scorer<typeof params> = {
  title: { 'zh-CN': '取最好成绩', en: 'Best attempt' },
  of: 'ITEM',
  params,
  score: (people, { first, lessEachTime }) =>
    people.map(({ person, item }) => {
      const all = scored(item?.attempts ?? []);
      const worth = (first === 0 ? all : all.slice(0, first)).map(({ attempt, score }, i) => {
        const less = rounded(i * lessEachTime);
        return { attempt, score, less, points: Math.max(0, rounded(score - less)) };
      });
      if (worth.length === 0) return { person, score: null, parts: [] };
      const best = worth.reduce((a, b) => (b.points > a.points ? b : a));
      const why = inBoth((language) => {
        const off = best.less > 0 ? say(language, `，扣 ${best.less} 分`, `, ${best.less} off`) : '';
        return say(
          language,
          `${worth.length} 次中最好的是第 ${best.attempt} 次：${best.score} 分${off}`,
          `attempt ${best.attempt} is the best of ${worth.length}: ${best.score}${off}`,
        );
      });
      return {
        person,
        score: best.points,
        parts: [{ id: `attempt-${best.attempt}`, points: best.points, of: 100, why }],
      };
    }),
};
