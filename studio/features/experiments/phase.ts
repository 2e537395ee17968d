import type { ExperimentStatus } from '@/gql/graphql';

/** Where an experiment stands for those who wait for it: `due` = its day has come and nobody has opened the results. */
export type Phase = 'designed' | 'running' | 'due' | 'analysed' | 'stopped' | 'cancelled';

/** `today` and `analysisOn` as `2026-03-02`, both in the workspace's zone. */
export function phaseOf(
  { status, analysisOn }: { status: ExperimentStatus; analysisOn: string },
  today: string,
): Phase {
  switch (status) {
    case 'DESIGNED':
      return 'designed';
    case 'ANALYSED':
      return 'analysed';
    case 'STOPPED':
      return 'stopped';
    case 'CANCELLED':
      return 'cancelled';
    case 'RUNNING':
      return today >= analysisOn ? 'due' : 'running';
    default:
      return status satisfies never;
  }
}

const URGENCY: Record<Phase, number> = { due: 0, designed: 1, running: 2, analysed: 3, stopped: 3, cancelled: 3 };

/** The experiment needs nothing more. */
export const isOver = (phase: Phase): boolean => URGENCY[phase] === 3;

/** What asks for something first; what runs by its nearest day, what is over by its last. */
export function byUrgency<Row extends { status: ExperimentStatus; analysisOn: string }>(
  rows: readonly Row[],
  today: string,
): Row[] {
  return rows.toSorted((a, b) => {
    const [first, second] = [phaseOf(a, today), phaseOf(b, today)];
    if (URGENCY[first] !== URGENCY[second]) return URGENCY[first] - URGENCY[second];
    const order = a.analysisOn.localeCompare(b.analysisOn);
    return isOver(first) ? -order : order;
  });
}
