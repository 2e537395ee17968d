import { halfSpaced } from './words';

/** How long something took, of minutes: `45 min`, `2 hr 5 min`, `12 小时 30 分钟`. */
export function spanText(minutes: number, locale: string): string {
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  const said = (count: number, unit: 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
  const parts = [
    ...(hours > 0 ? [said(hours, 'hour')] : []),
    ...(rest > 0 || hours === 0 ? [said(rest, 'minute')] : []),
  ];
  return locale.startsWith('zh') ? halfSpaced(parts.join('')) : parts.join(' ');
}
