import type { LocalizedText } from '@planwright/schema/text';
import { residualsOf } from '../../statistics/index.js';
import { say } from '../generated/messages.js';
import type { ComparedPerson, ObservedComparison } from './comparison-data.js';

export interface Covariate {
  key: string;
  title: LocalizedText;
  /** One for each of `people`. */
  values: number[];
}

export interface Covariates {
  /** Who counts: everybody whose chosen covariates are all known. */
  people: ComparedPerson[];
  columns: Covariate[];
  /** The same for everybody of a group: nobody can say what is theirs and what is the version's. */
  inseparable: Covariate[];
}

/** A figure that fewer know of is left out; of one that more know of, those without it are. */
const KNOWN = 0.8;
/** People of the smaller group for each column: more columns than that tell noise. */
const PEOPLE_PER_COLUMN = 5;
/** Leverage from which on somebody is the only one of their kind: nobody else tells what to expect of them. */
const DECIDES_ALONE = 0.95;
/** Members that a department or role needs in each group to be a column of its own. */
const FEWEST_OF_LEVEL = 3;

/**
 * What was known before the start and can be held equal: baseline, time in the company, other baselines, department and job
 * role, in that order and as many as the people allow. What hardly anybody of a group differs in cannot be told apart from
 * the version. Whoever is in a small department or role counts with all the others. Swapping the groups chooses the same.
 */
export function chooseCovariates({ metric, departments, otherMetrics, people: all }: ObservedComparison): Covariates {
  const { numbers, people } = knownOf(all, [
    { key: 'baseline', title: titleOfBaseline(metric.title), of: (person: ComparedPerson) => person.baseline },
    {
      key: 'tenure',
      title: say('chooseCovariates.monthsCompany'),
      of: (person: ComparedPerson) => person.tenureMonths,
    },
    ...otherMetrics.map(({ key, title }) => ({
      key: `baseline:${key}`,
      title: titleOfBaseline(title),
      of: (person: ComparedPerson) => person.otherBaselines[key] ?? null,
    })),
  ]);
  const most = Math.max(1, Math.floor(Math.min(...sizes(people)) / PEOPLE_PER_COLUMN));
  const candidates = [
    ...numbers.map(({ key, title, of }) => ({ key, title, values: people.map((person) => of(person) ?? 0) })),
    ...levels(
      people,
      'department',
      ({ departmentId }) => departmentId,
      (id) => departments[id] ?? id,
    ),
    ...levels(
      people,
      'jobRole',
      ({ jobRole }) => jobRole,
      (role) => role,
    ),
  ];
  const columns: Covariate[] = [];
  const inseparable: Covariate[] = [];
  const version = people.map(({ group }) => Number(group));
  let decided = leverageOf(
    residualsOf(version, []),
    people.map(() => 1 / people.length),
  );
  for (const candidate of candidates) {
    const known = columns.map(({ values }) => values);
    if (columns.length >= most || !isNew(candidate.values, known)) continue;
    if (!isNew(candidate.values, [...known, version]) || !isShared(candidate.values, people)) {
      inseparable.push(candidate);
      continue;
    }
    const leverage = leverageOf(residualsOf(candidate.values, [...known, version]), decided);
    if (Math.max(...leverage) > DECIDES_ALONE) continue;
    columns.push(candidate);
    decided = leverage;
  }
  return { people, columns, inseparable };
}

const titleOfBaseline = (title: LocalizedText): LocalizedText => say('chooseCovariates.baselineOf', { title });

const sizes = (people: readonly ComparedPerson[]): [number, number] => [
  people.filter(({ group }) => group === 0).length,
  people.filter(({ group }) => group === 1).length,
];

interface NumberKnown {
  key: string;
  title: LocalizedText;
  of(person: ComparedPerson): number | null;
}

/** The numbers that enough people of each group have, one after the other, and the people who have all of them. */
function knownOf(
  all: readonly ComparedPerson[],
  candidates: readonly NumberKnown[],
): { numbers: NumberKnown[]; people: ComparedPerson[] } {
  const numbers: NumberKnown[] = [];
  let people = [...all];
  for (const candidate of candidates) {
    const left = people.filter((person) => candidate.of(person) !== null);
    const [before, after] = [sizes(all), sizes(left)];
    if (!after.every((count, group) => count > 0 && count >= KNOWN * (before[group] ?? 0))) continue;
    numbers.push(candidate);
    people = left;
  }
  return { numbers, people };
}

/** A column of 0 and 1 for each level with people enough in both groups, the largest first. */
function levels(
  people: readonly ComparedPerson[],
  key: string,
  of: (person: ComparedPerson) => string | null,
  name: (level: string) => string,
): Covariate[] {
  return [...Map.groupBy(people, of)]
    .flatMap(([level, members]) => (level === null ? [] : [{ level, members }]))
    .filter(({ members }) => Math.min(...sizes(members)) >= FEWEST_OF_LEVEL && members.length < people.length)
    .sort((a, b) => b.members.length - a.members.length || (a.level < b.level ? -1 : 1))
    .map(({ level }) => ({
      key: `${key}:${level}`,
      title: { 'zh-CN': name(level), en: name(level) },
      values: people.map((person) => (of(person) === level ? 1 : 0)),
    }));
}

/** Enough people of each group have another value than most have: where all but a few are alike, those few would decide. */
function isShared(values: readonly number[], people: readonly ComparedPerson[]): boolean {
  const counts = Map.groupBy(values, (value) => value);
  const [commonest] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  const others = people.filter((_, i) => values[i] !== commonest);
  return Math.min(...sizes(others)) >= FEWEST_OF_LEVEL;
}

/** Neither constant nor told by the columns that are there already. */
function isNew(values: readonly number[], columns: readonly (readonly number[])[]): boolean {
  if (values.length === 0) return false;
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  // With as many rows as columns nothing is left over for a residual.
  if (values.length <= columns.length + 1) return false;
  const left = residualsOf(values, columns).reduce((sum, value) => sum + value * value, 0);
  return spread > 0 && left > 1e-8 * spread;
}

/** How much each person alone decides their own prediction once a column with these residuals is there, too. */
function leverageOf(residuals: readonly number[], before: readonly number[]): number[] {
  const left = residuals.reduce((sum, value) => sum + value * value, 0);
  return residuals.map((value, i) => (before[i] ?? 0) + (left > 0 ? (value * value) / left : 0));
}
