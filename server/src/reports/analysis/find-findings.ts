import { findItem } from '@planwright/schema/definition';
import { hasSteps, stepsOf } from '@planwright/schema/kinds';
import { figure, percent, pWords } from '../../experiments/analysis/index.js';
import { say } from '../generated/messages.js';
import { belowTarget, type ItemEvidence } from './below-target.js';
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
        suggestion: say('findFindings.waitSeeWhether'),
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
      title: say('findFindings.linkOutcomeCannot', { title }),
      evidence: reason,
      grade: 'NOT_ENOUGH_DATA',
      suggestion: say('findFindings.useQuizScore'),
    };
  }
  const largest = Math.max(Math.abs(low), Math.abs(high));
  if (n < FEWEST_FOR_SMALL || largest >= SMALL_ASSOCIATION) return null;
  const figureOf =
    associationBy === 'SCORE' ? say('findFindings.score', { title }) : say('findFindings.havingFinished', { title });
  return {
    ...common,
    title: say('findFindings.hardlyGoes', { figureOf, yTitle }),
    evidence: say('findFindings.rPeopleFinished', {
      pearson: figure(pearson),
      low: figure(low),
      high: figure(high),
      n,
      completion: shareWords(completion),
    }),
    grade: 'MODERATE',
    suggestion: say('findFindings.checkAssessmentMeasures'),
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
      ? say('findFindings.giveMoreDays', { days, more: moreDays(days) })
      : canSplit
        ? say('findFindings.splitIntoDraft', { title })
        : say('findFindings.lookWhetherDate');
  return {
    rule: 'R39',
    itemKey,
    mentorId: null,
    title: say('findFindings.oftenLate', { title }),
    evidence: say('findFindings.timeTarget', {
      onTime: shareWords(onTime),
      target: percent(targets.onTime),
      evidence: corrected(evidence, sureness.adjustedP),
    }),
    grade: sureness.grade,
    suggestion,
    commands,
  };
}

const corrected = ({ tested }: ItemEvidence, adjustedP: number) =>
  say('findFindings.corrected', { tested, adjustedP: pWords(adjustedP) });

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
    title: say('findFindings.finishedButDone', { title }),
    evidence: say('findFindings.finishedMeanQuality', {
      completion: shareWords(completion),
      mean: figure(quality.mean),
      interval,
      n: quality.n,
      target: figure(targets.quality),
      evidence: corrected(evidence, sureness.adjustedP),
    }),
    grade: sureness.grade,
    suggestion: say('findFindings.addRehearsalCase', { title }),
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
  const earlier = before === undefined ? '' : say('findFindings.periodBefore', { count: before.count, of: before.of });
  return {
    rule: rematch ? 'R43' : 'R42',
    itemKey: null,
    mentorId,
    title: say('findFindings.givesFeedbackLate', { name }),
    evidence: say('findFindings.timeChanceAlone', {
      timely: shareWords(timely),
      earlier,
      low: percent(limits.warn.low),
    }),
    grade: outsideLimits ? 'STRONG' : wasLow ? 'MODERATE' : 'NOT_ENOUGH_DATA',
    suggestion: rematch ? say('findFindings.afterTalkingMentor') : say('findFindings.talkMentorAbout'),
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
    title: say('findFindings.goes', { xTitle, yTitle }),
    evidence: say('findFindings.rPeopleAfter', {
      pearson: figure(pearson),
      low: figure(low),
      high: figure(high),
      n,
      spearman: figure(spearman ?? 0),
      adjustedP: pWords(adjustedP),
    }),
    grade: isSolid ? 'MODERATE' : 'NOT_ENOUGH_DATA',
    suggestion: say('findFindings.goingTogetherNot'),
    commands: [],
  };
}
