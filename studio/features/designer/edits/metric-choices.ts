import { type Metric as AnyMetric, asTitle } from '@/features/outcomes/metric';

type Metric = Pick<AnyMetric, 'key' | 'title'>;

export interface MetricChoice {
  value: string;
  label: string;
}

/**
 * What one outcome of a plan may be measured by: the workspace's metrics that no other outcome of it takes, by title.
 * The metric that the plan names stays among them where the workspace does not have it.
 * @param metrics undefined while they are not read
 * @param unknown how a metric is called that the workspace does not have
 */
export function metricChoices(
  metrics: readonly Metric[] | undefined,
  { value, taken, unknown }: { value?: string; taken: ReadonlySet<string>; unknown: (key: string) => string },
): MetricChoice[] {
  if (!metrics) return value === undefined ? [] : [{ value, label: value }];
  const offered = metrics
    .filter(({ key }) => key === value || !taken.has(key))
    .map(({ key, title }) => ({ value: key, label: asTitle(title) }));
  if (value === undefined || offered.some((choice) => choice.value === value)) return offered;
  return [{ value, label: unknown(value) }, ...offered];
}

/** How the metric of an outcome is called; as the plan says it where nothing better is known. */
export function metricName(metrics: readonly Metric[] | undefined, key: string): string {
  const title = metrics?.find((metric) => metric.key === key)?.title;
  return title === undefined ? key : asTitle(title);
}
