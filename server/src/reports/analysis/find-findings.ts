import { findItem } from '@planwright/schema/definition';
import { hasSteps, stepsOf } from '@planwright/schema/kinds';
import { figure, percent, pWords } from '../../experiments/analysis/numbers-in-words.js';
import { belowTarget, type ItemEvidence } from './below-target.js';
import { en, zh } from './correlate.js';
import { FEWEST_REVIEWS } from './mentor-figures.js';
import type {
  CorrelationLine,
  FindingDraft,
  FindingRule,
  ItemLine,
  MentorLine,
  ReportInput,
  ShareLine,
} from './report-data.js';
import { addRehearsal, daysAllowed, giveMoreDays, moreDays, splitInSteps } from './suggest-edits.js';

/** Association that is surely small: the upper bound of |r| below this, with people enough. */
const SMALL_ASSOCIATION = 0.3;
const FEWEST_FOR_SMALL = 30;
const FINISHED = 0.9;

const ofPeople = ({ count, of }: ShareLine) => `${count} / ${of}`;
const shareWords = (line: ShareLine) =>
  `${percent(line.share ?? 0)} (${ofPeople(line)}; ${percent(line.low ?? 0)} – ${percent(line.high ?? 1)})`;

export interface FoundFigures {
  courses: ItemLine[];
  tasks: ItemLine[];
  mentors: MentorLine[];
  correlations: CorrelationLine[];
}

/** What the figures suggest to change, each with its evidence and how much that is worth. */
export function findFindings(
  input: ReportInput,
  { courses, tasks, mentors, correlations }: FoundFigures,
): FindingDraft[] {
  const items = [...tasks, ...courses];
  const evidence = belowTarget(items, input.targets);
  return [
    ...courses.flatMap((line) => [unrelatedCourse(line), poorQuality(input, line, evidence.get(line.itemKey))]),
    ...items.map((line) => rarelyOnTime(input, line, evidence.get(line.itemKey))),
    ...mentors.map((line) => lateMentor(input, line)),
    ...correlations.map(linked),
  ]
    .filter((finding) => finding !== null)
    .map(weakened);
}

/** What the data cannot carry stays a remark: nobody is offered an edit on it. */
const weakened = (finding: FindingDraft): FindingDraft =>
  finding.grade !== 'NOT_ENOUGH_DATA' || !(['R37', 'R39', 'R40'] as FindingRule[]).includes(finding.rule)
    ? finding
    : {
        ...finding,
        commands: [],
        suggestion: {
          'zh-CN': '先看下一期是否仍然如此',
          en: 'Wait and see whether the next cohort shows it too',
        },
      };

/**
 * R38: finished by many, and what was looked at of it hardly goes with the outcome. Smallness needs evidence, too: a wide interval is
 * no small association. Where nearly all finished, nobody can say what it does to have finished: no word of dropping it.
 */
function unrelatedCourse({ itemKey, title, completion, association, associationBy }: ItemLine): FindingDraft | null {
  if (association === null || (completion.share ?? 0) < FINISHED) return null;
  const common = { rule: 'R38' as const, itemKey, mentorId: null, commands: [] };
  const { low, high, n, reason, pearson, yTitle } = association;
  if (low === null || high === null || pearson === null) {
    if (reason === null) return null;
    return {
      ...common,
      title: {
        'zh-CN': `「${zh(title)}」与成效的关系无法判断`,
        en: `${en(title)}: its link to the outcome cannot be told`,
      },
      evidence: reason,
      grade: 'NOT_ENOUGH_DATA',
      suggestion: {
        'zh-CN': '用测评分数或任务质量代替“是否完成”，才能看出差别',
        en: 'Use a quiz score or the quality of a task instead of having finished it, so that a difference can be seen',
      },
    };
  }
  const largest = Math.max(Math.abs(low), Math.abs(high));
  if (n < FEWEST_FOR_SMALL || largest >= SMALL_ASSOCIATION) return null;
  const figureOf =
    associationBy === 'SCORE'
      ? { zh: `「${zh(title)}」的得分`, en: `The score in ${en(title)}` }
      : { zh: `是否完成「${zh(title)}」`, en: `Having finished ${en(title)}` };
  return {
    ...common,
    title: {
      'zh-CN': `${figureOf.zh}与「${zh(yTitle)}」关系很小`,
      en: `${figureOf.en} hardly goes with ${en(yTitle)}`,
    },
    evidence: {
      'zh-CN': `相关 r = ${figure(pearson)}（${figure(low)} – ${figure(high)}，${n} 人）；完成 ${shareWords(completion)}，几乎没有人没完成，看不出课程本身有没有用`,
      en: `r = ${figure(pearson)} (${figure(low)} – ${figure(high)}, ${n} people); finished by ${shareWords(completion)}, so hardly anyone is left to show what the course itself does`,
    },
    grade: 'MODERATE',
    suggestion: {
      'zh-CN': '检查测评是否考到了工作中要用的内容；课程本身有没有用，用对照实验来看',
      en: 'Check that its assessment measures what the job needs; use an experiment to see whether the course itself helps',
    },
  };
}

