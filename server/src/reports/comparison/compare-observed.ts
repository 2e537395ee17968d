import type { LocalizedText } from '@planwright/schema/text';
import { inEach, listOf, type Text } from '@planwright/schema/words';
import {
  attainableP,
  type EstimateLine,
  figure,
  line,
  ranks,
  SAME_VALUE,
  shares,
  verdictSentence,
} from '../../experiments/analysis/index.js';
import {
  ancova,
  overlapDifference,
  overlapWeights,
  type TestResult,
  type Verdict,
  verdict,
  welchTTest,
} from '../../statistics/index.js';
import { say, sayIn } from '../generated/messages.js';
import { type ComparisonCheck, checkMissing, checkOverlap } from './check-overlap.js';
import { type Covariate, type Covariates, chooseCovariates } from './choose-covariates.js';
import type { BalanceFigure, ComparedPerson, ComparedVersions, ObservedComparison } from './comparison-data.js';
import { evidenceNeeded } from './evidence-needed.js';

const METHODS = {
  overlap: say('compareObserved.overlap'),
  regression: say('compareObserved.regression'),
  crude: say('compareObserved.crude'),
} as const satisfies Record<string, LocalizedText>;

/** Standardised difference that weighting may leave; exact weights leave none. */
const BALANCED = 0.1;

/** Where the plan names no smallest difference no interval is small enough to call two versions alike. */
const NONE_IS_SMALL = Number.MIN_VALUE;

/**
 * Two versions whose people were not assigned at random, second minus first. At best they are associated with different outcomes,
 * however small p is. Pure; swapping the groups negates every difference.
 */
export function compareObserved(of: ObservedComparison): ComparedVersions {
  const measured = of.people.filter(hasOutcome);
  const outcomes = (people: readonly Measured[], group: 0 | 1) =>
    people.filter((person) => person.group === group).map(({ outcome }) => outcome);
  const [first, second] = [outcomes(measured, 0), outcomes(measured, 1)];
  const count: [number, number] = [first.length, second.length];
  const chosen = chooseCovariates({ ...of, people: measured });
  const people = chosen.people.filter(hasOutcome);
  const adjusted = adjust(people, chosen);
  const missing = checkMissing(of.people);
  const overlap = adjusted.kind === 'NONE' ? [] : checkOverlap(measured, adjusted.effectiveSize, adjusted.balance);
  const checks = [missing, ...overlap];
  const { result } = adjusted;
  const isSame = new Set(measured.map(({ outcome }) => outcome)).size === 1;
  const estimate: EstimateLine = {
    ...line(METHODS.overlap, result),
    ...(isSame ? { note: SAME_VALUE } : {}),
    ...noteOf(result, chosen, measured.length, of.people),
  };
  const sensitivity = sensitivityOf(of, people, chosen, first, second);
  const decided = decide(of, count, result, { checks, sensitivity, isSame });
  const evidence =
    adjusted.kind === 'NONE'
      ? null
      : evidenceNeeded(result, [outcomes(people, 0), outcomes(people, 1)], of.metric.scale);
  return {
    ...decided,
    sentence: decided.sentence ?? sentenceOf(of, decided.verdict, estimate, checks, evidence?.point ?? null, count),
    estimate,
    sensitivity,
    balance: adjusted.balance,
    eValue: evidence?.point ?? null,
    eValueText: evidence?.text ?? null,
    people: count,
  };
}

type Measured = ComparedPerson & { outcome: number };
const hasOutcome = (person: ComparedPerson): person is Measured => person.outcome !== null;

interface Adjusted {
  kind: 'WEIGHTED' | 'NONE';
  result: TestResult;
  effectiveSize: [number, number];
  balance: BalanceFigure[];
}

function adjust(people: readonly Measured[], { columns }: Covariates): Adjusted {
  const groups = people.map(({ group }) => group);
  const covariates = Object.fromEntries(columns.map(({ key, values }) => [key, values]));
  const outcome = people.map((person) => person.outcome);
  const result = overlapDifference(outcome, groups, covariates);
  if (!groups.includes(0) || !groups.includes(1)) return { kind: 'NONE', result, effectiveSize: [0, 0], balance: [] };
  const { effectiveSize, balance } = overlapWeights(groups, covariates);
  return {
    kind: 'WEIGHTED',
    result,
    effectiveSize,
    balance: balance.map(({ name, before, after }, i) => ({
      key: name,
      title: columns[i]?.title ?? {},
      before,
      after,
      passed: Math.abs(after) <= BALANCED,
    })),
  };
}

