/** A list with one entry more. `index` absent or beyond the end = last. Answers where it really went. */
export function inserted<T>(list: readonly T[], entry: T, index?: number): { list: T[]; at: number } {
  const at = Math.min(index ?? list.length, list.length);
  return { list: list.toSpliced(at, 0, entry), at };
}

export const removedAt = <T>(list: readonly T[], at: number): T[] => list.toSpliced(at, 1);

/** An entry taken out and put in again. */
export const moved = <T>(list: readonly T[], from: number, to?: number): { list: T[]; at: number } =>
  inserted(removedAt(list, from), list[from] as T, to);

export interface FieldEdit {
  set?: Record<string, unknown> | undefined;
  unset?: string[] | undefined;
}

/** A record with some properties replaced and some taken away, and the edit that takes this back. */
export function editedFields<T extends object>(
  record: T,
  { set = {}, unset = [] }: FieldEdit,
): { edited: Record<string, unknown>; inverse: Required<FieldEdit> } {
  const edited: Record<string, unknown> = Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  );
  const inverse: Required<FieldEdit> = { set: {}, unset: [] };
  for (const name of new Set([...unset, ...Object.keys(set)])) {
    const old = Object.hasOwn(edited, name) ? edited[name] : undefined;
    if (old === undefined) inverse.unset.push(name);
    else inverse.set[name] = old;
    if (Object.hasOwn(set, name)) edited[name] = set[name];
    else delete edited[name];
  }
  return { edited, inverse };
}

/** A record without one of its properties. */
export function without<T extends object, K extends keyof T>(record: T, name: K): Omit<T, K> {
  const { [name]: _gone, ...rest } = record;
  return rest;
}
