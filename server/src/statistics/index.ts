/** The inference core: pure, without dependencies, without randomness but from a seed. docs/statistics.md says what each function computes. */
export {
  type Allocation,
  type AllocationMethod,
  type ArmWeight,
  allocate,
  armInBlocks,
  parseAlgorithm,
  type Roster,
  rosterDigest,
} from './allocate.js';
export { type AncovaResult, ancova } from './ancova.js';
export { partialCorrelation, pearson, spearman } from './association.js';
export { brunnerMunzel } from './brunner-munzel.js';
export { type ClusteredShare, clusteredShare } from './clustered-share.js';
export { type Description, describe, quantile } from './describe.js';
export { beta, binomial, chiSquare, fisherF, normal, studentT } from './distributions.js';
export { type Dunnett, dunnett, dunnettCdf, dunnettQuantile } from './dunnett.js';
export { eValue, riskRatioOfDifference } from './e-value.js';
export { exactShareDifference } from './exact-difference.js';
export { fisherExact } from './fisher-exact.js';
export { funnelLimits } from './funnel-limits.js';
export { type Coefficient, type LinearModel, leastSquares, residualsOf } from './least-squares.js';
export { logistic } from './logistic.js';
export { mantelHaenszel } from './mantel-haenszel.js';
export { benjaminiHochberg, holm } from './many-tests.js';
export { overlapDifference } from './overlap-difference.js';
export { overlapWeights } from './overlap-weights.js';
export { permutationTest } from './permutation-test.js';
export { type Pooled, pool } from './pool.js';
export { powerProportions, powerTTest } from './power.js';
export { Random } from './random.js';
export { hodgesLehmann, mannWhitney, wilcoxonSignedRank } from './rank-tests.js';
export { replayTest } from './replay-test.js';
export type { Interval, Options, Tail, TestResult } from './result.js';
export { sampleRatio } from './sample-ratio.js';
export { sha256 } from './sha256.js';
export { agrestiCoull, clopperPearson, newcombe, twoProportionTest, wilson } from './shares.js';
export { pairedTTest, welchTTest } from './t-tests.js';
export { type Verdict, type VerdictQuestion, verdict } from './verdict.js';
