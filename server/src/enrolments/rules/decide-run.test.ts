import { describe, expect, test } from '@jest/globals';
import type { EnrolmentStatus } from '@planwright/schema/engine';
import { addDays, addMonths, type PlainDate } from '@planwright/schema/time';
import fc from 'fast-check';
import { decideRun, type PlanEnrolment, type RulePerson, type Run, type RunDecision } from './decide-run.js';
import type { RuleTerms } from './rule-terms.js';

const MONDAY = '2026-01-05';
const TERMS: RuleTerms = {
  triggers: ['JOINING', 'PROMOTION', 'WEEKLY'],
  fromDay: MONDAY,
  cohorts: 'MONTHLY',
  startsOn: 'NEXT_MONDAY',
  mentorRule: 'NONE',
  leaving: 'KEEP',
  againAfterMonths: null,
};
const NOBODY: RulePerson = {
  id: 'p',
  active: true,
  matches: true,
  joinedOn: null,
  promotedOn: null,
  inExperiment: false,
  enrolments: [],
};
const weekly = (today: PlainDate): Run => ({ today, weekly: `${today}T06:00:00.000Z` });
const between = (today: PlainDate): Run => ({ today, weekly: undefined });
const first = (terms: Partial<RuleTerms>, run: Run, person: Partial<RulePerson>) =>
  decideRun({ ...TERMS, ...terms }, run, [{ ...NOBODY, ...person }]).enrol[0];

describe('who is enrolled by a rule', () => {
  test('says what happened to them, the latest first', () => {
    const both = { joinedOn: '2026-01-06', promotedOn: '2026-01-08' };
    expect(first({}, weekly('2026-01-12'), both)).toMatchObject({ trigger: 'PROMOTION', eventOn: '2026-01-08' });
    expect(first({ triggers: ['JOINING'] }, weekly('2026-01-12'), both)).toMatchObject({
      trigger: 'JOINING',
      eventOn: '2026-01-06',
    });
    expect(first({}, weekly('2026-01-12'), {})).toMatchObject({ trigger: 'WEEKLY', eventOn: '2026-01-12' });
  });

  test('not for what happened before the rule counts, and never before its day', () => {
    expect(first({ triggers: ['JOINING'] }, weekly('2026-01-12'), { joinedOn: '2025-12-31' })).toBeUndefined();
    expect(first({ fromDay: '2026-02-02' }, weekly('2026-01-12'), {})).toBeUndefined();
  });

  test('everybody who matches only in a weekly run', () => {
    expect(first({}, between('2026-01-07'), {})).toBeUndefined();
    expect(first({}, between('2026-01-07'), { joinedOn: '2026-01-07' })).toMatchObject({ trigger: 'JOINING' });
  });

  test('begins on the day, or on the Monday on or after it, and never in the past', () => {
    const start = (startsOn: RuleTerms['startsOn'], joinedOn: PlainDate) =>
      first({ startsOn }, between('2026-01-07'), { joinedOn })?.startsOn;
    expect(start('EVENT_DAY', '2026-01-06')).toBe('2026-01-07');
    expect(start('EVENT_DAY', '2026-01-21')).toBe('2026-01-21');
    expect(start('NEXT_MONDAY', '2026-01-06')).toBe('2026-01-12');
    expect(start('NEXT_MONDAY', '2026-01-19')).toBe('2026-01-19');
  });

  test('again only months after they finished, and for something new', () => {
    const done: PlanEnrolment = {
      id: 'e',
      status: 'COMPLETED',
      createdOn: '2026-01-06',
      completedOn: '2026-03-31',
      byRule: null,
    };
    const again = (today: PlainDate, more: Partial<RulePerson> = {}, terms: Partial<RuleTerms> = {}) =>
      first({ againAfterMonths: 6, ...terms }, weekly(today), { enrolments: [done], ...more });
    expect(again('2026-09-29')).toBeUndefined();
    expect(again('2026-09-30')).toMatchObject({ trigger: 'WEEKLY' });
    expect(again('2026-09-30', { joinedOn: '2026-01-06' }, { triggers: ['JOINING'] })).toBeUndefined();
    expect(again('2026-09-30', { enrolments: [{ ...done, status: 'CANCELLED', completedOn: null }] })).toBeUndefined();
  });
});

/** A company that changes from week to week, and what the rule has done in it. */
interface Company {
  people: Map<string, RulePerson>;
  enrolments: (PlanEnrolment & { personId: string; byHand: boolean; reason: string })[];
}

