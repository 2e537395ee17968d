import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type UnionIssue = Extract<Issue, { code: 'invalid_union' }>;

/**
 * The alternative that the writer most likely meant: of those that fit the value's outer shape, the one with the
 * fewest mistakes. Undefined when none is nearer than another, so that the sentence should name all of them.
 */
export function bestBranch(issue: UnionIssue, value: unknown): Issue[] | undefined {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  const ranked = issue.errors
    .filter((issues) => !issues.some((inner) => inner.path.length === 0 && failsOutside(inner)))
    .map((issues) => ({ issues, cost: costOf(issues) }))
    .sort((a, b) => a.cost - b.cost);
  const [first, second] = ranked;
  if (!first) return undefined;
  if (isRecord && !sharesProperty(first.issues, value)) return undefined;
  // Two alternatives as near as each other: naming one of them would be a guess.
  if (second && second.cost === first.cost) return undefined;
  return first.issues;
}

function failsOutside(issue: Issue): boolean {
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

/** A property that the alternative does not know weighs more than one that is still to be written. */
function costOf(issues: readonly Issue[]): number {
  return issues.reduce((cost, issue) => cost + (issue.code === 'unrecognized_keys' ? 2 * issue.keys.length : 1), 0);
}

function sharesProperty(issues: readonly Issue[], value: object): boolean {
  const unknown = new Set(
    issues.flatMap((issue) => (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [])),
  );
  return Object.keys(value).some((property) => !unknown.has(property));
}
