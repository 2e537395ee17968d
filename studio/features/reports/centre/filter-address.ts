/** What the centre is narrowed to; it stands in the address, so that a view can be sent to somebody. */
export interface ReportFilter {
  plan?: string;
  cohort?: string;
  /** Days on which reports were made, both included. */
  from?: string;
  until?: string;
}

const isDay = (text: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
};

/** Reads the filter from an address; a day that is none is left out. */
export function readFilter(query: { get(name: string): string | null }): ReportFilter {
  const [plan, cohort, from, until] = ['plan', 'cohort', 'from', 'until'].map((name) => query.get(name) ?? '');
  return {
    ...(plan ? { plan } : {}),
    ...(cohort ? { cohort } : {}),
    ...(from && isDay(from) ? { from } : {}),
    ...(until && isDay(until) ? { until } : {}),
  };
}

/** The query of an address, `''` for everything. */
export function filterQuery(filter: ReportFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString();
  return query === '' ? '' : `?${query}`;
}

export const isNarrowed = (filter: ReportFilter): boolean => filterQuery(filter) !== '';
