'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useNow, useZone } from './clock';
import { type DateStyle, dateIn, dateWords, daysBetween, distance } from './words';

/** Days after which a date says more than a distance. */
const LONG_AGO = 30;

const YEARLY: Record<DateStyle, DateStyle> = {
  day: 'dayYear',
  dayTime: 'dayTimeYear',
  dayYear: 'dayYear',
  dayTimeYear: 'dayTimeYear',
  time: 'time',
  full: 'full',
  fullTime: 'fullTime',
};

export interface TimeWords {
  /** A date or instant: `3 月 2 日周一`. */
  date: (at: string, style?: DateStyle) => string;
  /** `还剩 5 小时`, `晚 3 天`, `刚刚到期`. */
  left: (at: string) => string;
  /** How long ago: `3 天前`; after a month the date. */
  ago: (at: string) => string;
  /** The nearest way to say a due date: `今天 18:00`, `周五 18:00`, `3 月 13 日周五 18:00`. */
  due: (at: string) => string;
  /** When something happened: the time of day today, the date before: `14:02`, `5 月 28 日周四`. */
  moment: (at: string) => string;
  isPast: (at: string) => boolean;
}

/** Words for dates, in the person's language and zone and relative to the workspace's time. */
export function useTimeWords(zoneOf?: string): TimeWords {
  const t = useTranslations('time');
  const locale = useLocale();
  const now = useNow();
  const own = useZone();
  const zone = zoneOf ?? own;
  const date = (at: string, style: DateStyle = 'day') => dateWords(at, withYear(at, style), locale, zone);
  // A day of another year is taken for this year's unless the year is said.
  const withYear = (at: string, style: DateStyle): DateStyle => {
    const isPlain = /^\d{4}-\d{2}-\d{2}$/.test(at);
    const year = (isPlain ? at : dateIn(zone, at)).slice(0, 4);
    return year === dateIn(zone, now).slice(0, 4) ? style : YEARLY[style];
  };
  return {
    date,
    left: (at) => {
      const far = distance(at, now);
      return far.when === 'now' ? t('now') : t(`${far.when}.${far.unit}`, { count: far.count });
    },
    ago: (at) => {
      const far = distance(at, now);
      if (far.when === 'now') return t('justNow');
      return far.unit === 'days' && far.count > LONG_AGO
        ? date(at, 'full')
        : t(`ago.${far.unit}`, { count: far.count });
    },
    due: (at) => {
      const days = daysBetween(dateIn(zone, now), dateIn(zone, at));
      const time = date(at, 'time');
      if (days === 0) return t('today', { time });
      if (days === 1) return t('tomorrow', { time });
      if (days === -1) return t('yesterday', { time });
      return date(at, 'dayTime');
    },
    moment: (at) => date(at, dateIn(zone, now) === dateIn(zone, at) ? 'time' : 'day'),
    isPast: (at) => Date.parse(at) <= now.getTime(),
  };
}
