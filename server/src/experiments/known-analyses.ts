import { createHash } from 'node:crypto';
import { canonicalJson } from '@planwright/schema';
import { analyseExperiment } from './analysis/analyse-experiment.js';
import type { ExperimentAnalysis, ExperimentData } from './analysis/experiment-data.js';

/**
 * Analyses by what they were made of. An analysis follows from its data alone, so a known one is never wrong: a measurement
 * that comes late makes other data. Who may see it is decided where the data are read.
 */
export class KnownAnalyses {
  readonly #known = new Map<string, ExperimentAnalysis>();
  readonly #capacity: number;
  #reckoned = 0;

  constructor(capacity = 200) {
    this.#capacity = capacity;
  }

  /** How many had to be reckoned since the start. */
  get reckoned(): number {
    return this.#reckoned;
  }

  analyse(data: ExperimentData): ExperimentAnalysis {
    const key = createHash('sha256').update(canonicalJson(data)).digest('hex');
    const known = this.#known.get(key);
    // Asked for again = newest again, so that the oldest is what nobody reads.
    if (known) this.#known.delete(key);
    const analysis = known ?? this.#reckon(data);
    this.#known.set(key, analysis);
    const oldest = this.#known.keys().next();
    if (this.#known.size > this.#capacity && !oldest.done) this.#known.delete(oldest.value);
    return analysis;
  }

  #reckon(data: ExperimentData): ExperimentAnalysis {
    this.#reckoned += 1;
    return analyseExperiment(data);
  }
}
