export interface NamedDepartment {
  key: string;
  name: string;
  parent?: { name: string } | null;
}

/** How a department is called among all: with the one above it where two have the same name. */
export function departmentName(departments: readonly NamedDepartment[] | undefined, key: string): string | undefined {
  const found = departments?.find((department) => department.key === key);
  if (!found) return undefined;
  const isAlone = departments?.filter(({ name }) => name === found.name).length === 1;
  return isAlone || !found.parent ? found.name : `${found.parent.name} / ${found.name}`;
}

/**
 * The departments that a plan may name, by name. What it names already stays among them where there is no such department.
 * @param departments undefined while they are not read
 * @param unknown how a department is called that there is not
 */
export function departmentChoices(
  departments: readonly NamedDepartment[] | undefined,
  { value, taken = [], unknown }: { value?: string; taken?: readonly string[]; unknown: (key: string) => string },
): { value: string; label: string }[] {
  const offered = (departments ?? [])
    .filter(({ key }) => key === value || !taken.includes(key))
    .map(({ key, name }) => ({ value: key, label: departmentName(departments, key) ?? name }));
  if (value === undefined || offered.some((choice) => choice.value === value)) return offered;
  return [{ value, label: departments ? unknown(value) : value }, ...offered];
}
