/** A file that has arrived and waits to be used. */
export interface Uploaded {
  id: string;
  name: string;
  bytes: number;
}

const isUploaded = (value: unknown): value is Uploaded =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'name' in value &&
  typeof value.name === 'string' &&
  'bytes' in value &&
  typeof value.bytes === 'number';

/** Reads what a form kept as text; anything that is not ours counts as nothing. */
export function parseUploaded(text: string): Uploaded[] {
  if (text === '') return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isUploaded) : [];
  } catch {
    return [];
  }
}

/** As a form keeps it; '' for none. */
export const keptUploaded = (files: readonly Uploaded[]): string =>
  files.length === 0 ? '' : JSON.stringify(files.map(({ id, name, bytes }) => ({ id, name, bytes })));
