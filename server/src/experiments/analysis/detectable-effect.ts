import type { LocalizedText } from '@planwright/schema/text';
import { powerTTest } from '../../statistics/index.js';
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
  const people = { zh: `每组 ${Math.min(a, b)} 个单位`, en: `${a} + ${b}` };
  if (Math.min(a, b) < 4 || floor > 0.05)
    return {
      effect: null,
      attainableP: floor,
      sentence: {
        'zh-CN': `${a} 对 ${b} 太少：不论结果如何都无法判断，每组至少要 4 人`,
        en: `${a} against ${b} is too few: no result could be judged, each arm needs at least 4`,
      },
    };
  if (q.standardDeviation === null || q.standardDeviation <= 0)
    return {
      effect: null,
      attainableP: floor,
      sentence: {
        'zh-CN': '这个指标还没有测量过，无法估计能看出多大的差异；先记录起点',
        en: 'This metric has never been measured, so nobody can say what difference would be seen; capture the baseline first',
      },
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
    sentence: {
      'zh-CN': `${people.zh}，能以八成把握看出「${q.metric.title['zh-CN'] ?? q.metric.title.en}」至少 ${shown} 的差异；更小的差异多半看不出来`,
      en: `With ${people.en} you can see differences in ${q.metric.title.en ?? q.metric.title['zh-CN']} from ${shown} on, four times out of five; smaller ones will mostly stay unseen`,
    },
  };
}