/** R39: late for many. Short windows get more days, long ones steps. */
function rarelyOnTime(
  { definition, targets }: ReportInput,
  { itemKey, title, onTime }: ItemLine,
  evidence: ItemEvidence | undefined,
): FindingDraft | null {
  const item = findItem(definition, itemKey)?.item;
  const sureness = evidence?.onTime;
  if (!item || !sureness || onTime.share === null || onTime.share >= targets.onTime) return null;
  const days = daysAllowed(item.due);
  const canSplit = hasSteps(item) && stepsOf(item).length === 0;
  const commands =
    days !== null ? giveMoreDays(definition, itemKey) : canSplit ? splitInSteps(definition, itemKey) : [];
  const suggestion =
    days !== null
      ? { 'zh-CN': `期限由 ${days} 天改为 ${moreDays(days)} 天`, en: `Give ${moreDays(days)} days instead of ${days}` }
      : canSplit
        ? {
            'zh-CN': `把「${zh(title)}」分成初稿、修改稿、定稿三步，各有期限`,
            en: `Split ${en(title)} into draft, revision and final, each with its own date`,
          }
        : { 'zh-CN': '看看期限是否合适', en: 'Look at whether the date is right' };
  return {
    rule: 'R39',
    itemKey,
    mentorId: null,
    title: { 'zh-CN': `「${zh(title)}」常常逾期`, en: `${en(title)} is often late` },
    evidence: {
      'zh-CN': `按时 ${shareWords(onTime)}，目标 ${percent(targets.onTime)}；${corrected(evidence, sureness.adjustedP).zh}`,
      en: `On time for ${shareWords(onTime)}; the target is ${percent(targets.onTime)}; ${corrected(evidence, sureness.adjustedP).en}`,
    },
    grade: sureness.grade,
    suggestion,
    commands,
  };
}

const corrected = ({ tested }: ItemEvidence, adjustedP: number) => ({
  zh: `按同时检验 ${tested} 项校正后 ${pWords(adjustedP)}`,
  en: `${pWords(adjustedP)}, corrected for ${tested === 1 ? 'one figure' : `${tested} figures`} held against a target`,
});

/** R40: finished, but done poorly. */
function poorQuality(
  { definition, targets }: ReportInput,
  { itemKey, title, completion, quality }: ItemLine,
  evidence: ItemEvidence | undefined,
): FindingDraft | null {
  const item = findItem(definition, itemKey)?.item;
  const sureness = evidence?.quality;
  if (!item || !sureness || quality === null) return null;
  if ((completion.share ?? 0) < FINISHED || quality.mean >= targets.quality) return null;
  const interval =
    quality.low === null || quality.high === null ? '' : ` (${figure(quality.low)} – ${figure(quality.high)})`;
  return {
    rule: 'R40',
    itemKey,
    mentorId: null,
    title: { 'zh-CN': `「${zh(title)}」学完了，但质量不高`, en: `${en(title)} is finished, but done poorly` },
    evidence: {
      'zh-CN': `完成 ${shareWords(completion)}；质量平均 ${figure(quality.mean)} 分${interval}，${quality.n} 人，目标 ${figure(targets.quality)}；${corrected(evidence, sureness.adjustedP).zh}`,
      en: `Finished by ${shareWords(completion)}; mean quality ${figure(quality.mean)}${interval} of 100, ${quality.n} people, target ${figure(targets.quality)}; ${corrected(evidence, sureness.adjustedP).en}`,
    },
    grade: sureness.grade,
    suggestion: {
      'zh-CN': `在「${zh(title)}」之后增加实战演练和案例研讨`,
      en: `Add a rehearsal and a case session after ${en(title)}`,
    },
    commands: addRehearsal(definition, item),
  };
}

