/**
 * People who would be above themselves. `managerOf` gives the manager of each as it will be; `asked` are those who get another one: a circle of old is nobody's fault.
 */
export function inCycles(
  managerOf: (personId: string) => string | null | undefined,
  asked: Iterable<string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  /** On no way up from here is a circle. */
  const clear = new Set<string>();
  for (const start of asked) {
    const way = new Set<string>();
    let at: string | null | undefined = start;
    while (at && !way.has(at) && !clear.has(at) && !found.has(at)) {
      way.add(at);
      at = managerOf(at);
    }
    if (at && way.has(at)) {
      let inside = false;
      for (const person of way) {
        inside ||= person === at;
        if (inside) found.add(person);
        else clear.add(person);
      }
    } else for (const person of way) clear.add(person);
  }
  return found;
}
