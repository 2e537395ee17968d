import type { LocalizedText } from '@planwright/schema/text';

export interface FieldWords {
  /** A sentence below the field: what it is for, or where to find its value. */
  hint?: LocalizedText;
  /** Stored sealed, shown never; the plugin gets a reference by `ctx.secret(name)`. */
  secret?: true;
  /** What the values of a choice are called. */
  labels?: Record<string, LocalizedText>;
  /** A text of several lines. */
  multiline?: true;
}

/**
 * What a form shows for a setting, to be given to zod's `meta`:
 * `z.string().meta(field({ 'zh-CN': '密钥', en: 'Key' }, { secret: true }))`.
 */
export const field = (title: LocalizedText, { hint, ...marks }: FieldWords = {}): Record<string, unknown> => ({
  title,
  ...(hint ? { description: hint } : {}),
  ...marks,
});
