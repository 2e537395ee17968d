import { findItem } from '@planwright/schema';
import { figure, percent, pWords } from '../../experiments/analysis/numbers-in-words.js';
import { en, zh } from './correlate.js';
import { FEWEST_REVIEWS } from './mentor-figures.js';
import type {
  CorrelationLine,
  FindingDraft,
  Grade,
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
  return [
    ...courses.flatMap((line) => [unrelatedCourse(line), poorQuality(input, line)]),
    ...[...tasks, ...courses].map((line) => rarelyOnTime(input, line)),
    ...mentors.map((line) => lateMentor(input, line)),
    ...correlations.map(linked),
  ].filter((finding) => finding !== null);
}

/** R38: finished by many and unrelated to the outcome. Smallness needs evidence, too: a wide interval is no small association. */
function unrelatedCourse({ itemKey, title, completion, association }: ItemLine): FindingDraft | null {
  if (association === null || (completion.share ?? 0) < FINISHED) return null;
  const common = { rule: 'R38' as const, itemKey, mentorId: null, commands: [] };
  const { low, high, n, reason } = association;
  if (low === null || high === null) {
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
  return {
    ...common,
    title: {
      'zh-CN': `「${zh(title)}」多数人学完，但与成效关系很小`,
      en: `${en(title)} is finished by most and hardly goes with the outcome`,
    },
    evidence: {
      'zh-CN': `完成 ${shareWords(completion)}；与成效的相关最多 ${figure(largest)}（${n} 人）`,
      en: `Finished by ${shareWords(completion)}; its correlation with the outcome is at most ${figure(largest)} (${n} people)`,
    },
    grade: 'MODERATE',
    suggestion: { 'zh-CN': '重新设计内容，或改为选修', en: 'Redesign what it teaches, or make it optional' },
  };
}

/** R39: late for many. Short windows get more days, long ones steps. */
function rarelyOnTime({ definition, targets }: ReportInput, { itemKey, title, onTime }: ItemLine): FindingDraft | null {
  const item = findItem(definition, itemKey)?.item;
  if (!item || onTime.share === null || onTime.share >= targets.onTime) return null;
  const grade = gradeBelow(onTime, targets.onTime);
  const days = daysAllowed(item.due);
  const canSplit = item.kind === 'TASK' && (item.task.steps ?? []).length === 0;
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
      'zh-CN': `按时 ${shareWords(onTime)}，目标 ${percent(targets.onTime)}`,
      en: `On time for ${shareWords(onTime)}; the target is ${percent(targets.onTime)}`,
    },
    grade,
    suggestion,
    commands,
  };
}

/** How surely a share lies below a target: its whole interval, or only its middle. */
function gradeBelow(line: ShareLine, target: number): Grade {
  if ((line.high ?? 1) >= target) return 'NOT_ENOUGH_DATA';
  return line.of >= 20 ? 'STRONG' : 'MODERATE';
}

/** R40: finished, but done poorly. */
function poorQuality(
  { definition, targets }: ReportInput,
  { itemKey, title, completion, quality }: ItemLine,
): FindingDraft | null {
  const item = findItem(definition, itemKey)?.item;
  if (!item || quality === null || (completion.share ?? 0) < FINISHED || quality.mean >= targets.quality) return null;
  const isSure = quality.high !== null && quality.high < targets.quality;
  const interval =
    quality.low === null || quality.high === null ? '' : ` (${figure(quality.low)} – ${figure(quality.high)})`;
  return {
    rule: 'R40',
    itemKey,
    mentorId: null,
    title: { 'zh-CN': `「${zh(title)}」学完了，但质量不高`, en: `${en(title)} is finished, but done poorly` },
    evidence: {
      'zh-CN': `完成 ${shareWords(completion)}；质量平均 ${figure(quality.mean)} 分${interval}，${quality.n} 人，目标 ${figure(targets.quality)}`,
      en: `Finished by ${shareWords(completion)}; mean quality ${figure(quality.mean)}${interval} of 100, ${quality.n} people, target ${figure(targets.quality)}`,
    },
    grade: !isSure ? 'NOT_ENOUGH_DATA' : quality.n >= 20 ? 'STRONG' : 'MODERATE',
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
      en: `In time for ${shareWords(timely)}${earlier.en}; chance alone rarely gives less than ${percent(limits.warn.low)} of so many`,
    },
    grade: outsideLimits ? 'STRONG' : wasLow ? 'MODERATE' : 'NOT_ENOUGH_DATA',
    suggestion: rematch
      ? {
          'zh-CN': '与导师谈过之后，可为其学员改配导师',
          en: 'After talking to the mentor, match his people with another one',
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
