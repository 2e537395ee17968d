import type { LocalizedText } from '@planwright/schema/text';
import { powerTTest } from '../../statistics/index.js';
import { say } from '../generated/messages.js';
import { attainableP } from './attainable-p.js';
import type { PrimaryMetric } from './experiment-data.js';
import { figure, withUnit } from './numbers-in-words.js';

export interface DetectableEffectQuestion {
  metric: Pick<PrimaryMetric, 'title' | 'unit'>;
  /** Units drawn into each arm: people, or clusters. */
  perArm: [number, number];
  /** Of earlier measurements of these people (or of everybody); null = never measured. */
  standardDeviation: number | null;
  /** Between baseline and outcome in earlier data; what it explains need not be found again. */
  baselineCorrelation: number | null;
  /** People in a cluster, and how alike they are; 1 and 0 where people are drawn. */
  clusterSize: number;
  intraclass: number;
}

export interface DetectableEffectAnswer {
  /** In the metric's unit, with 80 % power; null where nothing can be found at all, or nothing is known of the spread. */
  effect: number | null;
  attainableP: number;
  sentence: LocalizedText;
}

const POWER = 0.8;

/** What a comparison could find, before it is started. */
export function detectableEffect(q: DetectableEffectQuestion): DetectableEffectAnswer {
  const floor = attainableP(q.perArm);
  const [a, b] = q.perArm;
  if (Math.min(a, b) < 4 || floor > 0.05)
    return {
      effect: null,
      attainableP: floor,
      sentence: say('detectableEffect.againstTooFew', { a, b }),
    };
  if (q.standardDeviation === null || q.standardDeviation <= 0)
    return {
      effect: null,
      attainableP: floor,
      sentence: say('detectableEffect.metricNeverBeen'),
    };
  // The harmonic mean is the size of two equal arms that are worth as much; variance within clusters shrinks with their size.
  const n = (2 * a * b) / (a + b);
  const design = q.clusterSize > 1 ? (1 + (q.clusterSize - 1) * q.intraclass) / q.clusterSize : 1;
  const left = 1 - (q.baselineCorrelation ?? 0) ** 2;
  const { delta } = powerTTest({ n, sd: q.standardDeviation * Math.sqrt(design * left), power: POWER });
  const shown = withUnit(figure(delta), q.metric.unit);
  return {
    effect: delta,
    attainableP: floor,
    sentence: say('detectableEffect.canSee', { a, b, title: q.metric.title, shown }),
  };
}
