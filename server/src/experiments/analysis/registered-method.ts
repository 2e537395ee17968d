import type { LocalizedText } from '@planwright/schema';
import type { AllocationUnit, MetricScale } from './experiment-data.js';

/** How the analysis will be done, in the words that are registered: what `estimateDifference` does for this unit and scale. */
export function registeredMethod(unit: AllocationUnit, scale: MetricScale): LocalizedText {
  if (unit !== 'PERSON')
    return {
      'zh-CN': '每个导师或部门取均值，按 Welch t 检验比较均值，95% 区间',
      en: 'Means of whole mentors or departments, compared by Welch’s t-test with its 95 % interval',
    };
  switch (scale) {
    case 'CONTINUOUS':
      return {
        'zh-CN': '有起点时以起点为协变量的协方差分析（HC2），没有起点时用 Welch t 检验，95% 区间',
        en: 'ANCOVA on the baseline (HC2) where baselines are known, else Welch’s t-test, with its 95 % interval',
      };
    case 'RATING':
      return {
        'zh-CN': '均值之差，95% t 区间',
        en: 'Difference of means with its 95 % t interval',
      };
    case 'YES_NO':
      return {
        'zh-CN': '两组比例之差，精确方法，95% 区间',
        en: 'Difference of two shares by an exact method, with its 95 % interval',
      };
    default:
      return scale satisfies never;
  }
}
