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
import { matchLists, movedPlaces } from './match-lists.js';
import { type DiffContext, say, type ToldChange } from './plan-change.js';

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
          sentence: say(context, `新增关联：${words}`, `Adds a link: ${words}`),
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
          sentence: say(context, `删除关联：${words}`, `Removes a link: ${words}`),
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
            ? say(context, `关联换了写法，含义不变：${to}`, `A link is written differently and means the same: ${to}`)
            : say(context, `修改关联：${to}（原来：${from}）`, `Changes a link: ${to} (before: ${from})`),
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
      sentence: say(context, '关联的排列顺序变了，含义不变', 'The links are listed in another order and mean the same'),
    },
  ];
}

/** `《A》获得批准后，隔 1 个工作日开放《B》`; `“B” opens 1 working day after “A” is approved`. */
function linkInWords({ language }: DiffContext, link: Link, nameOf: NameOf): string {
  const result = describeLinkResult(link.on, language);
  const [from, to] = [nameOf(link.from), nameOf(link.to)];
  const isScore = typeof link.on === 'object';
  const lag = link.lag ? describeLag(link.lag, language) : undefined;
  if (language === 'zh-CN')
    return `${from}${isScore ? `得 ${result}` : result}后${lag === undefined ? '' : `，隔 ${lag}`}开放${to}`;
  return `${to} opens ${lag === undefined ? '' : `${lag} `}after ${from} ${isScore ? `ends with ${result}` : `is ${result}`}`;
}

/** How several links join, and what an item asks beside them. */
export function joinAndConditionChanges(context: DiffContext): ToldChange[] {
  return [
    ...recordChanges<Join>(
      context,
      'joins',
      context.before.joins ?? {},
      context.after.joins ?? {},
      (join) => describeJoin(join, context.language),
      { zh: '关联汇合规则', en: 'rule for joining links' },
    ),
    ...recordChanges<Condition>(
      context,
      'conditions',
      context.before.conditions ?? {},
      context.after.conditions ?? {},
      (condition, nameOf) => describeCondition(condition, context.language, nameOf),
      { zh: '开放条件', en: 'condition' },
    ),
  ];
}

function recordChanges<T>(
  context: DiffContext,
  property: 'joins' | 'conditions',
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  inWords: (value: T, nameOf: NameOf) => string,
  noun: { zh: string; en: string },
): ToldChange[] {
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
          sentence: say(context, `${name}新增${noun.zh}：${words}`, `${name}: adds a ${noun.en}, ${words}`),
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
          sentence: say(
            context,
            `${name}去掉${noun.zh}，原为${words}`,
            `${name}: drops its ${noun.en}, formerly ${words}`,
          ),
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
        sentence: say(
          context,
          `${name}的${noun.zh}改为：${to}（原来：${from}）`,
          `${name}: its ${noun.en} is now ${to} (before: ${from})`,
        ),
        before: old,
        after: now,
      },
    ];
  });
}
