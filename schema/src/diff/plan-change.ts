import { type Command } from '../commands/index.js';
import { capitalised, itemName, type NameOf, type PlanDefinition } from '../definition/index.js';
import { type Language } from '../text/index.js';
import { type ValuesOf } from '../words/index.js';
import { type Messages, sayIn } from './generated/messages.js';

/** One thing that differs between two definitions, as a sentence without a full stop. */
export interface PlanChange extends ToldChange {
  /** What makes it: the commands of all changes together, in the order of their ids, give the new definition. */
  commands: Command[];
}

/** A change in words, before it is known which commands make it. */
export interface ToldChange {
  kind: 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED';
  /** Keys from the root, of the new definition; of the old one for what was removed. */
  path: string[];
  sentence: string;
  /** The value itself, as in the definition; absent where there was none. */
  before?: unknown;
  after?: unknown;
}

/** What every comparison needs: the language of its sentences and the names on both sides. */
export interface DiffContext {
  language: Language;
  before: PlanDefinition;
  after: PlanDefinition;
  nameBefore: NameOf;
  nameAfter: NameOf;
}

export function diffContext(before: PlanDefinition, after: PlanDefinition, language: Language): DiffContext {
  const names = (definition: PlanDefinition, other: PlanDefinition): NameOf => {
    const own = new Set([
      ...definition.stages.flatMap((stage) => [stage.key, ...stage.items.map((item) => item.key)]),
      ...(definition.electives ?? []).map((group) => group.key),
    ]);
    return (key) => {
      const place = itemName(own.has(key) ? definition : other, key);
      return place[language];
    };
  };
  return { language, before, after, nameBefore: names(before, after), nameAfter: names(after, before) };
}

/** The sentence of the asked language, with a capital at its start. */
export const tell = <K extends keyof Messages>(
  { language }: DiffContext,
  key: K,
  ...values: ValuesOf<Messages, K>
): string => capitalised(sayIn(language, key, ...values));

/** Words with half a space where Latin letters or digits meet Chinese at their ends; other languages write spaces themselves. */
export function spaced({ language }: DiffContext, words: string): string {
  if (language !== 'zh-CN') return words;
  return `${/^[\w(]/.test(words) ? ' ' : ''}${words}${/[\w)]$/.test(words) ? ' ' : ''}`;
}
