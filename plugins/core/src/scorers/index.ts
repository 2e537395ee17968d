import { bestAttempt } from './best-attempt.js';
import { passMark } from './pass-mark.js';
import { rubric } from './rubric.js';
import { weighted } from './weighted.js';

/** By the key that plans name them with: `core/rubric`. */
export const scorers = { weighted, rubric, 'pass-mark': passMark, 'best-attempt': bestAttempt };
