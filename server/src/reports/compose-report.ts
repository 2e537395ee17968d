import { applyCommands } from '@planwright/schema/commands';
import { diffPlans } from '@planwright/schema/diff';
import { type LocalizedText, textIn } from '@planwright/schema/text';
import { percent, signed, withUnit } from '../experiments/analysis/numbers-in-words.js';
import { buildReport } from './analysis/build-report.js';
import type { FindingDraft, ReportBody, ReportInput } from './analysis/report-data.js';
import { experimentNotes, methodNotes } from './method-notes.js';
import { stepOfExperiment } from './next-step-of-experiment.js';
import type { ReadReport } from './read-report-input.js';
import type { ReportExperiment } from './report-experiment.js';
import type { FindingRecord, FindingWords, ReportDesign, ReportText } from './report-record.js';

export type NewFinding = Omit<FindingRecord, 'id' | 'reportId' | 'appliedAt'>;

/** A report in words: what it says first, by which design, what to do next, and each finding with the sentences of its edits. */
export function composeReport({ input, experiment }: ReadReport): { text: ReportText; findings: NewFinding[] } {
  const { findings: drafts, ...body } = buildReport(input);
  const design: ReportDesign = experiment ? 'RANDOMISED' : body.outcomes.length > 0 ? 'BEFORE_AFTER' : 'PROCESS_ONLY';
  const findings = drafts.map((draft) => findingOf(input, draft));
  const text: ReportText = {
    ...body,
    design,
    headline: headlineOf(input, body, experiment),
    nextStep: nextStepOf(findings, body, experiment),
    integrity: experiment?.analysis?.integrity ?? [],
    sensitivity: [
      ...(experiment?.analysis?.comparisons.flatMap(({ sensitivity }) => sensitivity) ?? []),
      ...(experiment?.later?.estimates ?? []),
    ],
    experiment: experiment?.analysis
      ? {
          name: experiment.name,
          hypothesis: experiment.hypothesis,
          unit: input.metrics.find(({ key }) => key === experiment.metricKey)?.unit ?? null,
          analysis: experiment.analysis,
        }
      : null,
    methods: [...methodNotes(body, design), ...(experiment ? experimentNotes(experiment) : [])],
  };
  return { text, findings };
}

function findingOf({ definition }: ReportInput, draft: FindingDraft): NewFinding {
  const { rule, itemKey, mentorId, grade, commands, title, evidence, suggestion } = draft;
  const edits = (language: 'zh-CN' | 'en'): string[] => {
    const applied = applyCommands(definition, commands);
    return 'problem' in applied
      ? []
      : diffPlans(definition, applied.definition, language).map(({ sentence }) => sentence);
  };
  const words: FindingWords = { title, evidence, suggestion, edits: { 'zh-CN': edits('zh-CN'), en: edits('en') } };
  return { rule, itemKey, mentorId, grade, commands, words };
}

/** Pairs that a change is computed from at least. */
const FEWEST_PAIRS = 5;
/** Below this share of the people those who were measured do not stand for all. */
const FEWEST_SHARE = 0.5;

/**
 * The answer in one sentence. Randomised: the verdict's own, or when it will be known. Else the change with its interval and
 * that nobody was compared with; without outcomes the shares, each with its denominator.
 */
function headlineOf(
  { metrics, primaryMetric, rows }: ReportInput,
  body: Omit<ReportBody, 'findings'>,
  experiment: ReadReport['experiment'],
): LocalizedText {
  if (experiment) {
    const comparisons = experiment.analysis?.comparisons ?? [];
    if (experiment.analysis === null || comparisons.length === 0) return unopenedHeadline(experiment);
    return {
      'zh-CN': comparisons.map(({ sentence }) => textIn(sentence, 'zh-CN')).join('；'),
      en: comparisons.map(({ sentence }) => textIn(sentence, 'en')).join('; '),
    };
  }
  const change = body.outcomes.find(({ metric }) => metric === primaryMetric) ?? body.outcomes[0];
  if (change === undefined)
    return processHeadline(
      body,
      rows.some(({ outcome }) => metrics.some(({ key }) => outcome[key])),
    );
  const metric = metrics.find(({ key }) => key === change.metric);
  const [zh, en] = [textIn(change.title, 'zh-CN'), textIn(change.title, 'en')];
  const { estimate, low, high, n } = change;
  const of = body.people;
  const people = n === of ? `all ${n} people` : `${n} of ${of} people`;
  const peopleZh = n === of ? `${n} 人` : `${of} 人中 ${n} 人`;
  if (n < FEWEST_PAIRS)
    return {
      'zh-CN': `尚不能判断：「${zh}」${of} 人中只有 ${n} 人同时有起点和结果，至少要 ${FEWEST_PAIRS} 人`,
      en: `Cannot tell yet: ${n} of ${of} people have both a baseline and an outcome of ${en}; it takes ${FEWEST_PAIRS}`,
    };
  if (estimate === null || low === null || high === null)
    return {
      'zh-CN': `尚不能判断：${n} 人的「${zh}」前后变化完全相同，给不出区间`,
      en: `Cannot tell: ${en} changed by exactly the same for all ${n} people who have both a baseline and an outcome, so there is no interval`,
    };
  if (n < FEWEST_SHARE * of)
    return {
      'zh-CN': `尚不能判断：「${zh}」${of} 人中只有 ${n} 人同时有起点和结果，其余的人怎样并不知道`,
      en: `Cannot tell: only ${people} have both a baseline and an outcome of ${en}, and how the others did is not known`,
    };
  const unit = metric?.unit ?? null;
  const interval = [signed(low), withUnit(signed(high), unit)] as const;
  if (low <= 0 && high >= 0)
    return {
      'zh-CN': `尚不能判断：${peopleZh}的「${zh}」前后变化可能在 ${interval[0]} 到 ${interval[1]} 之间，且没有对照组`,
      en: `Cannot tell yet: the change in ${en} among ${people} could be anything from ${interval[0]} to ${interval[1]}, and there is nobody to compare with`,
    };
  return {
    'zh-CN': `${peopleZh}的「${zh}」前后变化 ${withUnit(signed(estimate), unit)}（${interval[0]}～${interval[1]}）；没有对照组，不能说是计划造成的`,
    en: `${sentenceCase(en)} changed by ${withUnit(signed(estimate), unit)} (${interval[0]} to ${interval[1]}) among ${people}; there was no comparison group, so the plan cannot be named as the cause`,
  };
}

