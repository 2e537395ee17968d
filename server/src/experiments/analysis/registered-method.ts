import type { LocalizedText } from '@planwright/schema/text';
import type { AllocationUnit, MetricScale } from './experiment-data.js';

/** How the analysis will be done, in the words that are registered: what `estimateDifference` does for this design. */
export function registeredMethod(unit: AllocationUnit, scale: MetricScale, versions: number): LocalizedText {
  const { zh, en } = ofDesign(unit, scale);
  return versions <= 2
    ? { 'zh-CN': `${zh}，95% 区间`, en: `${en}; 95% interval` }
    : {
        'zh-CN': `${zh}；${versions - 1} 个与参照的比较同时成立的 95% 区间`,
        en: `${en}; 95% intervals that hold for all ${versions - 1} comparisons with the reference at once`,
      };
}

function ofDesign(unit: AllocationUnit, scale: MetricScale): { zh: string; en: string } {
  if (unit !== 'PERSON')
    return {
      zh: '每个导师或部门取均值，比较均值（Welch t 检验，自由度从严）',
      en: 'Means of whole mentors or departments, compared by Welch’s t-test with cautious degrees of freedom',
    };
  switch (scale) {
    case 'CONTINUOUS':
    case 'RATING':
      return {
        zh: '均值之差：有起点时以起点为协变量（协方差分析，HC2），没有起点时用 Welch t 检验',
        en: 'Difference of means: ANCOVA on the baseline (HC2) where baselines are known, else Welch’s t-test',
      };
    case 'YES_NO':
      return {
        zh: '两组比例之差，精确检验（Chan–Zhang）',
        en: 'Difference of two shares by an exact test (Chan–Zhang)',
      };
    default:
      return scale satisfies never;
  }
}
