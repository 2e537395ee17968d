import type { ReportBody } from './analysis/report-data.js';
import { SMALLEST_GROUP } from './analysis/share-lines.js';
import type { ReportExperiment } from './report-experiment.js';
import type { MethodNote, ReportDesign } from './report-record.js';

/** How the figures of a report came about, in words for the people who answer for them. */
export function methodNotes(
  { scanned, learningTime, ratings }: Pick<ReportBody, 'scanned' | 'learningTime' | 'ratings'>,
  design: ReportDesign,
): MethodNote[] {
  const notes: MethodNote[] = [
    {
      key: 'shares',
      title: { 'zh-CN': '比例', en: 'Shares' },
      text: {
        'zh-CN':
          '计数合并后求比例；95% 区间为 Wilson 区间，按人而不是按条目计（同一人的条目彼此相似）；中途取消的人只计入流程',
        en: 'Counts are added up before they are divided. Intervals are Wilson’s at 95%, for people and not for items: the items of one person are alike. Cancelled people count in the flow alone',
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
              en: 'The mean difference of the same people before and after, with the 95% interval of the paired t; without a comparison group a change is no effect',
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
        en: 'Feedback in time against binomial funnel limits (95% and 99.8%) around the common share; under 10 reviews nobody is compared',
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
  if (ratings && ratings.length > 0)
    notes.push({
      key: 'ratings',
      title: { 'zh-CN': '满意度', en: 'Satisfaction' },
      text: {
        'zh-CN': `选择高于量表中点即为同意；95% 区间为 Wilson 区间，同一团队或同一上级的答案合并计算；不足 ${SMALLEST_GROUP} 人回答不显示`,
        en: `People agree who chose a step above the middle of the scale. Intervals are Wilson’s at 95%; answers of one team or of one superior count together. Nothing is shown where fewer than ${SMALLEST_GROUP} people answered`,
      },
    });
  if (learningTime && learningTime.length > 0)
    notes.push({
      key: 'learningTime',
      title: { 'zh-CN': '学习用时', en: 'Learning time' },
      text: {
        'zh-CN': `学员完成时自己填写，可不填；显示中位数和中间一半人的范围，不足 ${SMALLEST_GROUP} 人填写不显示`,
        en: `As people said themselves when they finished, if they did: the median and the middle half. Nothing is shown where fewer than ${SMALLEST_GROUP} people said`,
      },
    });
  return notes;
}

/** How the experiment was to be analysed, when its results were opened, and what came afterwards. */
export function experimentNotes({
  method,
  openedAt,
  digest,
  later,
  status,
  decision,
  endReason,
}: ReportExperiment): MethodNote[] {
  const title = { 'zh-CN': '对照实验', en: 'Experiment' };
  const parts: [zh: string, en: string][] = [];
  if (method) parts.push([`事先登记的方法：${method['zh-CN']}`, `registered method: ${method.en}`]);
  if (status === 'STOPPED')
    parts.push([`提前停止，没有结论：${endReason}`, `stopped early, so there is no verdict: ${endReason}`]);
  if (openedAt !== null && digest !== null)
    parts.push([
      `结果于 ${openedAt.slice(0, 10)} 开放并冻结，之后的数值不改变结论`,
      `results were opened on ${openedAt.slice(0, 10)} and frozen; values that came later do not change the verdict`,
    ]);
  if (later)
    parts.push([
      `开放后有 ${later.count} 个数值新增或变动，另作一行估计`,
      `${later.count === 1 ? 'one value' : `${later.count} values`} came or changed after that and stand in an estimate of their own`,
    ]);
  if (decision) {
    const words = decisionWords(decision);
    parts.push([
      `${decision.at.slice(0, 10)} 决定${words.zh}：${decision.reason}`,
      `decided on ${decision.at.slice(0, 10)} to ${words.en}: ${decision.reason}`,
    ]);
  }
  if (parts.length === 0) return [];
  const text = { 'zh-CN': parts.map(([zh]) => zh).join('；'), en: parts.map(([, en]) => en).join('; ') };
  return [{ key: 'experiment', title, text }];
}

/** “roll out version 2”, for sentences. */
export function decisionWords({ kind, version }: NonNullable<ReportExperiment['decision']>): {
  zh: string;
  en: string;
} {
  switch (kind) {
    case 'ROLL_OUT':
      return { zh: `推广第 ${version} 版`, en: `roll out version ${version}` };
    case 'KEEP':
      return { zh: `保留第 ${version} 版`, en: `keep version ${version}` };
    case 'REPEAT':
      return { zh: '再做一次实验', en: 'repeat the experiment' };
    default:
      return kind satisfies never;
  }
}
