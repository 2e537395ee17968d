import { z } from 'zod';

/** Values near a good one that a strict schema refuses: a name too many, a required one too few, each one as another type. */
export function mutantsOf(
  schema: z.ZodObject,
  good: Record<string, unknown>,
): { what: string; value: Record<string, unknown> }[] {
  const json = z.toJSONSchema(schema, { io: 'input' });
  const required = Array.isArray(json.required) ? json.required.map(String) : [];
  const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([other]) => other !== name));
  return [
    { what: 'an unknown setting', value: { ...good, 'surely-unknown': true } },
    ...required.map((name) => ({ what: `no ${name}`, value: without(name) })),
    ...Object.keys(good).map((name) => ({
      what: `${name} of another type`,
      value: { ...good, [name]: { not: ['this'] } },
    })),
  ];
}

/** The first mutant that the schema accepts, in words. */
export function acceptedMutant(schema: z.ZodObject, good: Record<string, unknown>): string | undefined {
  return mutantsOf(schema, good).find(({ value }) => schema.safeParse(value).success)?.what;
}

/** Why the schema refuses a value; undefined when it does not. */
export function refusalOf(schema: z.ZodObject, value: unknown): string | undefined {
  const result = schema.safeParse(value);
  if (result.success) return undefined;
  const [issue] = result.error.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
}
