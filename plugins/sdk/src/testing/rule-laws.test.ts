import { describe, expect, it } from '@jest/globals';
import type { PlanProgress, RuleEnvironment, RuleOccurrence } from '@planwright/schema/rules';
import { z } from 'zod';
import { lastCall } from '../../../template/src/rule.js';
import type { Plugin } from '../plugin.js';
import { definePlugin } from '../plugin.js';
import type { ReminderRule } from '../rules.js';
import { changingItsMind, failingLaws, untried } from './broken/failing-laws.js';
import { ruleLaws, ruleSubject } from './rule-laws.js';

type Ask = ReminderRule['occurrences'];
const good: ReminderRule = lastCall;
const pluginWith = (rule: ReminderRule): Plugin =>
  definePlugin({
    id: 'broken',
    version: '1.0.0',
    api: 1,
    title: good.title,
    description: good.title,
    config: z.strictObject({}),
    permissions: {},
    reminderRules: { rule },
  });

const asking = (occurrences: Ask): ReminderRule => ({ ...good, occurrences });
/** The good rule's firings, each changed. */
const changing = (change: (occurrence: RuleOccurrence, environment: RuleEnvironment) => RuleOccurrence): ReminderRule =>
  asking((people, params, environment) =>
    good.occurrences(people, params, environment).map((each) => change(each, environment)),
  );
const filtering = (
  keep: (
    occurrences: RuleOccurrence[],
    people: readonly PlanProgress[],
    environment: RuleEnvironment,
  ) => RuleOccurrence[],
): ReminderRule =>
  asking((people, params, environment) => keep(good.occurrences(people, params, environment), people, environment));

const lasting = ({ from, until }: RuleEnvironment): number => Date.parse(until) - Date.parse(from);
const other = (occurrences: RuleOccurrence[]): RuleOccurrence[] =>
  occurrences.map((each) => ({ ...each, hard: !each.hard }));

/** One rule for each law, wrong in that alone. */
const BROKEN: Record<string, ReminderRule> = {
  'its settings accept the fixture and refuse what is near it': {
    ...good,
    params: z.object({ days: z.int().default(2) }),
  },
  'it fires for somebody of the fixture': asking(() => []),
  'the same question has the same answer, without clock and chance': asking(
    changingItsMind((people, params, environment) => good.occurrences(people, params, environment), other),
  ),
  'the order of the people does not matter': filtering((occurrences, people) =>
    (people[0]?.person ?? '') > (people.at(-1)?.person ?? '') ? other(occurrences) : occurrences,
  ),
  'nobody’s reminders depend on who else is asked about': filtering((occurrences, people) =>
    people.length > 1 ? other(occurrences) : occurrences,
  ),
  'a time in two parts gives what the whole gives': filtering((occurrences) => {
    const latest = new Map(occurrences.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map((each) => [each.person, each]));
    return [...latest.values()];
  }),
  'a firing asked for again at its instant is there, with its key': filtering((occurrences, _, environment) =>
    lasting(environment) < 1000 ? [] : occurrences,
  ),
  'every firing lies within the time asked for': changing((each) => ({ ...each, at: each.at.replace('Z', '+00:00') })),
  'a key is one firing of one person': filtering((occurrences) => [...occurrences, ...occurrences]),
  'it names only the people, items and steps it was given': changing((each) => ({ ...each, itemKey: 'no-such-item' })),
  'what it says and why is there in both languages, without HTML': changing((each) => ({
    ...each,
    about: { en: each.about.en ?? '' },
  })),
  'nothing is out of date before it is sent': changing((each) => ({ ...each, expiresAt: each.at })),
  'people whose plan is completed or cancelled are left alone': asking((people, params, environment) =>
    good.occurrences(
      people.map((person) => ({ ...person, status: 'ACTIVE' })),
      params,
      environment,
    ),
  ),
  'it changes nothing of what it is given': asking((people, params, environment) => {
    const answer = good.occurrences(people, params, environment);
    for (const { items } of people) items.pop();
    return answer;
  }),
};

describe('the laws of reminder rules', () => {
  const failing = (rule: ReminderRule) => failingLaws(ruleLaws, ruleSubject(pluginWith(rule), 'rule', {}));

  it('hold for a good rule', async () => {
    expect(await failing(good)).toEqual([]);
  });
  it('are each tried by a rule that breaks it', () => {
    expect(untried(ruleLaws, BROKEN)).toEqual([]);
  });
  it.each(Object.entries(BROKEN))('%s: a rule that is wrong in this alone breaks this alone', async (law, rule) => {
    expect(await failing(rule)).toEqual([law]);
  });
});
