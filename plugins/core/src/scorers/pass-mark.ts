import type { Scorer } from '@planwright/plugin-sdk';
import { z } from 'zod';
import { field } from '../params/fields.js';
import { inBoth, say } from '../text/wording.js';
import { scored } from './scored-attempts.js';

const params = z.strictObject({
  passMark: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .meta(
      field('及格线', 'Pass mark', {
        zh: '不填就用条目自己的及格线，条目也没有时是 60。',
        en: 'Where there is none, the pass mark of the item itself, or 60.',
      }),
    ),
});

const USUAL_PASS_MARK = 60;

/** 100 for who reached the pass mark in any attempt, else 0. */
export const passMark: Scorer<typeof params> = {
  title: { 'zh-CN': '是否及格', en: 'Passed or not' },
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
      const why = inBoth((language) =>
        passed
          ? say(
              language,
              `第 ${best.attempt} 次 ${best.score} 分，达到及格线 ${mark}`,
              `attempt ${best.attempt}: ${best.score}, at or above ${mark}`,
            )
          : say(language, `最高 ${best.score} 分，未达到及格线 ${mark}`, `best ${best.score}, below ${mark}`),
      );
      return { person, score: points, parts: [{ id: `attempt-${best.attempt}`, points, of: 100, why }] };
    }),
};
