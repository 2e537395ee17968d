import { LANGUAGES, type Language } from '@planwright/schema/text';

/** Browsers send few different headers: the first 500 are kept with their answer, others are read each time. */
const REMEMBERED = 500;
const remembered = new Map<string, Language | undefined>();

/** The best of our languages for an Accept-Language header or a locale; absent when it asks for none of them. */
export function askedLanguage(header: string | undefined): Language | undefined {
  if (!header) return undefined;
  if (remembered.has(header)) return remembered.get(header);
  const language = bestOf(header);
  if (remembered.size < REMEMBERED && header.length <= 200) remembered.set(header, language);
  return language;
}

function bestOf(header: string): Language | undefined {
  const wishes = header
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = parameters
        .map((parameter) => /^\s*q=([0-9.]+)\s*$/.exec(parameter)?.[1])
        .find((value) => value !== undefined);
      return { tag: tag.trim().toLowerCase(), weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wishes) {
    const found =
      LANGUAGES.find((language) => language.toLowerCase() === tag) ??
      LANGUAGES.find((language) => language.split('-')[0]?.toLowerCase() === tag.split('-')[0]);
    if (found) return found;
  }
  return undefined;
}

/** One of our languages for a stored locale or an Accept-Language header; the usual one where it names none of them. */
export function languageOf(locale: string | undefined): Language {
  return askedLanguage(locale) ?? LANGUAGES[0];
}
