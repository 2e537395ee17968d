/** A figure with its unit as the server writes it: `6.4 min`, `12 %`, `6.4`. */
export const inUnit = (text: string, unit: string | null | undefined): string => (unit ? `${text} ${unit}` : text);
