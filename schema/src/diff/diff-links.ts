import {
  type Condition,
  describeCondition,
  describeJoin,
  describeLag,
  describeLinkResult,
  type Join,
  type Link,
  type NameOf,
} from '../definition/index.js';
import { same } from './diff-fields.js';
import { sayIn } from './generated/messages.js';
import { matchLists, movedPlaces } from './match-lists.js';
import { type DiffContext, type ToldChange, tell } from './plan-change.js';

/** Links by what they connect; several between the same two are told apart by their order. */
export function linkChanges(context: DiffContext): ToldChange[] {
  const [before, after] = [context.before.links ?? [], context.after.links ?? []];
  const matches = matchLists(before, after, (link) => `${link.from} → ${link.to}`);
  const changes = matches.flatMap(({ before: old, after: now }): ToldChange[] => {
    if (!old && now) {
      const words = linkInWords(context, now.entry, context.nameAfter);
      return [
        {
          kind: 'ADDED',
          path: ['links', String(now.index)],
          sentence: tell(context, 'diffLinks.addsLink', { words }),
          after: now.entry,
        },
      ];
    }
    if (old && !now) {
      const words = linkInWords(context, old.entry, context.nameBefore);
      return [
        {
          kind: 'REMOVED',
          path: ['links', String(old.index)],
          sentence: tell(context, 'diffLinks.removesLink', { words }),
          before: old.entry,
        },
      ];
    }
    if (!old || !now || same(old.entry, now.entry)) return [];
    const [from, to] = [
      linkInWords(context, old.entry, context.nameBefore),
      linkInWords(context, now.entry, context.nameAfter),
    ];
    return [
      {
        kind: 'CHANGED',
        path: ['links', String(now.index)],
        sentence:
          from === to
            ? tell(context, 'diffLinks.linkWrittenDifferently', { to })
            : tell(context, 'diffLinks.changesLinkBefore', { to, from }),
        before: old.entry,
        after: now.entry,
      },
    ];
  });
  const kept = matches.filter((match) => match.before && match.after);
  if (movedPlaces(kept.map((match) => match.before?.index ?? 0)).length === 0) return changes;
  return [
    ...changes,
    {
      kind: 'MOVED',
      path: ['links'],
      sentence: tell(context, 'diffLinks.linksListedAnother'),
    },
  ];
}

/** `《A》获得批准后，隔 1 个工作日开放《B》`; `“B” opens 1 working day after “A” is approved`. */
function linkInWords({ language }: DiffContext, link: Link, nameOf: NameOf): string {
  const result = describeLinkResult(link.on, language);
  const [from, to] = [nameOf(link.from), nameOf(link.to)];
  const isScore = typeof link.on === 'object';
  const lag = link.lag ? describeLag(link.lag, language) : undefined;
  const words = { from, to, result };
  if (lag === undefined) return sayIn(language, isScore ? 'diffLinks.opensScored' : 'diffLinks.opens', words);
  return sayIn(language, isScore ? 'diffLinks.opensAfterScored' : 'diffLinks.opensAfter', { ...words, lag });
}

/** How several links join, and what an item asks beside them. */
export function joinAndConditionChanges(context: DiffContext): ToldChange[] {
  return [
    ...recordChanges<Join>(context, 'joins', context.before.joins ?? {}, context.after.joins ?? {}, (join) =>
      describeJoin(join, context.language),
    ),
    ...recordChanges<Condition>(
      context,
      'conditions',
      context.before.conditions ?? {},
      context.after.conditions ?? {},
      (condition, nameOf) => describeCondition(condition, context.language, nameOf),
    ),
  ];
}

function recordChanges<T>(
  context: DiffContext,
  property: 'joins' | 'conditions',
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  inWords: (value: T, nameOf: NameOf) => string,
): ToldChange[] {
  const noun = sayIn(context.language, `diffLinks.noun.${property}`);
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys.flatMap((key): ToldChange[] => {
    const [old, now] = [
      Object.hasOwn(before, key) ? before[key] : undefined,
      Object.hasOwn(after, key) ? after[key] : undefined,
    ];
    const path = [property, key];
    const name = now === undefined ? context.nameBefore(key) : context.nameAfter(key);
    if (old === undefined && now !== undefined) {
      const words = inWords(now, context.nameAfter);
      return [
        {
          kind: 'ADDED',
          path,
          sentence: tell(context, 'diffLinks.adds', { name, noun, words }),
          after: now,
        },
      ];
    }
    if (old !== undefined && now === undefined) {
      const words = inWords(old, context.nameBefore);
      return [
        {
          kind: 'REMOVED',
          path,
          sentence: tell(context, 'diffLinks.dropsFormerly', { name, noun, words }),
          before: old,
        },
      ];
    }
    if (old === undefined || now === undefined || same(old, now)) return [];
    const [from, to] = [inWords(old, context.nameBefore), inWords(now, context.nameAfter)];
    return [
      {
        kind: 'CHANGED',
        path,
        sentence: tell(context, 'diffLinks.nowBefore', { name, noun, to, from }),
        before: old,
        after: now,
      },
    ];
  });
}
