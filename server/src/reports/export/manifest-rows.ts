import { type Language } from '@planwright/schema/text';
import { sayIn, says } from '../generated/messages.js';

type Row = [string, string];

/** Identities are for programs: the JSON file and the bundle have them. Figures stand in the report itself. */
const LEFT_OUT = new Set(['id', 'experimentId', 'numbers']);
/** Enough of a digest to compare by eye; the whole stands in the JSON file. */
const SHOWN_DIGITS = 12;

/** The manifest as lines that people can read: one fact a line, named by where it belongs. */
export function manifestRows(manifest: Record<string, unknown>, language: Language): Row[] {
  // A part that has no name here goes by its own.
  const label = (key: string): string => {
    const name = `manifestRows.${key}` as const;
    return says(name) ? sayIn(language, name) : key;
  };
  const rows: Row[] = [];
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one branch for each shape of a value
  const walk = (name: string, value: unknown): void => {
    if (value === null || value === undefined || value === '') return;
    if (Array.isArray(value)) {
      if (value.every((one) => typeof one !== 'object' || one === null)) {
        if (value.length > 0) rows.push([name, value.map(String).join(', ')]);
        return;
      }
      for (const [index, one] of value.entries()) walk(value.length === 1 ? name : `${name} ${index + 1}`, one);
      return;
    }
    if (typeof value === 'object') {
      const text = value as Record<string, unknown>;
      const isSentence = typeof text.en === 'string' && typeof text['zh-CN'] === 'string';
      if (isSentence) walk(name, text[language]);
      else for (const [key, one] of Object.entries(text)) if (!LEFT_OUT.has(key)) walk(`${name} · ${label(key)}`, one);
      return;
    }
    rows.push([name, shortened(String(value))]);
  };
  for (const [key, value] of Object.entries(manifest)) if (!LEFT_OUT.has(key)) walk(label(key), value);
  return rows;
}

const shortened = (text: string): string =>
  text.replace(/\b[0-9a-f]{32,128}\b/g, (digest) => `${digest.slice(0, SHOWN_DIGITS)}…`);
