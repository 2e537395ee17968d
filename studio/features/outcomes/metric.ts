import type { MetricFamily, MetricsQuery } from '@/gql/graphql';

export type Metric = MetricsQuery['metrics'][number];

/** As the chapters of a report go. */
export const FAMILIES = [
  'LEARNING',
  'TASK',
  'COLLABORATION',
  'PERFORMANCE',
  'SURVEY',
] as const satisfies readonly MetricFamily[];

export function byFamily(metrics: readonly Metric[]): { family: MetricFamily; metrics: Metric[] }[] {
  return FAMILIES.map((family) => ({ family, metrics: metrics.filter((metric) => metric.family === family) }));
}

/** Values that come from outside: what people and systems measured. The others follow from the plan's own course. */
export const canRecord = ({ source }: Pick<Metric, 'source'>): boolean => source !== 'PROCESS';

/** A number with its unit; `%` stands close, everything else after a space. */
export function withUnit(value: number, unit: string | null | undefined, locale: string): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
  if (!unit) return number;
  return unit === '%' ? `${number}%` : `${number} ${unit}`;
}

/** The bounds in words: `0–100%`, `≥ 0 h`, nothing where there are none. */
export function rangeWords(
  { low, high, unit }: Pick<Metric, 'low' | 'high' | 'unit'>,
  locale: string,
): string | undefined {
  if (low != null && high != null) return `${withUnit(low, null, locale)}–${withUnit(high, unit, locale)}`;
  if (low != null) return `≥ ${withUnit(low, unit, locale)}`;
  if (high != null) return `≤ ${withUnit(high, unit, locale)}`;
  return undefined;
}

/** A name that stands by itself: English ones are kept as they read within a sentence. */
export const asTitle = (title: string): string => title.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/;
export const isGoodKey = (key: string): boolean => KEY.test(key);

/** A key from a Latin title: `Exam result (June)` → `exam-result-june`; empty where nothing Latin is left. */
export const keyFrom = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '');

/** The key that a new metric is given unless somebody wants another: from its title, `metric` where that has nothing Latin. */
export function proposedKey(title: string, taken: ReadonlySet<string>): string {
  const base = keyFrom(title) || 'metric';
  for (let n = 1; ; n += 1) {
    const end = n === 1 ? '' : `-${n}`;
    const key = base.slice(0, 63 - end.length).replace(/-+$/, '') + end;
    if (!taken.has(key)) return key;
  }
}
