import { canonicalJson } from '@planwright/schema/definition';
import type { UserErrorData } from '../access/graphql/index.js';
import { type Act, type Outcome, refused } from '../access/index.js';
import { sha256 } from '../statistics/index.js';
import type { ExperimentAnalysis, ExperimentData } from './analysis/experiment-data.js';
import type { KnownAnalyses } from './known-analyses.js';

/** Runs one act in a transaction of its own, which is over when it answers. */
export type RunAct = <T>(work: (act: Act) => Promise<Outcome<T>>) => Promise<Outcome<T>>;

/** What an act found: data to analyse, or nothing more to do. */
export type Asked = { data: ExperimentData } | { data: null };

export interface AnalysedAct {
  /** Checks whether it may be done, and reads what it is done with. Asked again within the transaction that writes. */
  read(act: Act): Promise<Outcome<Asked>>;
  /** Once nothing of what was analysed is another by then; the experiment is locked. */
  write(act: Act, found: { data: ExperimentData; analysis: ExperimentAnalysis }): Promise<Outcome<object>>;
  /** Why it was given up, in the words of the viewer. */
  changing(act: Act): UserErrorData;
}

const MOST_ATTEMPTS = 2;
const digestOf = (data: ExperimentData): string => sha256(canonicalJson(data));

/**
 * An act that rests on an analysis: data are read, the connection is given back, a thread computes, and what it found is written
 * only if the same data are read under the lock. Where something came in meanwhile it is computed once more.
 */
export async function analyseBetween(run: RunAct, analyses: KnownAnalyses, act: AnalysedAct): Promise<Outcome<object>> {
  let asked = await run((reading) => act.read(reading));
  for (let attempt = 1; ; attempt += 1) {
    if (!asked.ok) return asked;
    if (asked.value.data === null) return { ok: true, value: {} };
    const { data } = asked.value;
    const analysis = await analyses.analyse(data);
    let changed: Outcome<Asked> | undefined;
    const written = await run(async (writing): Promise<Outcome<object>> => {
      const again = await act.read(writing);
      if (!again.ok || again.value.data === null) return again;
      if (digestOf(again.value.data) === digestOf(data)) return act.write(writing, { data, analysis });
      changed = again;
      return refused(act.changing(writing));
    });
    if (changed === undefined || attempt === MOST_ATTEMPTS) return written;
    asked = changed;
  }
}
