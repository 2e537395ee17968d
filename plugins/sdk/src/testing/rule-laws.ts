import { canonicalJson } from '@planwright/schema/definition';
import type { PlanProgress, RuleEnvironment, RuleOccurrence } from '@planwright/schema/rules';
import type { Plugin } from '../plugin.js';
import type { ReminderRule } from '../rules.js';
import { withoutClockAndChance } from './frozen-world.js';
import { type Law, must } from './law.js';
import { acceptedMutant, refusalOf } from './mutants.js';
import { manyPeople, twelveWeeks } from './people.js';

export interface ReminderRuleFixture {
  /** Settings as a plan gives them; each is tried. Absent = the rule's own defaults. */
  params?: readonly Record<string, unknown>[];
  /** Absent = `manyPeople()`. */
  people?: readonly PlanProgress[];
  /** Absent = twelve weeks from 5 January 2026. */
  environment?: RuleEnvironment;
}

export interface RuleSubject {
  rule: ReminderRule;
  settings: readonly Record<string, unknown>[];
  people: readonly PlanProgress[];
  environment: RuleEnvironment;
}

export function ruleSubject(
  plugin: Plugin,
  key: string,
  { params = [{}], people = manyPeople(), environment = twelveWeeks() }: ReminderRuleFixture,
): RuleSubject {
  const rule = plugin.reminderRules?.[key];
  if (!rule) throw new Error(`The plugin ${plugin.id} has no reminder rule ${key}.`);
  return { rule, settings: params, people, environment };
}

/** Asks in a world without clock, with copies: what a rule does to them is another law's. */
function ask(
  { rule, people, environment }: RuleSubject,
  given: Record<string, unknown>,
  how: { people?: readonly PlanProgress[]; from?: string; until?: string } = {},
): RuleOccurrence[] {
  const copy = structuredClone({
    people: how.people ?? people,
    environment: { ...environment, from: how.from ?? environment.from, until: how.until ?? environment.until },
  });
  return withoutClockAndChance(() => rule.occurrences(copy.people, rule.params.parse(given), copy.environment));
}

const sorted = (occurrences: readonly RuleOccurrence[]): string[] =>
  occurrences.map((each) => canonicalJson(each)).sort();
const equal = (a: readonly RuleOccurrence[], b: readonly RuleOccurrence[]): boolean =>
  canonicalJson(sorted(a)) === canonicalJson(sorted(b));
const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();
const MOST_CUTS = 12;
/** Evenly chosen, the first and the last among them: each costs two questions about everybody. */
const someOf = (instants: readonly string[]): string[] =>
  instants.filter((_, i) => i === instants.length - 1 || i % Math.ceil(instants.length / MOST_CUTS) === 0);
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const HTML = /<\/?[a-z][^>]*>/i;

/** The law for each of the fixture's settings. */
const forEach =
  (law: (subject: RuleSubject, settings: Record<string, unknown>) => void) =>
  (subject: RuleSubject): void => {
    for (const settings of subject.settings) law(subject, settings);
  };

