import { textIn } from '../text/index.js';
import { inEach, type Said, type Text } from './catalogue.js';
import { sayIn } from './generated/messages.js';

/** `甲、乙、丙` and `a, b, c`. */
export const listOf = (parts: readonly Said[]): Text =>
  inEach((language) =>
    parts
      .map((part) => (typeof part === 'object' ? textIn(part, language) : String(part)))
      .join(sayIn(language, 'separator')),
  );
