/** What each value of an enum means, in the form that `registerEnumType` takes as `valuesConfig`. */
export const described = <Name extends string>(words: Readonly<Record<Name, string>>) =>
  Object.fromEntries(Object.entries<string>(words).map(([name, description]) => [name, { description }])) as {
    [N in Name]: { description: string };
  };