type Change =
  | { kind: 'match'; person: string; matches: boolean }
  | {
      kind: 'promote' | 'join' | 'leave' | 'draw' | 'undraw' | 'enrolByHand' | 'complete' | 'pauseByHand';
      person: string;
    };

const person = fc.constantFrom('a', 'b', 'c');
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('match' as const), person, matches: fc.boolean() }),
  fc.record({
    kind: fc.constantFrom(
      'promote' as const,
      'join' as const,
      'leave' as const,
      'draw' as const,
      'undraw' as const,
      'enrolByHand' as const,
      'complete' as const,
      'pauseByHand' as const,
    ),
    person,
  }),
);
const weeks = fc.array(
  fc.record({ changes: fc.array(change, { maxLength: 4 }), twice: fc.boolean(), midweek: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 14,
  },
);
const terms: fc.Arbitrary<RuleTerms> = fc.record({
  triggers: fc.subarray(['JOINING', 'PROMOTION', 'WEEKLY'] as const, { minLength: 1 }),
  fromDay: fc.integer({ min: 0, max: 28 }).map((days) => addDays(MONDAY, days)),
  cohorts: fc.constant('MONTHLY'),
  startsOn: fc.constantFrom('EVENT_DAY', 'NEXT_MONDAY'),
  mentorRule: fc.constant('NONE'),
  leaving: fc.constantFrom('KEEP', 'PAUSE', 'CANCEL'),
  againAfterMonths: fc.option(fc.integer({ min: 1, max: 2 })),
});

const RUNNING: readonly EnrolmentStatus[] = ['SCHEDULED', 'ACTIVE', 'PAUSED'];
const newCompany = (): Company => ({
  people: new Map(['a', 'b', 'c'].map((id) => [id, { ...NOBODY, id }])),
  enrolments: [],
});
const peopleOf = ({ people, enrolments }: Company): RulePerson[] =>
  [...people.values()].map((one) => ({ ...one, enrolments: enrolments.filter(({ personId }) => personId === one.id) }));

function happens(company: Company, it: Change, today: PlainDate): void {
  const known = company.people.get(it.person);
  if (!known) return;
  const set = (more: Partial<RulePerson>) => company.people.set(it.person, { ...known, ...more });
  const running = company.enrolments.find(({ personId, status }) => personId === it.person && RUNNING.includes(status));
  switch (it.kind) {
    case 'match':
      set({ matches: it.matches });
      return;
    case 'promote':
      set({ promotedOn: today });
      return;
    case 'join':
      set({ joinedOn: today });
      return;
    case 'leave':
      set({ active: false });
      return;
    case 'draw':
      set({ inExperiment: true });
      return;
    case 'undraw':
      set({ inExperiment: false });
      return;
    case 'enrolByHand':
      if (!running) enrolled(company, it.person, today, 'by hand');
      return;
    case 'complete':
      if (running) Object.assign(running, { status: 'COMPLETED', completedOn: today });
      return;
    case 'pauseByHand':
      if (running) running.status = 'PAUSED';
      return;
    default:
      it satisfies never;
  }
}

function enrolled(company: Company, personId: string, today: PlainDate, reason: string): void {
  company.enrolments.push({
    id: `${personId}${company.enrolments.length}`,
    personId,
    status: 'ACTIVE',
    createdOn: today,
    completedOn: null,
    byHand: reason === 'by hand',
    reason,
    byRule: reason === 'by hand' ? null : { missedRuns: 0, missedAt: null, acted: null },
  });
}

/** What running a rule writes, a part of it at a time. */
function carryOut(company: Company, decision: RunDecision, run: Run, most = Number.POSITIVE_INFINITY): void {
  for (const { personId, trigger } of decision.enrol.slice(0, most)) enrolled(company, personId, run.today, trigger);
  const of = (id: string) => company.enrolments.find((enrolment) => enrolment.id === id);
  for (const { enrolmentId, missedRuns } of decision.counted) {
    const enrolment = of(enrolmentId);
    if (enrolment?.byRule) enrolment.byRule = { ...enrolment.byRule, missedRuns, missedAt: run.weekly ?? null };
  }
  for (const { enrolmentId, act } of decision.acts.slice(0, most)) {
    const enrolment = of(enrolmentId);
    if (!enrolment?.byRule) throw new Error('the rule touched what is not its own');
    enrolment.status = act === 'paused' ? 'PAUSED' : act === 'cancelled' ? 'CANCELLED' : 'ACTIVE';
    enrolment.byRule = {
      ...enrolment.byRule,
      acted: act === 'paused' ? 'PAUSED' : act === 'cancelled' ? 'CANCELLED' : null,
    };
  }
}

/** Lives through the weeks, and tells `look` of each decision before it is carried out. */
function live(
  rule: RuleTerms,
  story: readonly { changes: Change[]; twice: boolean; midweek: boolean }[],
  look: (decision: RunDecision, run: Run, company: Company) => void,
): Company {
  const company = newCompany();
  story.forEach(({ changes, twice, midweek }, index) => {
    const monday = addDays(MONDAY, 7 * index);
    for (const it of changes) happens(company, it, addDays(monday, -3));
    const runs = [
      weekly(monday),
      ...(twice ? [weekly(monday)] : []),
      ...(midweek ? [between(addDays(monday, 2))] : []),
    ];
    for (const run of runs) {
      const decision = decideRun(rule, run, peopleOf(company));
      look(decision, run, company);
      carryOut(company, decision, run);
    }
  });
  return company;
}

describe('laws of a rule, whatever happens in a company', () => {
  test('nobody goes through a plan twice, unless the rule says so and months have passed', () => {
    fc.assert(
      fc.property(terms, weeks, (rule, story) => {
        live(rule, story, ({ enrol }, { today }, { enrolments }) => {
          expect(new Set(enrol.map(({ personId }) => personId)).size).toBe(enrol.length);
          for (const { personId } of enrol) {
            const last = enrolments.filter((one) => one.personId === personId).at(-1);
            if (!last) continue;
            expect(rule.againAfterMonths).not.toBeNull();
            expect(last.status).toBe('COMPLETED');
            expect(addMonths(last.completedOn ?? today, rule.againAfterMonths ?? 0) <= today).toBe(true);
          }
        });
      }),
    );
  });

  test('nobody is taken out of a plan before two weekly runs in a row did not find them', () => {
    fc.assert(
      fc.property(terms, weeks, (rule, story) => {
        const missed = new Map<string, string[]>();
        live(rule, story, ({ acts }, run, company) => {
          if (run.weekly !== undefined && run.today >= rule.fromDay)
            for (const one of company.enrolments) {
              const who = company.people.get(one.personId);
              if (!who?.active || who.inExperiment) continue;
              const runs = who.matches ? [] : (missed.get(one.id) ?? []);
              if (!who.matches && runs.at(-1) !== run.weekly) runs.push(run.weekly);
              missed.set(one.id, runs);
            }
          for (const { enrolmentId, act } of acts)
            if (act !== 'resumed') expect((missed.get(enrolmentId) ?? []).length).toBeGreaterThanOrEqual(2);
        });
      }),
    );
  });

  test('members of an experiment, leavers and people enrolled by hand are left alone', () => {
    fc.assert(
      fc.property(terms, weeks, (rule, story) => {
        live(rule, story, ({ enrol, acts }, _run, { people, enrolments }) => {
          for (const { personId } of enrol)
            expect(people.get(personId)).toMatchObject({ inExperiment: false, active: true });
          for (const { enrolmentId } of acts) {
            const enrolment = enrolments.find(({ id }) => id === enrolmentId);
            expect(enrolment?.byHand).toBe(false);
            expect(people.get(enrolment?.personId ?? '')).toMatchObject({ inExperiment: false, active: true });
          }
        });
      }),
    );
  });

  test('a run that is done again, or in parts, does what one run does', () => {
    fc.assert(
      fc.property(terms, weeks, (rule, story) => {
        const company = live(rule, story, () => undefined);
        const copy = structuredClone(company);
        const run = weekly(addDays(MONDAY, 7 * story.length));
        const whole = decideRun(rule, run, peopleOf(company));
        carryOut(company, whole, run);
        for (let part = 0; part < 10; part += 1) carryOut(copy, decideRun(rule, run, peopleOf(copy)), run, 1);
        const outcome = (one: Company) =>
          one.enrolments.map(({ personId, status, reason, byRule }) => ({ personId, status, reason, byRule }));
        expect(outcome(copy)).toEqual(outcome(company));
        const after = decideRun(rule, run, peopleOf(company));
        expect([after.enrol, after.acts, after.counted]).toEqual([[], [], []]);
      }),
    );
  });
});
