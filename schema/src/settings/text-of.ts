import type { Language } from '../text/index.js';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text of a plugin's schema: a plain string, or one for each language; the other language before nothing. */
export function textOf(value: unknown, language: Language): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (!isRecord(value)) return undefined;
  for (const name of [language, 'zh-CN', 'en']) {
    const text = value[name];
    if (typeof text === 'string' && text !== '') return text;
  }
  return undefined;
}

/** `baseUrl` → `Base url`: what a field is called whose author gave it no title. */
export function titleOfName(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]+/g, ' ')
    .toLowerCase()
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
