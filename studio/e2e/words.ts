import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AbstractIntlMessages, createTranslator } from 'use-intl/core';

export type Locale = 'zh-CN' | 'en';

/** A word of the studio as it stands on the screen: `say('reviews.decide.RETURN')`. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** What buttons and fields are called in a language, so that a scenario can name them as people do. */
export function wordsOf(locale: Locale): Say {
  const file = fileURLToPath(new URL(`../messages/${locale}.json`, import.meta.url));
  const messages: AbstractIntlMessages = JSON.parse(readFileSync(file, 'utf8'));
  const translate = createTranslator({
    locale,
    messages,
    onError: (error) => {
      throw error;
    },
  });
  // The keys of messages read at run time are not known to the compiler; a wrong one throws.
  return (key, values) => translate(key as never, values as never);
}
