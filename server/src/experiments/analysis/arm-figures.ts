import { describe } from '../../statistics/index.js';

export const meanOf = (values: readonly number[]): number => describe(values).mean;
export const standardDeviationOf = (values: readonly number[]): number => describe(values).standardDeviation ?? 0;
