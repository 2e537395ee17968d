/**
 * Whether what a stream says is what was read. A read document has the names of its types added, for the cache; a
 * stream's has not: they are left out of the comparison.
 */
export function saysTheSame(told: unknown, read: unknown): boolean {
  return withoutTypeNames(told) === withoutTypeNames(read);
}

const withoutTypeNames = (value: unknown): string | undefined =>
  JSON.stringify(value, (key, inner: unknown) => (key === '__typename' ? undefined : inner));
