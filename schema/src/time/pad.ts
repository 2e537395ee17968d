/** Digits with leading zeros, as ISO 8601 wants them. */
export const pad = (value: number, width: number): string => String(value).padStart(width, '0');
