/** Answers of fewer people than this are never told, or one could guess who gave which. */
export const FEWEST = 5;

export interface Round {
  closesOn: string;
  results: { invited: number; answered: number; respondents: number; means: readonly unknown[] };
}

/** It goes on to the end of its last day, also when everybody has answered. */
export const isOpen = ({ closesOn }: Pick<Round, 'closesOn'>, today: string): boolean => today <= closesOn;

/** What stands in the place of the means. */
export function resultsState(round: Round, today: string): 'shown' | 'running' | 'tooFew' | 'none' {
  if (isOpen(round, today)) return 'running';
  if (round.results.answered === 0) return 'none';
  return round.results.respondents < FEWEST || round.results.means.length === 0 ? 'tooFew' : 'shown';
}
