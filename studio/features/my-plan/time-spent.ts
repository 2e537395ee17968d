import type { ItemKind } from '@/gql/graphql';

/** Answers that most people give, in minutes. */
export const USUAL_MINUTES = [15, 30, 60, 120] as const;

/** A hundred hours: more is a slip of the finger. */
const MOST_MINUTES = 6_000;

/** Time is asked where learning or talking takes it; a survey is no learning, and submitted work is not over when it is handed in. */
export const asksForTime = (kind: ItemKind): boolean => TAKES_TIME[kind];

const TAKES_TIME: Readonly<Record<ItemKind, boolean>> = {
  COURSE: true,
  TASK: false,
  ASSESSMENT: false,
  APPROVAL: false,
  MEETING: true,
  SURVEY: false,
};

/** What was typed, in minutes. Nothing is an answer, too. */
export function minutesFrom(typed: string): number | undefined | 'wrong' {
  const text = typed.trim();
  if (text === '') return undefined;
  const minutes = Number(text);
  return /^\d+$/.test(text) && minutes >= 1 && minutes <= MOST_MINUTES ? minutes : 'wrong';
}