export const ruleLaws: Law<RuleSubject>[] = [
  {
    name: 'its settings accept the fixture and refuse what is near it',
    check: forEach(({ rule }, settings) => {
      const refusal = refusalOf(rule.params, settings);
      must(refusal === undefined, `The settings of the fixture are refused: ${refusal}.`);
      const full = { ...rule.params.parse(settings) };
      const accepted = acceptedMutant(rule.params, full);
      must(
        accepted === undefined,
        `Settings with ${accepted} are accepted. Use z.strictObject, and types without coercion.`,
      );
    }),
  },
  {
    name: 'it fires for somebody of the fixture',
    check: forEach((subject, settings) => {
      must(
        ask(subject, settings).length > 0,
        'It never fires, so nothing else is proven. Give people that it applies to.',
      );
    }),
  },
  {
    name: 'the same question has the same answer, without clock and chance',
    check: forEach((subject, settings) => {
      must(
        equal(ask(subject, settings), ask(subject, settings)),
        'Asked twice, it answers two things. Keep nothing between calls.',
      );
    }),
  },
  {
    name: 'the order of the people does not matter',
    check: forEach((subject, settings) => {
      const asGiven = ask(subject, settings);
      const reversed = ask(subject, settings, { people: [...subject.people].reverse() });
      must(equal(asGiven, reversed), 'With the people in another order it answers something else.');
    }),
  },
  {
    name: 'nobody’s reminders depend on who else is asked about',
    check: forEach((subject, settings) => {
      const together = ask(subject, settings);
      const alone = subject.people.flatMap((person) => ask(subject, settings, { people: [person] }));
      must(equal(together, alone), 'Asked one by one, the people have other reminders than together.');
    }),
  },
  {
    name: 'a time in two parts gives what the whole gives',
    check: forEach((subject, settings) => {
      const { from, until } = subject.environment;
      const whole = ask(subject, settings);
      const cuts = [later(from, (Date.parse(until) - Date.parse(from)) / 2), ...whole.map(({ at }) => at)];
      for (const cut of someOf([...new Set(cuts)].sort())) {
        if (cut <= from || cut >= until) continue;
        const parts = [...ask(subject, settings, { until: cut }), ...ask(subject, settings, { from: cut })];
        must(
          equal(whole, parts),
          `Asked until ${cut} and from then on, it gives other firings than at once: the planner asks in pieces.`,
        );
      }
    }),
  },
  {
    name: 'a firing asked for again at its instant is there, with its key',
    check: forEach((subject, settings) => {
      for (const { person, key, at } of ask(subject, settings)) {
        const asked = subject.people.filter((each) => each.person === person);
        const again = ask(subject, settings, { people: asked, from: at, until: later(at, 1) });
        must(
          again.some((each) => each.person === person && each.key === key),
          `${person}: ${key} at ${at} is not there when asked for that instant alone. It would be suppressed when it is sent.`,
        );
      }
    }),
  },
  {
    name: 'every firing lies within the time asked for',
    check: forEach((subject, settings) => {
      const { from, until } = subject.environment;
      for (const { at, key } of ask(subject, settings))
        must(
          INSTANT.test(at) && at >= from && at < until,
          `${key} fires at ${at}, outside of ${from} … ${until}. Instants are ISO in UTC with milliseconds.`,
        );
    }),
  },
  {
    name: 'a key is one firing of one person',
    check: forEach((subject, settings) => {
      const seen = new Set<string>();
      for (const { person, key } of ask(subject, settings)) {
        must(!seen.has(`${person} ${key}`), `${person} has the key ${key} twice: the second would never be sent.`);
        seen.add(`${person} ${key}`);
      }
    }),
  },
  {
    name: 'it names only the people, items and steps it was given',
    check: forEach((subject, settings) => {
      for (const { person, itemKey, stepKey } of ask(subject, settings)) {
        const known = subject.people.find((each) => each.person === person);
        must(known !== undefined, `It reminds ${person}, who was not asked about.`);
        const item = known.items.find(({ key }) => key === itemKey);
        must(itemKey === undefined || item !== undefined, `${person} has no item ${itemKey}.`);
        must(
          stepKey === undefined || item?.steps.some(({ key }) => key === stepKey) === true,
          `${itemKey} has no step ${stepKey}.`,
        );
      }
    }),
  },
  {
    name: 'what it says and why is there in both languages, without HTML',
    check: forEach((subject, settings) => {
      for (const { about, why, key } of ask(subject, settings))
        for (const text of [about, why])
          for (const language of ['zh-CN', 'en'])
            must(
              (text[language] ?? '').trim() !== '' && !HTML.test(text[language] ?? ''),
              `${key} has no ${language} text without HTML: ${JSON.stringify(text)}.`,
            );
    }),
  },
  {
    name: 'nothing is out of date before it is sent',
    check: forEach((subject, settings) => {
      for (const { key, at, expiresAt } of ask(subject, settings))
        must(expiresAt === undefined || expiresAt > at, `${key} expires at ${expiresAt}, and fires at ${at}.`);
    }),
  },
  {
    name: 'people whose plan is completed or cancelled are left alone',
    check: forEach((subject, settings) => {
      const over = subject.people.flatMap((person) => [
        { ...person, status: 'COMPLETED' as const },
        { ...person, status: 'CANCELLED' as const },
      ]);
      for (const person of over)
        must(
          ask(subject, settings, { people: [person] }).length === 0,
          `It reminds ${person.person}, whose plan is ${person.status.toLowerCase()}.`,
        );
    }),
  },
  {
    name: 'it changes nothing of what it is given',
    check: forEach(({ rule, people, environment }, settings) => {
      const given = structuredClone({ people: [...people], params: rule.params.parse(settings), environment });
      const before = canonicalJson(given);
      rule.occurrences(given.people, given.params, given.environment);
      must(canonicalJson(given) === before, 'It changes what it was given: copy before sorting.');
    }),
  },
];
