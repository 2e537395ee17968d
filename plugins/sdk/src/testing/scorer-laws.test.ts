import { describe, expect, it } from '@jest/globals';
import type { Evidence, Score } from '@planwright/schema/rules';
import { z } from 'zod';
import { steady } from '../../../template/src/scorer.js';
import { definePlugin, type Plugin } from '../plugin.js';
import type { Scorer } from '../rules.js';
import { changingItsMind, failingLaws, untried } from './broken/failing-laws.js';
import { scorerLaws, scorerSubject } from './scorer-laws.js';

const good: Scorer = steady;
const pluginWith = (scorer: Scorer): Plugin =>
  definePlugin({
    id: 'broken',
    version: '1.0.0',
    api: 1,
    title: good.title,
    description: good.title,
    config: z.strictObject({}),
    permissions: {},
    scorers: { scorer },
  });

const scoring = (change: (scores: Score[], people: readonly Evidence[]) => Score[]): Scorer => ({
  ...good,
  score: (people, params) => change(good.score(people, params), people),
});
const other = (scores: Score[]): Score[] =>
  scores.map((each) => ({ ...each, parts: each.parts.map((part) => ({ ...part, id: 'other' })) }));

/** One scorer for each law, wrong in that alone. */
const BROKEN: Record<string, Scorer> = {
  'its settings accept the fixture and refuse what is near it': {
    ...good,
    params: z.object({ penalty: z.int().default(5) }),
  },
  'the same evidence has the same score, without clock and chance': {
    ...good,
    score: changingItsMind((people, params) => good.score(people, params), other),
  },
  'the order of the people does not matter': scoring((scores, people) =>
    people.length > 1 && people[0]?.person === 'nothing' ? other(scores) : scores,
  ),
  'nobody’s score depends on who else is scored': scoring((scores, people) =>
    people.length > 1 ? other(scores) : scores,
  ),
  'everybody has exactly one score': scoring((scores) => scores.slice(0, 6)),
  'scores lie from 0 to 100': scoring((scores) =>
    scores.map((each) => (each.score === 100 ? { ...each, score: 101 } : each)),
  ),
  'without evidence there is no score, not a bad one': scoring((scores) =>
    scores.map((each) =>
      each.score === null
        ? { ...each, score: 0, parts: [{ id: 'none', points: 0, of: 100, why: { 'zh-CN': '没有', en: 'None' } }] }
        : each,
    ),
  ),
  'its parts say in both languages what the score was made of': scoring((scores) =>
    scores.map((each) => ({ ...each, parts: each.parts.map((part) => ({ ...part, why: { en: 'So it is' } })) })),
  ),
  'it changes nothing of what it is given': scoring((scores, people) => {
    for (const { item } of people) item?.attempts.reverse().pop();
    return scores;
  }),
};

describe('the laws of scorers', () => {
  const failing = (scorer: Scorer) => failingLaws(scorerLaws, scorerSubject(pluginWith(scorer), 'scorer', {}));

  it('hold for a good scorer', async () => {
    expect(await failing(good)).toEqual([]);
  });
  it('are each tried by a scorer that breaks it', () => {
    expect(untried(scorerLaws, BROKEN)).toEqual([]);
  });
  it.each(Object.entries(BROKEN))('%s: a scorer that is wrong in this alone breaks this alone', async (law, scorer) => {
    expect(await failing(scorer)).toEqual([law]);
  });
});
