import { pText, shareText } from '@planwright/schema/figures';

/** A figure with as many decimals as its size deserves: 6.4, 0.032, 128. */
export function figure(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  const decimals = size >= 100 ? 0 : size >= 1 ? 1 : Math.min(6, 1 - Math.floor(Math.log10(size)));
  // Not −0.0.
  return (Number(value.toFixed(decimals)) + 0).toFixed(decimals).replace(/^-(0(\.0+)?)$/, '$1');
}

export const signed = (value: number): string => (value > 0 ? `+${figure(value)}` : figure(value).replace('-', '−'));

/** A share as a percentage; shares of people carry their denominator beside it. */
export const percent = (share: number): string => shareText(share, 1);

export const withUnit = (text: string, unit: string | null): string =>
  unit === null || unit === '' ? text : `${text} ${unit}`;

/** p within a sentence: `p = 0.013`, `p < 0.001`. */
export const pWords = (p: number): string => (p < 0.001 ? `p ${pText(p).replace('<', '< ')}` : `p = ${pText(p)}`);
