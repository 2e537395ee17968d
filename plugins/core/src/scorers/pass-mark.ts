import type { Scorer } from '@planwright/plugin-sdk';
import { inEach } from '@planwright/plugin-sdk';
import { z } from 'zod';
import { say, sayIn } from '../generated/messages.js';
import { field } from '../params/fields.js';
import { scored } from './scored-attempts.js';

const params = z.strictObject({
  passMark: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .meta(field(say('passMark.passMark'), say('passMark.whereThereNone'))),
});

const USUAL_PASS_MARK = 60;

/** 100 for who reached the pass mark in any attempt, else 0. */
export const passMark: Scorer<typeof params> = {
  title: say('passMark.passedNot'),
  of: 'ITEM',
  params,
  score: (people, settings) =>
    people.map(({ person, item }) => {
      const attempts = scored(item?.attempts ?? []);
      if (attempts.length === 0) return { person, score: null, parts: [] };
      const mark = settings.passMark ?? item?.passMark ?? USUAL_PASS_MARK;
      const best = attempts.reduce((a, b) => (b.score > a.score ? b : a));
      const passed = best.score >= mark;
      const points = passed ? 100 : 0;
      const why = inEach((language) =>
        passed
          ? sayIn(language, 'passMark.attemptAbove', { attempt: best.attempt, score: best.score, mark })
          : sayIn(language, 'passMark.bestBelow', { score: best.score, mark }),
      );
      return { person, score: points, parts: [{ id: `attempt-${best.attempt}`, points, of: 100, why }] };
    }),
};
