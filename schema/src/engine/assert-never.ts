/** Marks where a closed union must be exhausted; reaching it at run time is a bug. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected ${JSON.stringify(value)}`);
}
