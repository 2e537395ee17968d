/** Fewer answers than this are never told, or one could guess who gave which. */
export const FEWEST = 5;

export interface Round {
  closesOn: string;
  results: { invited: number; answered: number; means: readonly unknown[] };
}

/** The last day counts; a round to which everybody answered is over, too. */
export const isOpen = ({ closesOn, results }: Round, today: string): boolean =>
  today <= closesOn && results.answered < results.invited;

/** What stands in the place of the means. */
export function resultsState(round: Round, today: string): 'shown' | 'running' | 'tooFew' | 'none' {
  if (isOpen(round, today)) return 'running';
  if (round.results.answered === 0) return 'none';
  return round.results.answered < FEWEST || round.results.means.length === 0 ? 'tooFew' : 'shown';
}
