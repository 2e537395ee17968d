import { clusterKeyOf, type ExperimentAnalysis, type ExperimentData } from '../../experiments/analysis/index.js';
import { restsOnOneAnswer, tellsAnswers } from '../../outcomes/person-rows/index.js';
import { writeCsv } from '../../tables/index.js';
import { VERDICT_PYTHON } from './verdict-python.js';
import { VERDICT_R } from './verdict-r.js';

/** An experiment as its results were opened: what they were computed from, and what they said. */
export interface OpenedExperiment {
  data: ExperimentData;
  analysis: ExperimentAnalysis;
}

/**
 * Whether the rows of an experiment may be handed out. Where people were drawn one by one, ratings by superiors stand in an arm in
 * no order, by five superiors or more. A cluster is known by its size: it needs five superiors of its own.
 */
export function tellsNobodysAnswer({ metric, unit, members }: ExperimentData): boolean {
  if (!restsOnOneAnswer(metric.key) || unit === 'PERSON') return true;
  const measured = members.filter(({ outcome }) => outcome !== null);
  return [...Map.groupBy(measured, (member) => clusterKeyOf(unit, member)).values()].every(
    (own) =>
      !tellsAnswers(
        metric.key,
        own.map(({ raterId }) => raterId ?? null),
      ),
  );
}

/**
 * The files with which somebody outside computes the verdict again: everybody who was drawn, in their arm, under a name that
 * only this bundle uses. There are none before the results are opened: nothing may tell who is in which arm until then.
 */
export function experimentFiles(
  { data, analysis }: OpenedExperiment,
  pseudonym: (id: string) => string,
): Record<string, string> {
  const people = data.members.map((member) => [
    pseudonym(member.personId),
    member.arm,
    data.unit === 'PERSON' ? null : pseudonym(clusterKeyOf(data.unit, member)),
    member.baseline,
    member.outcome,
  ]);
  const isComparable = analysis.integrity.every(({ passed, blocking }) => passed || !blocking);
  const settings = [
    ['arms', data.arms.map(({ key }) => key).join(',')],
    ['unit', data.unit],
    ['scale', data.metric.scale],
    ['direction', data.metric.direction],
    ['smallestEffect', data.smallestEffect],
    ['comparable', isComparable ? 1 : 0],
    ['exploratory', data.exploratory === undefined ? 0 : 1],
  ];
  const verdicts = analysis.comparisons.map(({ arm, primary, verdict }) => [
    arm,
    primary.estimate,
    primary.low,
    primary.high,
    verdict,
  ]);
  return {
    'experiment.csv': writeCsv(
      [
        ['person', 'arm', 'cluster', 'baseline', 'outcome'],
        ...people.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
      ],
      false,
    ),
    'experiment-settings.csv': writeCsv([['key', 'value'], ...settings], false),
    'verdicts.csv': writeCsv([['arm', 'estimate', 'low', 'high', 'verdict'], ...verdicts], false),
    'verdict.py': VERDICT_PYTHON,
    'verdict.R': VERDICT_R,
  };
}