/** R42 and R43: talk first; another mentor only where chance hardly explains it, or in two periods running. */
function lateMentor({ earlierMentors }: ReportInput, line: MentorLine): FindingDraft | null {
  const { mentorId, name, timely, limits, outsideLimits } = line;
  if (limits === null || timely.share === null || timely.share >= limits.warn.low) return null;
  const [before] = earlierMentors[mentorId] ?? [];
  const wasLow = before !== undefined && before.of >= FEWEST_REVIEWS && before.count / before.of < limits.warn.low;
  const rematch = outsideLimits || wasLow;
  const earlier =
    before === undefined
      ? { zh: '', en: '' }
      : { zh: `，上一期 ${before.count} / ${before.of}`, en: `, ${before.count} / ${before.of} in the period before` };
  return {
    rule: rematch ? 'R43' : 'R42',
    itemKey: null,
    mentorId,
    title: { 'zh-CN': `导师${name}的反馈偏慢`, en: `${name} gives feedback late` },
    evidence: {
      'zh-CN': `按时反馈 ${shareWords(timely)}${earlier.zh}；同样数量的反馈，偶然最低约 ${percent(limits.warn.low)}`,
      en: `In time for ${shareWords(timely)}${earlier.en}; chance alone rarely gives less than ${percent(limits.warn.low)} of that many`,
    },
    grade: outsideLimits ? 'STRONG' : wasLow ? 'MODERATE' : 'NOT_ENOUGH_DATA',
    suggestion: rematch
      ? {
          'zh-CN': '与导师谈过之后，可为其学员改配导师',
          en: 'After talking to the mentor, match their people with another one',
        }
      : { 'zh-CN': '先与导师谈谈负担和安排', en: 'Talk to the mentor about load and time first' },
    commands: [],
  };
}

/** R37: goes with the outcome. Stays a hint below 30 pairs, and after adjusting for all that were looked at. */
function linked(line: CorrelationLine): FindingDraft | null {
  const { pearson, spearman, low, high, n, badge, adjustedP, xTitle, yTitle } = line;
  if (pearson === null || low === null || high === null || adjustedP === null) return null;
  const isSolid = badge === 'SOLID' && adjustedP < 0.05;
  if (!isSolid && low <= 0 && high >= 0) return null;
  return {
    rule: 'R37',
    itemKey: null,
    mentorId: null,
    title: { 'zh-CN': `「${zh(xTitle)}」与「${zh(yTitle)}」相关`, en: `${en(xTitle)} goes with ${en(yTitle)}` },
    evidence: {
      'zh-CN': `r = ${figure(pearson)}（${figure(low)} – ${figure(high)}，${n} 人），ρ = ${figure(spearman ?? 0)}；校正后 ${pWords(adjustedP)}`,
      en: `r = ${figure(pearson)} (${figure(low)} – ${figure(high)}, ${n} people), ρ = ${figure(spearman ?? 0)}; ${pWords(adjustedP)} after adjusting`,
    },
    grade: isSolid ? 'MODERATE' : 'NOT_ENOUGH_DATA',
    suggestion: {
      'zh-CN': '相关不等于因果；用对照实验验证',
      en: 'Going together is not causing; let an experiment tell',
    },
    commands: [],
  };
}
