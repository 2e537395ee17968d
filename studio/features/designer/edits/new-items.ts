import type { Stage } from '@planwright/schema/definition';
import { blockOf, type Item, type ItemKind, kindOf } from '@planwright/schema/kinds';
import type { LocalizedText } from '@planwright/schema/text';

/** Words for new things, in every language of the studio; the texts come from the message files. */
export type NewTitle = LocalizedText;

const base = (kind: ItemKind, title: NewTitle) => ({
  key: kind.toLowerCase(),
  title: { ...title },
  requirement: 'REQUIRED' as const,
});

/** A new item that is valid from its first moment; its dates are its stage's until it gets its own. */
export const newItem = (kind: ItemKind, title: NewTitle, question: LocalizedText): Item =>
  ({ ...base(kind, title), kind, [blockOf({ kind })]: kindOf({ kind }).fresh(question) }) as Item;

export const newStage = (title: NewTitle): Stage => ({ key: 'stage', title: { ...title }, items: [] });
