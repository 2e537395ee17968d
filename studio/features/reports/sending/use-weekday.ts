import { useLocale } from 'next-intl';

/** 1 January 2024 was a Monday. */
const mondayPlus = (days: number) => Date.UTC(2024, 0, 1 + days);

/** Names of the days of the week; 1 = Monday. */
export function useWeekday(): (weekday: number) => string {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return (weekday) => format.format(mondayPlus(weekday - 1));
}
