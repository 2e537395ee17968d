import { fieldsIn } from './fields-of-schema.js';
import { isSchema } from './read-schema.js';
import type { Undrawable } from './why-undrawable.js';

/** The settings of a schema that no field can be drawn for. A plugin with one is refused: nobody is to write JSON. */
export function undrawableSettings(schema: unknown): Undrawable[] {
  const found: Undrawable[] = [];
  if (isSchema(schema)) fieldsIn(schema, { language: 'en', isSealable: true, refuse: (one) => found.push(one) }, []);
  return found;
}
