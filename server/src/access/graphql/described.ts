import { registerEnumType } from 'type-graphql';

/** What each value of an enum means, in the form that `registerEnumType` takes as `valuesConfig`. */
export const described = <Name extends string>(words: Readonly<Record<Name, string>>) =>
  Object.fromEntries(Object.entries<string>(words).map(([name, description]) => [name, { description }])) as {
    [N in Name]: { description: string };
  };

/** An enum of GraphQL from its values and what each of them means. */
export function enumOf<T extends string>(
  name: string,
  description: string,
  values: Readonly<Record<T, string>>,
): Record<string, T> {
  const made = Object.fromEntries((Object.keys(values) as T[]).map((value) => [value, value]));
  registerEnumType(made, { name, description, valuesConfig: described(values) });
  return made;
}
