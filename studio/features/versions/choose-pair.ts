/** Two versions, the reference first, and the metric that they are compared by. */
export interface Pair {
  from: string;
  to: string;
  metric: string;
}

/**
 * What the address asks for, filled up with the newest version against the one before it. Undefined while a plan has less
 * than two versions, or nothing is measured. What the address names and the plan does not have is passed over.
 */
export function pairOf(
  asked: Partial<Pair>,
  versions: readonly { id: string; number: number }[],
  usualMetric: string | undefined,
): Pair | undefined {
  const known = versions.toSorted((a, b) => b.number - a.number);
  const metric = asked.metric || usualMetric;
  if (known.length < 2 || !metric) return undefined;
  const named = (id: string | undefined) => known.find((version) => version.id === id);
  const to = named(asked.to) ?? known.find(({ id }) => id !== asked.from);
  const earlier = known.find(({ number }) => to !== undefined && number < to.number);
  const from = named(asked.from) ?? earlier ?? known.find(({ id }) => id !== to?.id);
  return to && from ? { from: from.id, to: to.id, metric } : undefined;
}

export function compareAddress(planKey: string, { from, to, metric }: Pair): string {
  return `/plans/${encodeURIComponent(planKey)}/compare?${new URLSearchParams({ from, to, metric })}`;
}
