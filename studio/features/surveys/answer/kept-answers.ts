import type { SurveyLinkState } from '@/gql/graphql';

/** What a device keeps of one link until the answers have arrived, and the bare fact afterwards. */
export interface Kept {
  answers: Readonly<Record<string, number>>;
  comment: string;
  /** The answers were sent, and nobody knows whether they arrived. */
  attempted?: boolean;
  sent?: boolean;
}

export const NOTHING: Kept = { answers: {}, comment: '' };

/** Once the answers have arrived, a device that others may use holds none of them. */
export const SENT: Kept = { ...NOTHING, attempted: false, sent: true };

/** A part of the token that nobody can answer with: what is kept must not be a second way in. */
export const placeOf = (token: string): string => `planwright_survey:${token.slice(0, 12)}`;

/** Reads what a device kept; anything that is not ours counts as nothing. */
export function parseKept(value: unknown): Kept {
  if (typeof value !== 'object' || value === null) return NOTHING;
  const given = 'answers' in value && typeof value.answers === 'object' && value.answers !== null ? value.answers : {};
  const answers = Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, number] => Number.isInteger(entry[1])),
  );
  return {
    answers,
    comment: 'comment' in value && typeof value.comment === 'string' ? value.comment : '',
    ...('attempted' in value && value.attempted === true ? { attempted: true } : {}),
    ...('sent' in value && value.sent === true ? { sent: true } : {}),
  };
}

/** Answers that fit the questions as they are now, in their order. */
export function fitting(
  questions: readonly { key: string; scale: number }[],
  answers: Kept['answers'],
): { key: string; value: number }[] {
  return questions.flatMap(({ key, scale }) => {
    const value = answers[key];
    return value !== undefined && value >= 1 && value <= scale ? [{ key, value }] : [];
  });
}

/** What a link shows instead of its questions. */
export type Shut = 'thanks' | 'answered' | 'closed' | 'dead';

/**
 * What there is to see: `open` is the form. An answer that got lost on its way back leaves a link that was used by this
 * device, so the answers are there.
 */
export function shown(state: SurveyLinkState | undefined, kept: Kept): Shut | 'open' {
  if (kept.sent) return 'thanks';
  switch (state) {
    case 'OPEN':
      return 'open';
    case 'USED':
      return kept.attempted ? 'thanks' : 'answered';
    case 'CLOSED':
      return 'closed';
    case undefined:
      return 'dead';
    default:
      return state satisfies never;
  }
}

/** Buttons beside each other on a narrow phone, each at least 44 px wide: a long scale takes two even rows. */
export const columnsFor = (scale: number): number => (scale <= 6 ? scale : Math.ceil(scale / 2));
