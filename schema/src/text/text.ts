import { z } from 'zod';
import { LANGUAGES } from './generated/languages.js';

/** The languages that Planwright's own sentences are written in. Plans may carry others beside them. */
export { LANGUAGES };
export type Language = (typeof LANGUAGES)[number];

/** Text by BCP 47 language tag. At least one language; a missing one of `LANGUAGES` is a warning. */
export const localizedText = z
  .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.string().max(4000))
  .refine((text) => Object.values(text).some((value) => value.trim() !== ''), { error: 'missing' });
export type LocalizedText = z.infer<typeof localizedText>;

/** Key of a stage, item, elective group or step. */
export const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);

/** The text in the asked language, else in any language it has; never empty when the definition is valid. */
export function textIn(text: LocalizedText | undefined, language: Language): string {
  if (!text) return '';
  return text[language]?.trim() || Object.values(text).find((value) => value.trim() !== '') || '';
}
