/** Sorts by name as readers of a language expect it: Chinese by pinyin in Chinese, `Ä` beside `A` in English. */
export function byName<T>(locale: string, nameOf: (thing: T) => string): (a: T, b: T) => number {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return (a, b) => compare(nameOf(a), nameOf(b));
}
