import type { Language, LocalizedText } from '@planwright/schema/text';

/** The text with one language changed; an emptied language goes, unless it is the only one. */
export function withText(text: LocalizedText | undefined, language: Language, value: string): LocalizedText {
  const { [language]: _, ...others } = text ?? {};
  if (value === '' && Object.keys(others).length > 0) return others;
  return { ...text, [language]: value };
}

/** The same for a text that may be absent: undefined when nothing is left. */
export function withOptionalText(
  text: LocalizedText | undefined,
  language: Language,
  value: string,
): LocalizedText | undefined {
  const next = withText(text, language, value);
  return Object.values(next).every((each) => each === '') ? undefined : next;
}
