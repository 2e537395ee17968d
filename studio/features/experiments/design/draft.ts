import type { UserError } from '@/features/api/user-errors';
import type { AllocationUnit, CreateExperimentInput, Stratum } from '@/gql/graphql';

/** What HR has filled in so far. Dates as `2026-03-02`. */
export interface Draft {
  name: string;
  hypothesis: string;
  planKey: string;
  /** The first is the reference; an empty one is still to be chosen. */
  versionIds: readonly string[];
  metricKey: string;
  /** As typed. */
  smallestEffect: string;
  /** What must not get worse, each with how much is accepted, as typed. */
  guardrails: readonly { metricKey: string; margin: string }[];
  /** Keys of what is looked at besides; an empty one is still to be chosen. */
  secondaryMetrics: readonly string[];
  people: readonly { id: string }[];
  unit: AllocationUnit;
  strata: readonly Stratum[];
  cohortName: string;
  startsOn: string;
  analysisOn: string;
  /** Empty = the server draws one. */
  seed: string;
}

export const FIELDS = [
  'name',
  'hypothesis',
  'planKey',
  'versionIds',
  'metricKey',
  'smallestEffect',
  'guardrails',
  'secondaryMetrics',
  'personIds',
  'unit',
  'cohortName',
  'startsOn',
  'analysisOn',
  'seed',
] as const;
export type DraftField = (typeof FIELDS)[number];

/** The most guardrails, and the most secondary metrics. */
export const MOST_MEASURES = 5;

/** Up to this many versions may be drawn for. */
export const MOST_VERSIONS = 4;

const DAY_MS = 86_400_000;

/** A calendar date `days` days later. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** A number as typed: also with the full-width digits and point of a Chinese keyboard. NaN where it is none. */
export function numberTyped(text: string): number {
  const plain = text.trim().normalize('NFKC').replace('。', '.');
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
}

/** The fields that are still to be filled in before the server is asked; it checks everything again. */
export function incomplete(draft: Draft, today: string): Set<DraftField> {
  const { name, hypothesis, cohortName, planKey, metricKey, versionIds, people, startsOn, analysisOn } = draft;
  const wrong: Record<DraftField, boolean> = {
    name: name.trim() === '',
    hypothesis: hypothesis.trim() === '',
    planKey: planKey === '',
    versionIds: versionIds.length < 2 || versionIds.includes('') || new Set(versionIds).size < versionIds.length,
    metricKey: metricKey === '',
    smallestEffect: !(numberTyped(draft.smallestEffect) > 0),
    guardrails: draft.guardrails.some(({ metricKey: key, margin }) => key === '' || !(numberTyped(margin) > 0)),
    secondaryMetrics: draft.secondaryMetrics.includes(''),
    personIds: people.length < versionIds.length,
    unit: false,
    cohortName: cohortName.trim() === '',
    startsOn: startsOn === '',
    analysisOn: analysisOn === '' || analysisOn <= startsOn || analysisOn <= today,
    seed: false,
  };
  return new Set(FIELDS.filter((field) => wrong[field]));
}

/** Places in the list of people that the server refuses, each with its own reason. */
export const refusedPeople = (wrong: readonly UserError[]): Set<number> =>
  new Set(
    wrong.flatMap(({ path }) => {
      const at = path.indexOf('personIds');
      const place = at === -1 ? undefined : path[at + 1];
      return place !== undefined && /^\d+$/.test(place) ? [Number(place)] : [];
    }),
  );

export function inputOf(draft: Draft): CreateExperimentInput {
  const { people, smallestEffect, versionIds, strata, seed, name, hypothesis, cohortName, ...others } = draft;
  const { guardrails, secondaryMetrics, ...plain } = others;
  return {
    ...plain,
    name: name.trim(),
    hypothesis: hypothesis.trim(),
    cohortName: cohortName.trim(),
    versionIds: [...versionIds],
    strata: [...strata],
    personIds: people.map(({ id }) => id),
    smallestEffect: numberTyped(smallestEffect),
    guardrails: guardrails.map(({ metricKey, margin }) => ({ metricKey, margin: numberTyped(margin) })),
    secondaryMetrics: [...secondaryMetrics],
    ...(seed.trim() === '' ? {} : { seed: seed.trim() }),
  };
}

/**
 * What these people can show against what matters: `enough` = a difference that matters would be seen four times out of
 * five, `blunt` = only larger ones, `nothing` = no difference could be judged or nothing is known of the metric.
 */
export function sightOf(effect: number | null | undefined, smallest: number): 'enough' | 'blunt' | 'nothing' | 'open' {
  if (effect == null) return 'nothing';
  if (!(smallest > 0)) return 'open';
  return effect <= smallest ? 'enough' : 'blunt';
}
