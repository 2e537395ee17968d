const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** A size as people say it: `3.2 MB`. */
export function fileSize(bytes: number, locale: string): string {
  const at = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : 2;
  const count = bytes / 1024 ** at;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[at] ?? 'byte',
    unitDisplay: at === 0 ? 'long' : 'short',
    maximumFractionDigits: at === 2 && count < 100 ? 1 : 0,
  }).format(count);
}
