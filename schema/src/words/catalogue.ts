import format, { type CompiledMessage, type FormatOptions } from 'icu-minify/format';
import { LANGUAGES, type Language, type LocalizedText, textIn } from '../text/index.js';

/** A sentence in every language of ours. */
export type Text = Record<Language, string>;

/** What stands in a message for an argument: a text in several languages stands in each sentence in its own. */
export type Said = string | number | LocalizedText;

/** What somebody writes in each language of ours. */
export const inEach = (write: (language: Language) => string): Text =>
  Object.fromEntries(LANGUAGES.map((language) => [language, write(language)])) as Text;

/** The messages of a folder in one language, as `.ci/messages.mjs` compiles them. */
type Compiled<M> = Readonly<Record<keyof M, CompiledMessage>>;

/** Of several keys, the arguments of all of them: the caller cannot know which one it will be. */
type Values<M, K extends keyof M> = (K extends unknown ? (values: M[K]) => void : never) extends (
  values: infer V,
) => void
  ? V
  : never;
type Rest<V> = Record<never, never> extends V ? [values?: V] : [values: V];

/** What is given with a key: nothing where its message takes nothing. */
export type ValuesOf<M, K extends keyof M> = Rest<Values<M, K>>;

/** @template M the arguments of each message, by its key */
export interface Catalogue<M> {
  /** In every language: for what is kept, or sent to several people. */
  say<K extends keyof M>(key: K, ...rest: ValuesOf<M, K>): Text;
  /** In the language of one reader. */
  sayIn<K extends keyof M>(language: Language, key: K, ...rest: ValuesOf<M, K>): string;
  /** Whether a name from outside is a key. */
  says(key: string): key is string & keyof M;
}

const pluralRules = new Map<string, Intl.PluralRules>();

/** Messages are compiled when the catalogue is built; the rules of a language are looked up once. */
const formatters: FormatOptions['formatters'] = {
  getDateTimeFormat: (...rest) => new Intl.DateTimeFormat(...rest),
  getNumberFormat: (...rest) => new Intl.NumberFormat(...rest),
  getPluralRules(locale, options) {
    const key = `${String(locale)} ${options?.type}`;
    let rules = pluralRules.get(key);
    if (!rules) {
      rules = new Intl.PluralRules(locale, options);
      pluralRules.set(key, rules);
    }
    return rules;
  },
};
const OPTIONS: FormatOptions = { formatters };

type Given = Readonly<Record<string, Said | boolean>>;

const inLanguage = (value: Said | boolean, language: Language): string | number | boolean =>
  typeof value === 'object' ? textIn(value, language) : value;

/** Most messages are words with names in them, and are joined here: what counts or chooses goes to the formatter. */
function sentence(message: CompiledMessage, language: Language, values: Given): string {
  if (typeof message === 'string') return message;
  let said = '';
  for (const part of message) {
    if (typeof part === 'string') said += part;
    else if (typeof part === 'object' && part.length === 1) said += inLanguage(values[part[0]] ?? '', language);
    else return formatted(message, language, values);
  }
  return said;
}

function formatted(message: CompiledMessage, language: Language, values: Given): string {
  const own: Record<string, string | number | boolean> = {};
  for (const name in values) own[name] = inLanguage(values[name] ?? '', language);
  const said = format<string>(message, language, own, OPTIONS);
  return Array.isArray(said) ? said.join('') : said;
}

/** The messages of one folder, for the sentences that it writes. */
export function catalogue<M>(languages: Readonly<Record<Language, Compiled<M>>>): Catalogue<M> {
  const sayIn = (language: Language, key: keyof M, values: Given = {}): string =>
    sentence(languages[language][key], language, values);
  return {
    say: (key, ...[values]) => inEach((language) => sayIn(language, key, values as Given | undefined)),
    sayIn: (language, key, ...[values]) => sayIn(language, key, values as Given | undefined),
    says: (key): key is string & keyof M => Object.hasOwn(languages[LANGUAGES[0]], key),
  };
}
