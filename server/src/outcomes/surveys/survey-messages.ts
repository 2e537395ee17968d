import type { LocalizedText } from '@planwright/schema/text';
import type { PlainDate } from '@planwright/schema/time';
import type { Respondents } from './survey-question.js';

interface SurveyToTell {
  respondents: Respondents;
  cohort: string;
  /** Names of the people that the reader has not answered about yet. */
  about: readonly string[];
  questions: number;
  closesOn: PlainDate;
}

/** A name is no markup. */
const plain = (name: string): string => name.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');

const NAMED = 3;
const listZh = (names: readonly string[]) =>
  names.length > NAMED
    ? `${names.slice(0, NAMED).map(plain).join('、')}等 ${names.length} 人`
    : names.map(plain).join('、');
const listEn = (names: readonly string[]) =>
  names.length > NAMED
    ? `${names.slice(0, NAMED).map(plain).join(', ')} and ${names.length - NAMED} more`
    : names.map(plain).join(', ');

const dayZh = (date: PlainDate) => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const dayEn = (date: PlainDate) => `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`;

const questionsEn = (count: number) => (count === 1 ? '1 question' : `${count} questions`);

/** What respondents are told about a survey; the whole of it fits into a chat message. */
export function surveyWords(survey: SurveyToTell, isReminder: boolean): { title: LocalizedText; text: LocalizedText } {
  const { respondents, about, questions, closesOn } = survey;
  const cohort = plain(survey.cohort);
  const untilZh = `${dayZh(closesOn)}截止。`;
  const untilEn = `It closes on ${dayEn(closesOn)}.`;
  const anonymousZh = '回答匿名，满 5 人填写才汇总。';
  const anonymousEn = 'Answers are anonymous and shown only when at least five people answer.';
  switch (respondents) {
    case 'SUPERIOR':
      return {
        title: isReminder
          ? { 'zh-CN': `还差你对${listZh(about)}的评价`, en: `Your rating of ${listEn(about)} is missing` }
          : { 'zh-CN': `评价${listZh(about)}的近况`, en: `Rate how ${listEn(about)} is doing` },
        text: {
          'zh-CN': `“${cohort}”需要上级的看法：每人 ${questions} 题，约 1 分钟。${untilZh}`,
          en: `“${cohort}” needs the view of superiors: ${questionsEn(questions)} for each person, about a minute. ${untilEn}`,
        },
      };
    case 'TEAM':
      return {
        title: isReminder
          ? { 'zh-CN': `还差你对${listZh(about)}的评价`, en: `Your rating of ${listEn(about)} is missing` }
          : { 'zh-CN': `说说和${listZh(about)}共事的感受`, en: `Say what it is like to work with ${listEn(about)}` },
        text: {
          'zh-CN': `${questions} 道题，约 1 分钟。${anonymousZh}${untilZh}`,
          en: `${questionsEn(questions)}, about a minute. ${anonymousEn} ${untilEn}`,
        },
      };
    case 'LEARNER':
      return {
        title: isReminder
          ? { 'zh-CN': `还差你对“${cohort}”的反馈`, en: `Your feedback on “${cohort}” is missing` }
          : { 'zh-CN': `“${cohort}”学得怎么样`, en: `How is “${cohort}” going for you` },
        text: {
          'zh-CN': `${questions} 道题，约 1 分钟。${anonymousZh}${untilZh}`,
          en: `${questionsEn(questions)}, about a minute. ${anonymousEn} ${untilEn}`,
        },
      };
    default:
      return respondents satisfies never;
  }
}
