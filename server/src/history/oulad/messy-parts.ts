import type { Language } from '@planwright/schema/text';

/** What of the dataset does not go over as it stands, and what is done to it. */
const PARTS = {
  banked: [
    'Scores carried over from an earlier presentation (is_banked): the assignment is excused, the score is not counted again',
    '往期成绩结转（is_banked）：该作业记为免修，成绩不重复计入',
  ],
  'banked-but-withdrawn': [
    'The same of students who withdrew before anything opened: left out',
    '同上，但学生在开课前已退课：未导入',
  ],
  'score-missing': [
    'Submissions whose score is “?”: taken as submitted, without a score',
    '成绩为“?”的提交：记录提交，不记成绩',
  ],
  'day-missing': [
    'Submissions without a day: left out, because nothing tells when they came',
    '没有提交日的记录：无法确定时间，未导入',
  ],
  'before-start': [
    'Submissions before the first day: taken at noon of the first day, when the plan opens',
    '早于开课日的提交：记在开课日中午',
  ],
  'before-registration': [
    'Submissions before the day of registration: taken at their own day, recorded on the day of registration',
    '早于注册日的提交：按提交日计算，在注册日记录',
  ],
  'after-withdrawal': [
    'Submissions after the day of withdrawal: taken at their day; the withdrawal is recorded behind the last of them',
    '退课之后的提交：按提交日记录，退课记在最后一次提交之后',
  ],
  'unknown-student': [
    'Submissions of students who are not in studentInfo: left out',
    'studentInfo 中没有的学生的提交：未导入',
  ],
  withdrawn: ['Withdrawn with a day: the enrolment is cancelled on it', '有日期的退课：在当天取消'],
  'withdrawn-before-start': [
    'Of these, withdrawn before the first day: enrolled and cancelled before anything opened',
    '其中开课前退课：未开始即取消',
  ],
  'withdrawn-without-day': [
    'Withdrawn without a day: cancelled on the last day of the presentation',
    '没有日期的退课：在结课日取消',
  ],
  'unregistered-but-not-withdrawn': [
    'A day of unregistration, but another final result than Withdrawn: stays enrolled, as the result says',
    '有退课日但最终结果不是退课：按结果保留',
  ],
  'registration-missing': [
    'Registration day “?”: enrolled on the first day, or on the day of withdrawal before it',
    '注册日为“?”：按开课日入营；更早退课的按退课日',
  ],
  'late-registration': ['Registered after the first day: enrolled on that day', '开课后注册：按注册日入营'],
  'exam-without-mark': [
    'Passed by the final result, while the dataset has no exam marks of these modules: the exam is excused',
    '最终通过，但数据集没有这些课程的考试成绩：考试记为免修',
  ],
  'several-presentations': [
    'Students in several presentations: one person with an enrolment in each',
    '参加多期的学生：同一人，每期一个培养',
  ],
  'attributes-differ': [
    'Of these, with another education, region or age band later: the earliest one stays as the person’s attribute',
    '其中学历、地区或年龄段后来有变：保留最早的',
  ],
  'baseline-twice': [
    'Two modules begun on one day with different credits: the first module’s are taken',
    '同一天开始两门课且学分不同：取第一门的',
  ],
} satisfies Record<string, [en: string, zh: string]>;

export type MessyPart = keyof typeof PARTS;

/** How often each was met; also what was never met is told of, with 0. */
export class MessyParts {
  readonly #counts = new Map<MessyPart, number>();

  note(part: MessyPart): void {
    this.#counts.set(part, this.count(part) + 1);
  }

  count(part: MessyPart): number {
    return this.#counts.get(part) ?? 0;
  }

  counts(): Record<MessyPart, number> {
    return Object.fromEntries(MESSY_PARTS.map((part) => [part, this.count(part)])) as Record<MessyPart, number>;
  }

  lines(language: Language): string[] {
    return MESSY_PARTS.map((part) => `${this.count(part)} × ${PARTS[part][language === 'en' ? 0 : 1]} [${part}]`);
  }
}

export const MESSY_PARTS = Object.keys(PARTS) as MessyPart[];
