/** All that it takes to ask for one message later: Aliyun finds them by number and day, and tells them apart by ours. */
export interface Reference {
  person: string;
  mobile: string;
  /** `20260302` */
  date: string;
  key: string;
}

export const referenceOf = ({ person, mobile, date, key }: Reference): string =>
  JSON.stringify([person, mobile, date, key]);

/** undefined for what is no reference of ours. */
export function readReference(text: string): Reference | undefined {
  try {
    const parts: unknown = JSON.parse(text);
    if (!Array.isArray(parts) || parts.length !== 4 || !parts.every((part) => typeof part === 'string'))
      return undefined;
    const [person = '', mobile = '', date = '', key = ''] = parts.map(String);
    return { person, mobile, date, key };
  } catch {
    return undefined;
  }
}
