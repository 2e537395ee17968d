import { shareText } from '@planwright/schema/figures';

/** A figure with decimals that fit its size: 6.4, 0.032, 128; the same as in the sentences of the server. */
export function figure(value: number): string {
  const size = Math.abs(value);
  // Hodges–Lehmann and the like give 0.0000000001 where they mean none.
  if (size < 1e-6) return '0';
  const decimals = size >= 100 ? 0 : size >= 1 ? 1 : Math.min(6, 1 - Math.floor(Math.log10(size)));
  const text = (Number(value.toFixed(decimals)) + 0).toFixed(decimals);
  return text.replace(/^-(0(\.0+)?)$/, '$1').replace('-', '−');
}

/** With its sign: +3.6, −1.1. */
export const signed = (value: number): string => (value >= 1e-6 ? `+${figure(value)}` : figure(value));

/** A share as whole percent. Above 0 and below 100 it never says 0 % or 100 %. */
export const percent = (share: number): string => shareText(share);

/** A whole or decimal tick without needless zeros: 0.5, 10, −5. */
export const tickText = (value: number): string => String(value).replace('-', '−');

/** A correlation: two decimals, +0.42. */
export function correlation(value: number): string {
  const text = Math.abs(value).toFixed(2);
  if (text === '0.00') return text;
  return `${value > 0 ? '+' : '−'}${text}`;
}