/** What was held equal, what could not be, and who that left out; the reason where there is no figure comes first. */
function noteOf(
  result: TestResult,
  { people, columns, inseparable }: Covariates,
  measured: number,
  everybody: readonly ComparedPerson[],
): { note?: LocalizedText } {
  if (result.reason !== undefined) return {};
  const left = measured - people.length;
  const list = (of: readonly Covariate[]) => listOf(of.map(({ title }) => title));
  const parts: Text[] = [
    columns.length === 0
      ? say('compareObserved.nothingKnownBeforehand')
      : say('compareObserved.adjusted', { columns: list(columns) }),
  ];
  if (inseparable.length > 0) parts.push(say('compareObserved.cannotToldApart', { inseparable: list(inseparable) }));
  const without = ([0, 1] as const).map((group) => {
    const own = everybody.filter((person) => person.group === group);
    return `${own.filter(({ outcome }) => outcome === null).length} / ${own.length}`;
  });
  if (measured < everybody.length) parts.push(say('compareObserved.noOutcome', { without: without.join(' · ') }));
  if (left > 0) parts.push(say('compareObserved.incompleteInformationLeft', { left }));
  return {
    note: inEach((language) => parts.map((part) => part[language]).join(sayIn(language, 'compareObserved.semicolon'))),
  };
}

function sensitivityOf(
  { metric }: ObservedComparison,
  people: readonly Measured[],
  { columns }: Covariates,
  first: readonly number[],
  second: readonly number[],
): EstimateLine[] {
  const crude = line(METHODS.crude, welchTTest(second, first));
  const plain = first.length > 0 && second.length > 0;
  const bySort =
    metric.scale === 'YES_NO'
      ? plain
        ? [shares(first, second)]
        : []
      : metric.scale === 'RATING'
        ? ranks(first, second)
        : [];
  return [regressionOf(people, columns), crude, ...bySort];
}

/** Where a person is the only one of their kind the robust errors do not exist. */
function regressionOf(people: readonly Measured[], columns: readonly Covariate[]): EstimateLine {
  const covariates = Object.fromEntries(columns.map(({ key, values }) => [key, values]));
  try {
    const [outcomes, groups] = [people.map(({ outcome }) => outcome), people.map(({ group }) => group)];
    return line(METHODS.regression, ancova(outcomes, groups, covariates));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { method: METHODS.regression, estimate: null, low: null, high: null, pValue: null };
  }
}

/** Two ways of adjusting that point apart leave nothing to say. */
function decide(
  { metric, smallestEffect }: ObservedComparison,
  perArm: [number, number],
  { interval, estimate, reason }: TestResult,
  {
    checks,
    sensitivity,
    isSame,
  }: { checks: readonly ComparisonCheck[]; sensitivity: readonly EstimateLine[]; isSame: boolean },
): { verdict: Verdict; sentence?: LocalizedText } {
  const decided = verdict({
    design: 'OBSERVATIONAL',
    registered: true,
    perArm,
    interval,
    smallestEffect: smallestEffect ?? NONE_IS_SMALL,
    direction: metric.direction,
    integrity: reason === 'constant' ? [] : checks.map(({ key, passed }) => ({ key, passed })),
    attainableP: attainableP(perArm),
  });
  if (decided === 'INCONCLUSIVE' && isSame)
    return {
      verdict: decided,
      sentence: say('compareObserved.sameValue', { title: metric.title }),
    };
  const other = sensitivity[0]?.estimate ?? null;
  if (decided === 'ASSOCIATED_ONLY' && estimate !== null && other !== null && Math.sign(other) !== Math.sign(estimate))
    return {
      verdict: 'INCONCLUSIVE',
      sentence: say('compareObserved.cannotTellYet', { estimate: figure(estimate), other: figure(other) }),
    };
  return { verdict: decided };
}

function sentenceOf(
  { metric, smallestEffect, labels, people }: ObservedComparison,
  decided: Verdict,
  primary: EstimateLine,
  checks: readonly ComparisonCheck[],
  eValue: number | null,
  measured: [number, number],
): LocalizedText {
  const inGroup = (group: 0 | 1) => people.filter((person) => person.group === group).length;
  return verdictSentence({
    verdict: decided,
    metric,
    arm: labels[1],
    reference: labels[0],
    primary,
    smallestEffect: smallestEffect ?? 0,
    sizes: { unit: 'PERSON', all: [inGroup(0), inGroup(1)], measured },
    integrity: checks.map(({ passed, text }) => ({ passed, blocking: true, text })),
    eValue,
  });
}
