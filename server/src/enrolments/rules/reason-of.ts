import { type Language, textIn } from '@planwright/schema/text';
import { sayIn } from '../generated/messages.js';
import type { Match } from './decide-run.js';
import type { Audience, Candidate } from './rule-people.js';

/** Why a rule enrols somebody, as HR reads it in the list: what happened, and in what they match the plan. */
export function reasonOf(
  { trigger, eventOn }: Match,
  { jobRole, jobTitle, departmentName }: Pick<Candidate, 'jobRole' | 'jobTitle' | 'departmentName'>,
  { jobRoles, departments, when }: Audience,
  language: Language,
): string {
  const parts = [
    jobRoles && jobRoles.length > 0 && jobRole !== null
      ? sayIn(language, 'ruleJobRole', { jobRole: textIn(jobTitle, language) || jobRole })
      : '',
    departments && departments.length > 0 && departmentName !== null
      ? sayIn(language, 'ruleDepartment', { department: departmentName })
      : '',
    when === undefined ? '' : sayIn(language, 'ruleCondition', {}),
  ];
  const who = parts.filter((part) => part !== '').join(language === 'en' ? ' ' : '');
  switch (trigger) {
    case 'JOINING':
      return sayIn(language, 'ruleJoined', { date: eventOn, who });
    case 'PROMOTION':
      return sayIn(language, 'rulePromoted', { date: eventOn, who });
    case 'WEEKLY':
      return who;
    default:
      return trigger satisfies never;
  }
}
