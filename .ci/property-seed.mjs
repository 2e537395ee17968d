// Property tests draw the same cases in every run of `npm test`, so that what is green here is green there. Other cases come with
// PLANWRIGHT_SEED=random (each failure prints its seed) or PLANWRIGHT_SEED=<number>; `npm run soak` uses random ones.
import fc from 'fast-check';

const wanted = process.env.PLANWRIGHT_SEED ?? '20260105';
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });
