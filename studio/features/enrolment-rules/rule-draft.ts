import type { EnrolmentRuleInput, RuleDraftFragment } from '@/gql/graphql';

/** What the form holds: months as they are typed. */
export interface RuleDraft extends Omit<EnrolmentRuleInput, 'planKey' | 'enabled' | 'againAfterMonths'> {
  againAfterMonths: string;
}

/** A new rule begins with the usual: whoever joins or is promoted from today on. */
export function draftOf(rule: RuleDraftFragment | null | undefined, today: string): RuleDraft {
  if (rule) {
    const { enabled: _, againAfterMonths, ...terms } = rule;
    return { ...terms, againAfterMonths: againAfterMonths?.toString() ?? '' };
  }
  return {
    triggers: ['JOINING', 'PROMOTION'],
    from: today,
    cohorts: 'MONTHLY',
    startsOn: 'NEXT_MONDAY',
    mentorRule: 'NONE',
    leaving: 'KEEP',
    againAfterMonths: '',
  };
}

/** The draft as the API takes it; undefined while something in it is missing or no number of months. */
export function inputOf(draft: RuleDraft, planKey: string, enabled: boolean): EnrolmentRuleInput | undefined {
  const months = draft.againAfterMonths.trim();
  if (draft.triggers.length === 0 || draft.from === '' || !(months === '' || isMonths(months))) return undefined;
  return { ...draft, planKey, enabled, againAfterMonths: months === '' ? null : Number(months) };
}

export const isMonths = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 120;
