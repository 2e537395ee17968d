import {
  type Instant,
  instantAt,
  instantFromEpochMs,
  isPlainDate,
  type PlainDate,
  type Zone,
} from '@planwright/schema';

/** A day as Planwright counts days; null for anything else and for years that calendars do not reach. */
export function readDate(text: string): PlainDate | null {
  const date = text.replaceAll('/', '-').replaceAll('.', '-');
  const [year = '', month = '', day = ''] = date.split('-');
  const plain = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(plain) && plain >= '2000-01-01' && plain < '2100-01-01' ? plain : null;
}

const LOCAL = /^(\S+)[T ](\d{1,2}:\d\d)(?::\d\d)?$/;

/**
 * When something happened: an instant with its zone (`2014-03-01T17:00:00Z`), a local time (`2014-03-01T18:00`) or a day,
 * which stands for noon: late enough for what opened in the morning, and in time for what was due that evening.
 */
export function readMoment(text: string, zone: Zone): Instant | null {
  const instant = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(instant)) {
    const exact = instantFromEpochMs(instant);
    return exact >= '2000' && exact < '2100' ? exact : null;
  }
  const [, day = text, time = '12:00'] = LOCAL.exec(text) ?? [];
  const date = readDate(day);
  const padded = time.padStart(5, '0');
  return date === null || padded > '23:59' ? null : instantAt(date, padded, zone);
}

export function readNumber(text: string): number | null {
  if (!/^[-+]?\d+(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

export const readFlag = (text: string): boolean | null => {
  const word = text.toLowerCase();
  if (['1', 'true', 'yes', '是'].includes(word)) return true;
  return ['', '0', 'false', 'no', '否'].includes(word) ? false : null;
};
