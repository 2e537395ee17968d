import type { Item } from '@planwright/schema/kinds';
import type { LocalizedText } from '@planwright/schema/text';

export interface Criterion {
  key: string;
  title: LocalizedText | undefined;
  weight: number;
}

const isTexts = (value: unknown): value is LocalizedText =>
  typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');

/** What a reviewer scores, from the settings of the item's scorer; empty when it has no rubric. */
export function criteriaOf(item: Item): Criterion[] {
  const criteria: unknown = item.scorer?.with?.criteria;
  if (!Array.isArray(criteria)) return [];
  return criteria.flatMap((entry: unknown): Criterion[] => {
    if (typeof entry !== 'object' || entry === null) return [];
    const fields = new Map<string, unknown>(Object.entries(entry));
    const [key, weight, title] = [fields.get('key'), fields.get('weight'), fields.get('title')];
    if (typeof key !== 'string') return [];
    return [{ key, title: isTexts(title) ? title : undefined, weight: typeof weight === 'number' ? weight : 1 }];
  });
}

/** The criteria that nobody scored: an approval without them would say that the work was judged when it was not. */
export function unscored(item: Item, given: readonly { key: string }[] = []): Criterion[] {
  return criteriaOf(item).filter(({ key }) => !given.some((each) => each.key === key));
}
