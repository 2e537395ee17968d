import { tickText } from '@/features/charts/figures';

/** A figure with its unit as the server writes it: `6.4 min`, `12 %`, `6.4`. */
export const inUnit = (text: string, unit: string | null | undefined): string => (unit ? `${text} ${unit}` : text);

/** The smallest difference that matters as HR entered it: 5 stays 5, and does not become 5.0. */
export const smallestText = (smallest: number, unit: string | null | undefined): string =>
  inUnit(tickText(smallest), unit);
