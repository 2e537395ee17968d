import { z } from 'zod';
import { AuthorError } from './author-error.js';

/**
 * JSON Schema 2020-12 of what a person enters. Marks of `meta` stay: `secret`, `labels`, and titles and descriptions in both
 * languages. Keys are in the author's order, which is the order of the form.
 * @throws Error with a sentence when a setting cannot be written as JSON
 */
export function configSchemaOf(schema: z.ZodObject, where: string): Record<string, unknown> {
  try {
    const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
    // Object schemas refuse what they do not name, so that a mistyped setting is found and not ignored.
    return { ...json, additionalProperties: json.additionalProperties ?? false };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AuthorError(
      `${where}: a setting cannot be written as JSON (${why}). Use strings, numbers, booleans, enums, lists and objects.`,
    );
  }
}

/** Names of the settings that are marked secret, below any object. */
export function secretNamesOf(schema: Record<string, unknown>): string[] {
  const properties = schema.properties;
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties).flatMap(([name, property]: [string, unknown]) => {
    if (typeof property !== 'object' || property === null) return [];
    const below: Record<string, unknown> = { ...property };
    return below.secret === true ? [name] : secretNamesOf(below).map((inner) => `${name}.${inner}`);
  });
}
