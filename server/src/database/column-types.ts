import { types } from 'pg';

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const TIMESTAMPTZ_ARRAY = 1185;
const DATE_ARRAY = 1182;
const raw = (text: string) => text;

const LONGEST = '2026-01-05 10:00:00.123456+00'.length;
const WITH_MILLISECONDS = '2026-01-05T10:00:00.123'.length;

/** `2026-01-05 10:00:00.25+00` as an Instant. The connection's time zone is irrelevant: the offset is in the text. */
function instant(text: string): string {
  // `2026-01-05 10:00:00+00` or with decimals, as every server of ours writes it: no need to compute.
  if (text.endsWith('+00') && text.length <= LONGEST && /^\d{4}-/.test(text)) {
    const time = `${text.slice(0, 10)}T${text.slice(11, -3)}`;
    if (time.length >= WITH_MILLISECONDS) return `${time.slice(0, WITH_MILLISECONDS)}Z`;
    return `${time}${time.length === 19 ? '.000' : '000'.slice(time.length - 20)}Z`;
  }
  return new Date(`${text.replace(' ', 'T')}${/[+-]\d\d$/.test(text) ? ':00' : ''}`).toISOString();
}

const arrays = (parse: (text: string) => string) => (text: string) =>
  text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((part) => parse(part.replaceAll('"', '')));

const parsers: Record<number, (text: string) => unknown> = {
  [TIMESTAMPTZ]: instant,
  [DATE]: raw,
  [TIMESTAMPTZ_ARRAY]: arrays(instant),
  [DATE_ARRAY]: arrays(raw),
};

/** How columns arrive: timestamps as Instant, dates as PlainDate, all else as the driver has it. */
export const instantTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    format === 'binary' ? types.getTypeParser(oid, 'binary') : (parsers[oid] ?? types.getTypeParser(oid, 'text')),
};
