import type { ComposedMessage } from './message.js';

/** More equal messages than this to one person on one day is a fault that wording does not cure. */
const MOST_VARIATIONS = 1000;

/**
 * The message in words that the person has not got today, because channels drop equal content without a word. Deterministic: the
 * first variation whose hash is not taken.
 * @param compose by variation, 1 = as it is
 * @param taken hashes of what went (or may have gone) to the person on this route within the channel's window
 * @throws RangeError when no variation differs, which only a budget of a few bytes can cause
 */
export function varyText(compose: (variation: number) => ComposedMessage, taken: ReadonlySet<string>): ComposedMessage {
  for (let variation = 1; variation <= MOST_VARIATIONS; variation++) {
    const message = compose(variation);
    if (!taken.has(message.hash)) return message;
  }
  throw new RangeError('The budget of bytes leaves no room to tell equal messages apart');
}
