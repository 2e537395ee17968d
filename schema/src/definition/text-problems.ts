import { htmlIn, LANGUAGES } from '../text/index.js';
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
          `${place.zh}里有 HTML「${quoted(html)}」，改用 Markdown，例如 **加粗**、[链接](https://…)。`,
          `${sentenceStart(place.en)} contains HTML “${quoted(html)}”. Use Markdown instead, such as **bold** or [link](https://…).`,
        ),
      ];
    }),
  );
}

const LANGUAGE_NAMES = { 'zh-CN': { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } } as const;

/** `missing-language`: a text that one of Planwright's own languages lacks. A placeholder has to be replaced first. */
export function missingLanguages(definition: PlanDefinition): Problem[] {
  const named = textsOf(definition).filter(({ text }) => placeholderLanguages(text).length === 0);
  return named.flatMap(({ text, path }) =>
    LANGUAGES.filter((language) => !text[language]?.trim()).map((language) => {
      const place = placeAt(definition, path);
      const name = LANGUAGE_NAMES[language];
      return problemOf(
        'missing-language',
        [...keyPath(definition, path), language],
        `${place.zh}还没有${name.zh}，补上后${name.zh}界面的人也能看懂。`,
        `${sentenceStart(place.en)} has no ${name.en} yet. Add it for those who read ${name.en}.`,
      );
    }),
  );
}
