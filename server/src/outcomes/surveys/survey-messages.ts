import type { LocalizedText } from '@planwright/schema/text';
import type { PlainDate } from '@planwright/schema/time';
import { inEach, listOf, type Text } from '@planwright/schema/words';
import { say, says } from '../generated/messages.js';
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

function listed(people: readonly string[]): Text {
  const names = listOf(people.slice(0, NAMED).map(plain));
  return people.length > NAMED
    ? say('survey.andOthers', { names, count: people.length, more: people.length - NAMED })
    : names;
}

function dayOf(date: PlainDate): Text {
  const month = `survey.month.${Number(date.slice(5, 7))}` as const;
  return says(month) ? say('survey.day', { month: say(month), day: Number(date.slice(8)) }) : inEach(() => date);
}

/** What respondents are told about a survey; the whole of it fits into a chat message. */
export function surveyWords(survey: SurveyToTell, isReminder: boolean): { title: LocalizedText; text: LocalizedText } {
  const { respondents, questions } = survey;
  const cohort = plain(survey.cohort);
  const people = listed(survey.about);
  const day = dayOf(survey.closesOn);
  switch (respondents) {
    case 'SUPERIOR':
      return {
        title: isReminder ? say('survey.missing', { people }) : say('survey.title.SUPERIOR', { people }),
        text: say('survey.text.SUPERIOR', { cohort, questions, day }),
      };
    case 'TEAM':
      return {
        title: isReminder ? say('survey.missing', { people }) : say('survey.title.TEAM', { people }),
        text: say('survey.text.anonymous', { questions, day }),
      };
    case 'LEARNER':
      return {
        title: isReminder ? say('survey.missingLearner', { cohort }) : say('survey.title.LEARNER', { cohort }),
        text: say('survey.text.anonymous', { questions, day }),
      };
    default:
      return respondents satisfies never;
  }
}
