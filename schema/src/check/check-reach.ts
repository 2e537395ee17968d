import {
  type Condition,
  compileExpression,
  describeLinkResult,
  type Place,
  type Problem,
  problemOf,
  sentenceStart,
} from '../definition/index.js';
import { type LinkResult, resultsOf } from '../kinds/index.js';
import { type CheckIndex, conditionLeaves, conditionOf, itemPath, joinOf, nameOf, neededLinks } from './check-index.js';
import { contradictions } from './contradictions.js';
import { givesScore, isEmptyBand } from './link-results.js';

/** `unreachable`: what can never open, at the spot that causes it. What only follows from another's mistake is not named again. */
export function unreachableProblems(index: CheckIndex): Problem[] {
  return [...deadLinks(index), ...deadJoins(index), ...deadConditions(index), ...contradictory(index)];
}

function deadLinks(index: CheckIndex): Problem[] {
  return [...index.linksInto.values()].flat().flatMap(({ link, index: at }) => {
    const to = nameOf(index, link.to);
    return impossibleResult(index, link.from, link.on, ['links', String(at), 'on'], {
      zh: `${to.zh}等不到它`,
      en: `${to.en} waits for it in vain`,
    });
  });
}

/** A result that the source cannot come to. */
function impossibleResult(index: CheckIndex, from: string, on: LinkResult, path: string[], effect: Place): Problem[] {
  const item = index.items.get(from)?.item;
  if (!item) return [];
  const name = nameOf(index, from);
  if (typeof on === 'object') {
    if (isEmptyBand(on.scoreIn)) {
      const [low, high] = on.scoreIn;
      return [
        problemOf(
          'unreachable',
          path,
          `分数区间 ${low}–${high} 里没有任何分数，${effect.zh}。把小的写在前面。`,
          `No score lies from ${low} to below ${high}, so ${effect.en}. Write the lower one first.`,
        ),
      ];
    }
    if (givesScore(item)) return [];
    return [
      problemOf(
        'unreachable',
        path,
        `${name.zh}不会得出分数，${effect.zh}。给它加评分规则，或换一种结果。`,
        `${sentenceStart(name.en)} gives no score, so ${effect.en}. Give it a scorer, or choose another result.`,
      ),
    ];
  }
  if (resultsOf(item).has(on)) return [];
  const known = [...resultsOf(item)];
  return [
    problemOf(
      'unreachable',
      path,
      `${name.zh}不会有「${describeLinkResult(on, 'zh-CN')}」（${on}）的结果，${effect.zh}。改成${known.map((result) => `「${describeLinkResult(result, 'zh-CN')}」`).join('或')}。`,
      `${sentenceStart(name.en)} is never ${describeLinkResult(on, 'en')} (${on}), so ${effect.en}. Choose ${known.map((result) => describeLinkResult(result, 'en')).join(' or ')}.`,
    ),
  ];
}

function deadJoins(index: CheckIndex): Problem[] {
  return Object.keys(index.definition.joins ?? {}).flatMap((key) => {
    if (!index.items.has(key)) return [];
    const join = joinOf(index, key);
    const count = index.linksInto.get(key)?.length ?? 0;
    const needed = neededLinks(join, count);
    if (needed <= count) return [];
    const name = nameOf(index, key);
    return [
      problemOf(
        'unreachable',
        ['joins', key],
        `${name.zh}要等 ${needed} 个关联满足，但只有 ${count} 个关联指向它。减少数量，或补上关联。`,
        `${sentenceStart(name.en)} waits for ${needed} links, but ${count} ${count === 1 ? 'leads' : 'lead'} to it. Ask for fewer, or add links.`,
      ),
    ];
  });
}

function deadConditions(index: CheckIndex): Problem[] {
  return [...index.items.keys()].flatMap((key) => {
    const condition = conditionOf(index, key);
    if (!condition) return [];
    const path = ['conditions', key];
    const name = nameOf(index, key);
    const leaves = conditionLeaves(condition).flatMap(({ leaf, path: below }) =>
      'item' in leaf
        ? impossibleResult(index, leaf.item, leaf.is, [...path, ...below, 'is'], {
            zh: `${name.zh}的条件没有意义`,
            en: `the condition of ${name.en} means nothing`,
          })
        : [],
    );
    if (leaves.length > 0) return leaves;
    const tooMany = impossibleCount(condition, path);
    if (tooMany) return [tooMany];
    if (!isConstantFalse(condition)) return [];
    return [
      problemOf(
        'unreachable',
        path,
        `${name.zh}的条件对谁都不成立，改掉或删掉它。`,
        `The condition of ${name.en} holds for nobody. Change it, or remove it.`,
      ),
    ];
  });
}

function impossibleCount(condition: Condition, path: string[]): Problem | undefined {
  if ('not' in condition) return impossibleCount(condition.not, [...path, 'not']);
  if ('atLeast' in condition) {
    const { n, of } = condition.atLeast;
    if (n > of.length) {
      return problemOf(
        'unreachable',
        [...path, 'atLeast', 'n'],
        `要满足 ${n} 个条件，但只列了 ${of.length} 个。减少数量，或补上条件。`,
        `It asks for ${n} of ${of.length} conditions. Ask for fewer, or add some.`,
      );
    }
    return firstOf(of, (part, at) => impossibleCount(part, [...path, 'atLeast', 'of', String(at)]));
  }
  if ('all' in condition)
    return firstOf(condition.all, (part, at) => impossibleCount(part, [...path, 'all', String(at)]));
  if ('any' in condition)
    return firstOf(condition.any, (part, at) => impossibleCount(part, [...path, 'any', String(at)]));
  return undefined;
}

function firstOf<T, R>(list: readonly T[], find: (entry: T, at: number) => R | undefined): R | undefined {
  for (const [at, entry] of list.entries()) {
    const found = find(entry, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** False for everybody because it asks nothing of anybody. */
function isConstantFalse(condition: Condition): boolean {
  const constant = constantOf(condition);
  return constant === false;
}

function constantOf(condition: Condition): boolean | undefined {
  if ('expression' in condition) {
    const compiled = compileExpression(condition.expression);
    if ('problem' in compiled || compiled.asksPerson) return undefined;
    return compiled.evaluate({}) === true;
  }
  if ('not' in condition) {
    const inner = constantOf(condition.not);
    return inner === undefined ? undefined : !inner;
  }
  if ('all' in condition) {
    const parts = condition.all.map(constantOf);
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
  }
  if ('any' in condition) {
    const parts = condition.any.map(constantOf);
    return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
  }
  return undefined;
}

function contradictory(index: CheckIndex): Problem[] {
  return contradictions(index).flatMap(({ key, source }) => {
    const placed = index.items.get(key);
    if (!placed) return [];
    const [name, from] = [nameOf(index, key), nameOf(index, source)];
    return [
      problemOf(
        'unreachable',
        itemPath(placed),
        `${name.zh}要求${from.zh}同时有两种不能并存的结果，永远开放不了。把汇合规则改成 ANY，或删掉一个关联。`,
        `${sentenceStart(name.en)} wants two results of ${from.en} that exclude each other, so it never opens. Join its links with ANY, or remove one.`,
      ),
    ];
  });
}
