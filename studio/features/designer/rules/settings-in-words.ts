import { titleOfName } from '@planwright/schema/settings';

interface Words {
  yes: string;
  no: string;
  /** Between the entries of a list. */
  comma: string;
  /** Stands for settings within a setting. */
  parts: (count: number) => string;
}

/** Settings of a rule of which nothing is known but its name: each with its value, as people write them. */
export function settingsInWords(
  settings: Readonly<Record<string, unknown>>,
  words: Words,
): { name: string; text: string }[] {
  return Object.entries(settings).map(([name, value]) => ({ name: titleOfName(name), text: said(value, words) }));
}

function said(value: unknown, words: Words): string {
  if (value === true) return words.yes;
  if (value === false) return words.no;
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.every((each) => typeof each === 'string' || typeof each === 'number')
      ? value.map(String).join(words.comma) || '–'
      : words.parts(value.length);
  return words.parts(Object.keys(value).length);
}
