import { createHash } from 'node:crypto';
import { canonicalJson } from '@planwright/schema/definition';
import type { ExperimentAnalysis, ExperimentData } from './analysis/experiment-data.js';

/** Computes an analysis outside the thread that answers requests. */
export type AnalyseExperiment = (data: ExperimentData) => Promise<ExperimentAnalysis>;

/**
 * Analyses by what they were made of. An analysis follows from its data alone, so a known one is never wrong: a measurement
 * that comes late makes other data. Who may see it is decided where the data are read.
 */
export class KnownAnalyses {
  readonly #known = new Map<string, Promise<ExperimentAnalysis>>();
  readonly #analyse: AnalyseExperiment;
  readonly #capacity: number;
  #computed = 0;

  constructor(analyse: AnalyseExperiment, capacity = 200) {
    this.#analyse = analyse;
    this.#capacity = capacity;
  }

  /** How many had to be computed since the start. */
  get computed(): number {
    return this.#computed;
  }

  /** Who asks while it is being computed waits for the same answer. */
  analyse(data: ExperimentData): Promise<ExperimentAnalysis> {
    const key = createHash('sha256').update(canonicalJson(data)).digest('hex');
    const known = this.#known.get(key);
    // Asked for again = newest again, so that the oldest is what nobody reads.
    if (known) this.#known.delete(key);
    const analysis = known ?? this.#compute(key, data);
    this.#known.set(key, analysis);
    const oldest = this.#known.keys().next();
    if (this.#known.size > this.#capacity && !oldest.done) this.#known.delete(oldest.value);
    return analysis;
  }

  #compute(key: string, data: ExperimentData): Promise<ExperimentAnalysis> {
    this.#computed += 1;
    const analysis = this.#analyse(data);
    // A failure is not kept as an answer: the next caller gets it computed again.
    analysis.catch(() => this.#known.delete(key));
    return analysis;
  }
}
