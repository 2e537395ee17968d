import { canonicalJson } from '@planwright/schema/definition';
import type { Evidence, Score } from '@planwright/schema/rules';
import type { Plugin } from '../plugin.js';
import type { Scorer } from '../rules.js';
import { withoutClockAndChance } from './frozen-world.js';
import { type Law, must } from './law.js';
import { acceptedMutant, refusalOf } from './mutants.js';

export interface ScorerFixture {
  /** Settings as a plan gives them; each is tried. Absent = the scorer's own defaults. */
  params?: readonly Record<string, unknown>[];
  /** Absent = `manyEvidences()` for what the scorer scores. */
  people?: readonly Evidence[];
}

export interface ScorerSubject {
  scorer: Scorer;
  settings: readonly Record<string, unknown>[];
  people: readonly Evidence[];
}

export function scorerSubject(plugin: Plugin, key: string, { params = [{}], people }: ScorerFixture): ScorerSubject {
  const scorer = plugin.scorers?.[key];
  if (!scorer) throw new Error(`The plugin ${plugin.id} has no scorer ${key}.`);
  return { scorer, settings: params, people: people ?? manyEvidences(scorer.of) };
}

/** Evidence of every sort: full, partial, failed, tried again, none. */
export function manyEvidences(of: Scorer['of']): Evidence[] {
  const attempt = (n: number, score: number) => ({
    attempt: n,
    score,
    criteria: [
      { key: 'content', score },
      { key: 'form', score: Math.max(0, score - 10) },
    ],
  });
  if (of === 'ITEM')
    return [
      { person: 'once', item: { key: 'goals', passMark: 60, attempts: [attempt(1, 82)] } },
      { person: 'twice', item: { key: 'goals', passMark: 60, attempts: [attempt(1, 40), attempt(2, 75)] } },
      { person: 'worse', item: { key: 'goals', passMark: 60, attempts: [attempt(1, 90), attempt(2, 55)] } },
      { person: 'full', item: { key: 'goals', attempts: [attempt(1, 100)] } },
      { person: 'zero', item: { key: 'goals', passMark: 60, attempts: [attempt(1, 0)] } },
      { person: 'nothing', item: { key: 'goals', passMark: 60, attempts: [] } },
    ];
  return [
    {
      person: 'all',
      items: [
        { key: 'goals', score: 80, done: true },
        { key: 'review', score: 95.5, done: true, points: 20 },
      ],
    },
    {
      person: 'some',
      items: [
        { key: 'goals', score: 61, done: true },
        { key: 'review', done: false },
      ],
    },
    { person: 'zero', items: [{ key: 'goals', score: 0, done: true }] },
    {
      person: 'nothing',
      items: [
        { key: 'goals', done: false },
        { key: 'review', done: false },
      ],
    },
    { person: 'no-items', items: [] },
  ];
}

const score = ({ scorer, people }: ScorerSubject, given: Record<string, unknown>, asked = people): Score[] =>
  withoutClockAndChance(() => scorer.score(structuredClone(asked), scorer.params.parse(given)));

const byPerson = (scores: readonly Score[]): string => canonicalJson(scores.map((each) => canonicalJson(each)).sort());

const forEach =
  (law: (subject: ScorerSubject, settings: Record<string, unknown>) => void) =>
  (subject: ScorerSubject): void => {
    for (const settings of subject.settings) law(subject, settings);
  };

const hasNothing = ({ item, items = [] }: Evidence): boolean =>
  item ? item.attempts.length === 0 : items.every((each) => each.score === undefined && !each.done);

export const scorerLaws: Law<ScorerSubject>[] = [
  {
    name: 'its settings accept the fixture and refuse what is near it',
    check: forEach(({ scorer }, settings) => {
      const refusal = refusalOf(scorer.params, settings);
      must(refusal === undefined, `The settings of the fixture are refused: ${refusal}.`);
      const accepted = acceptedMutant(scorer.params, { ...scorer.params.parse(settings) });
      must(
        accepted === undefined,
        `Settings with ${accepted} are accepted. Use z.strictObject, and types without coercion.`,
      );
    }),
  },
  {
    name: 'the same evidence has the same score, without clock and chance',
    check: forEach((subject, settings) => {
      const [first, second] = [score(subject, settings), score(subject, settings)];
      must(byPerson(first) === byPerson(second), 'Asked twice, it gives two scores. Keep nothing between calls.');
    }),
  },
  {
    name: 'the order of the people does not matter',
    check: forEach((subject, settings) => {
      const reversed = score(subject, settings, [...subject.people].reverse());
      must(
        byPerson(score(subject, settings)) === byPerson(reversed),
        'With the people in another order it gives other scores.',
      );
    }),
  },
  {
    name: 'nobody’s score depends on who else is scored',
    check: forEach((subject, settings) => {
      const alone = subject.people.flatMap((person) => score(subject, settings, [person]));
      must(
        byPerson(score(subject, settings)) === byPerson(alone),
        'Scored one by one, the people have other scores than together.',
      );
    }),
  },
  {
    name: 'everybody has exactly one score',
    check: forEach((subject, settings) => {
      for (const asked of [
        subject.people,
        [...subject.people, ...subject.people.map((each) => ({ ...each, person: `${each.person}-too` }))],
      ]) {
        const told = score(subject, settings, asked)
          .map(({ person }) => person)
          .sort();
        must(
          told.join() ===
            asked
              .map(({ person }) => person)
              .sort()
              .join(),
          `Asked about ${asked.length} people, it scores ${told.join(', ') || 'nobody'}.`,
        );
      }
    }),
  },
  {
    name: 'scores lie from 0 to 100',
    check: forEach((subject, settings) => {
      for (const { person, score: given } of score(subject, settings))
        must(
          given === null || (Number.isFinite(given) && given >= 0 && given <= 100),
          `${person} has the score ${String(given)}.`,
        );
    }),
  },
  {
    name: 'without evidence there is no score, not a bad one',
    check: forEach((subject, settings) => {
      const people = subject.people.filter(hasNothing);
      must(people.length > 0, 'Give the fixture a person without evidence.');
      for (const { person, score: given } of score(subject, settings, people))
        must(given === null, `${person} has done nothing yet and has the score ${given}; it must be null.`);
    }),
  },
  {
    name: 'its parts say in both languages what the score was made of',
    check: forEach((subject, settings) => {
      for (const { person, score: given, parts } of score(subject, settings)) {
        must(given === null || parts.length > 0, `${person} has a score and no parts.`);
        for (const { id, points, of, why } of parts) {
          must(points >= 0 && points <= of, `${person}: the part ${id} has ${points} of ${of} points.`);
          must(
            ['zh-CN', 'en'].every((language) => (why[language] ?? '').trim() !== ''),
            `${person}: the part ${id} does not say why in both languages.`,
          );
        }
      }
    }),
  },
  {
    name: 'it changes nothing of what it is given',
    check: forEach(({ scorer, people }, settings) => {
      const given = structuredClone([...people]);
      const before = canonicalJson(given);
      scorer.score(given, scorer.params.parse(settings));
      must(canonicalJson(given) === before, 'It changes what it was given: copy before sorting.');
    }),
  },
];