/** Until its results are opened; who was drawn is known, and nothing else. */
function unopenedHeadline({ name, status, isDue, analysisOn, endReason }: ReportExperiment): LocalizedText {
  switch (status) {
    case 'CANCELLED':
      return {
        'zh-CN': `对照实验「${name}」已取消，没有结果：${endReason ?? ''}`,
        en: `The experiment “${name}” was cancelled, so there is no result: ${endReason ?? ''}`,
      };
    case 'DESIGNED':
      return { 'zh-CN': `对照实验「${name}」还没有开始`, en: `The experiment “${name}” has not started` };
    case 'RUNNING':
    case 'STOPPED':
    case 'ANALYSED':
      return isDue
        ? {
            'zh-CN': `对照实验「${name}」已到分析日期，结果还没有人开放`,
            en: `The analysis date of the experiment “${name}” has come; nobody has opened its results yet`,
          }
        : {
            'zh-CN': `对照实验「${name}」进行中，${analysisOn} 起可开放结果`,
            en: `The experiment “${name}” is running; its results can be opened from ${analysisOn} on`,
          };
    default:
      return status satisfies never;
  }
}

/** @param isMeasured there are results, but nothing from before to hold them against */
function processHeadline({ people, process }: Omit<ReportBody, 'findings'>, isMeasured: boolean): LocalizedText {
  const completion = process.find(({ key }) => key === 'completion');
  if (!completion || completion.share === null)
    return {
      'zh-CN': `${people} 人已入营，还没有到期的任务，也没有成效数据`,
      en: `${people === 1 ? 'One person' : `${people} people`} enrolled; nothing was due yet and no outcome was measured`,
    };
  const counts = `${completion.count} / ${completion.of}`;
  const missing = isMeasured
    ? {
        zh: '有结果，但没有起点可比，看不出变化',
        en: 'outcomes were measured but no baseline, so no change can be told',
      }
    : {
        zh: '没有成效数据，看不出计划是否有用',
        en: 'no outcome was measured, so whether the plan works cannot be told',
      };
  return {
    'zh-CN': `完成率 ${percent(completion.share)}（${counts}，${people} 人）；${missing.zh}`,
    en: `Completion ${percent(completion.share)} (${counts}, ${people === 1 ? 'one person' : `${people} people`}); ${missing.en}`,
  };
}

function nextStepOf(
  findings: readonly NewFinding[],
  { outcomes }: Omit<ReportBody, 'findings'>,
  experiment: ReadReport['experiment'],
): LocalizedText {
  if (experiment && experiment.status !== 'CANCELLED') return stepOfExperiment(experiment);
  const edits = findings.filter(({ commands, grade }) => commands.length > 0 && grade !== 'NOT_ENOUGH_DATA').length;
  if (edits > 0)
    return {
      'zh-CN': `采纳 ${edits} 条有依据的建议，生成新版草稿，再与现行版本做对照实验`,
      en: `Apply the ${edits === 1 ? 'suggestion that has' : `${edits} suggestions that have`} evidence, and compare the new version with the present one in an experiment`,
    };
  if (outcomes.length === 0)
    return {
      'zh-CN': '先记录成效指标的起点和结果，下一期才能判断',
      en: 'Record an outcome before the start and after the end, so that the next cohort can tell',
    };
  return {
    'zh-CN': '下一期设对照组，才能判断变化是否来自计划',
    en: 'Give the next cohort a comparison group, so that the change can be told from what would have come anyway',
  };
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
