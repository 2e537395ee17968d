import type { Language } from '../text/index.js';
import { type Instant, plainDateIn, plainTimeIn, weekdayIndex, type Zone } from '../time/index.js';

const WEEKDAYS = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `1月19日（周一）` or `Mon 19 Jan`, with the time where it is not midnight and the year where it is not the one given. */
export function dayWords(at: Instant, { zone, year: known }: { zone: Zone; year: string }, language: Language): string {
  const date = plainDateIn(at, zone);
  const time = plainTimeIn(at, zone).slice(0, 5);
  const [year, month, day] = [date.slice(0, 4), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const weekday = WEEKDAYS[language][weekdayIndex(date)] ?? '';
  if (language === 'zh-CN') {
    return `${known === year ? '' : `${year}年`}${month}月${day}日（${weekday}）${time === '00:00' ? '' : ` ${time} `}`;
  }
  const name = `${weekday} ${day} ${MONTHS[month - 1] ?? ''}`;
  return `${name}${known === year ? '' : ` ${year}`}${time === '00:00' ? '' : `, ${time}`}`;
}
