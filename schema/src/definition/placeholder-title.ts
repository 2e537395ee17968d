import { type ItemKind, mapKinds, type Words } from '../kinds/index.js';
import { LANGUAGES, type Language, type LocalizedText } from '../text/index.js';
import { say } from './generated/messages.js';
import { keyPath, placeAt, sentenceStart } from './place.js';
import type { PlanDefinition } from './plan-definition.js';
import type { Problem } from './problem.js';
import { problemOf } from './problem-of.js';
import { textsOf } from './texts-of.js';

/** What new stages and items are called until somebody names them. */
export const PLACEHOLDER_TITLES: Readonly<Record<ItemKind | 'STAGE', Words>> = {
  STAGE: say('placeholderTitle.STAGE'),
  ...mapKinds(({ placeholder }) => placeholder),
};

const PLACEHOLDERS: ReadonlySet<string> = new Set(
  Object.values(PLACEHOLDER_TITLES).flatMap((title) => LANGUAGES.map((language) => `${language}:${title[language]}`)),
);

/** The languages in which nobody has typed a title over the one that the designer gave. */
export const placeholderLanguages = (text: LocalizedText): Language[] =>
  LANGUAGES.filter((language) => PLACEHOLDERS.has(`${language}:${text[language]?.trim() ?? ''}`));

/** `placeholder-title`: a title that nobody typed. Learners would read it as it is. */
export function placeholderTitles(definition: PlanDefinition): Problem[] {
  return textsOf(definition).flatMap(({ text, path }) =>
    placeholderLanguages(text).map((language) => {
      const place = placeAt(definition, path);
      return problemOf(
        'placeholder-title',
        [...keyPath(definition, path), language],
        say('placeholderTitle.placeholderTitles', { place: sentenceStart(place), text: text[language] ?? '' }),
      );
    }),
  );
}
