import type { ReportBody } from './analysis/report-data.js';
import { SMALLEST_GROUP } from './analysis/share-lines.js';
import type { MethodNote, ReportDesign } from './report-record.js';

/** How the figures of a report came about, in words for whoever has to answer for them. */
export function methodNotes({ scanned }: Pick<ReportBody, 'scanned'>, design: ReportDesign): MethodNote[] {
  const notes: MethodNote[] = [
    {
      key: 'shares',
      title: { 'zh-CN': '比例', en: 'Shares' },
      text: {
        'zh-CN': '计数合并后求比例，区间为 Wilson 95% 区间；中途取消的人只计入流程',
        en: 'Counts are added up before they are divided; intervals are Wilson’s at 95 %. Whoever was cancelled counts in the flow alone',
      },
    },
    {
      key: 'outcomes',
      title: { 'zh-CN': '成效', en: 'Outcomes' },
      text:
        design === 'RANDOMISED'
          ? {
              'zh-CN': '随机分组，按分到的组分析；结论看区间，不看点估计',
              en: 'People were randomised and count in the arm they were drawn for; the verdict goes by the interval, not by the estimate',
            }
          : {
              'zh-CN': '同一人前后之差的均值，区间为配对 t 的 95% 区间；没有对照组，变化不等于效果',
              en: 'The mean difference of the same people before and after, with the 95 % interval of the paired t; without a comparison group a change is no effect',
            },
    },
    {
      key: 'correlations',
      title: { 'zh-CN': '相关', en: 'Correlations' },
      text: {
        'zh-CN': `共看了 ${scanned} 对；Pearson（Fisher z 区间）和 Spearman，p 值经 Benjamini–Hochberg 校正；不足 10 人不给系数，不足 30 人标为探索性`,
        en: `${scanned} pairs were looked at: Pearson with Fisher’s z and Spearman, p adjusted by Benjamini and Hochberg; no coefficient under 10 people, exploratory under 30`,
      },
    },
    {
      key: 'mentors',
      title: { 'zh-CN': '导师', en: 'Mentors' },
      text: {
        'zh-CN': '按时反馈与总体比例的二项漏斗限（95% 与 99.8%）相比；至少 10 次反馈才比',
        en: 'Feedback in time against binomial funnel limits (95 % and 99.8 %) around the common share; under 10 reviews nobody is compared',
      },
    },
    {
      key: 'smallGroups',
      title: { 'zh-CN': '小群体', en: 'Small groups' },
      text: {
        'zh-CN': `不足 ${SMALLEST_GROUP} 人的分组不显示；能用减法算出的也不显示`,
        en: `Groups of fewer than ${SMALLEST_GROUP} people are not shown, nor is what would tell them by subtraction`,
      },
    },
  ];
  return notes;
}
