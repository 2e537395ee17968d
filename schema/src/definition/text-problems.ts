import { htmlIn, LANGUAGES } from '../text/index.js';
import { say, says } from './generated/messages.js';
import { keyPath, placeAt, quoted, sentenceStart } from './place.js';
import { placeholderLanguages } from './placeholder-title.js';
import type { PlanDefinition } from './plan-definition.js';
import type { Problem } from './problem.js';
import { problemOf } from './problem-of.js';
import { textsOf } from './texts-of.js';

/** `html-in-text`: one problem for each text of each language that carries HTML. */
export function htmlProblems(definition: PlanDefinition): Problem[] {
  return textsOf(definition).flatMap(({ text, path }) =>
    Object.entries(text).flatMap(([language, value]) => {
      const html = htmlIn(value);
      if (html === undefined) return [];
      const place = placeAt(definition, path);
      return [
        problemOf(
          'html-in-text',
          [...keyPath(definition, path), language],
          say('textProblems.containsHtmlUse', { place: sentenceStart(place), html: quoted(html) }),
        ),
      ];
    }),
  );
}

/** `missing-language`: a text that one of Planwright's own languages lacks. A placeholder has to be replaced first. */
export function missingLanguages(definition: PlanDefinition): Problem[] {
  const named = textsOf(definition).filter(({ text }) => placeholderLanguages(text).length === 0);
  return named.flatMap(({ text, path }) =>
    LANGUAGES.filter((language) => !text[language]?.trim()).map((language) => {
      const place = placeAt(definition, path);
      const key = `languages.${language}` as const;
      const name = says(key) ? say(key) : language;
      return problemOf(
        'missing-language',
        [...keyPath(definition, path), language],
        say('textProblems.missingLanguages', { place: sentenceStart(place), name }),
      );
    }),
  );
}
