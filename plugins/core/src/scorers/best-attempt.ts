import type { Scorer } from '@planwright/plugin-sdk';
import { inEach } from '@planwright/plugin-sdk';
import { z } from 'zod';
import { say, sayIn } from '../generated/messages.js';
import { field } from '../params/fields.js';
import { rounded } from './exact.js';
import { scored } from './scored-attempts.js';

const params = z.strictObject({
  first: z
    .int()
    .min(0)
    .max(100)
    .default(0)
    .meta(field(say('bestAttempt.first'), say('bestAttempt.n0AllThem'))),
  lessEachTime: z
    .number()
    .min(0)
    .max(100)
    .default(0)
    .meta(field(say('bestAttempt.lessEachTime'), say('bestAttempt.fromSecondAttempt'))),
});

/** The best of the attempts; further ones may count for less. */
export const bestAttempt: Scorer<typeof params> = {
  title: say('bestAttempt.bestAttempt'),
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
      const why = inEach((language) => {
        const off = best.less > 0 ? sayIn(language, 'bestAttempt.off', { less: best.less }) : '';
        return sayIn(language, 'bestAttempt.attemptBest', {
          count: worth.length,
          attempt: best.attempt,
          score: best.score,
          off,
        });
      });
      return {
        person,
        score: best.points,
        parts: [{ id: `attempt-${best.attempt}`, points: best.points, of: 100, why }],
      };
    }),
};
