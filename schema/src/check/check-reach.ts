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
import { inEach } from '../words/index.js';
import { type CheckIndex, conditionLeaves, conditionOf, itemPath, joinOf, nameOf, neededLinks } from './check-index.js';
import { contradictions } from './contradictions.js';
import { say, sayIn } from './generated/messages.js';
import { givesScore, isEmptyBand } from './link-results.js';

/** `unreachable`: what can never open, at the spot that causes it. What only follows from another's mistake is not named again. */
export function unreachableProblems(index: CheckIndex): Problem[] {
  return [...deadLinks(index), ...deadJoins(index), ...deadConditions(index), ...contradictory(index)];
}

function deadLinks(index: CheckIndex): Problem[] {
  return [...index.linksInto.values()].flat().flatMap(({ link, index: at }) => {
    const to = nameOf(index, link.to);
    return impossibleResult(
      index,
      link.from,
      link.on,
      ['links', String(at), 'on'],
      say('checkReach.waitsVain', { to }),
    );
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
      return [problemOf('unreachable', path, say('checkReach.noScoreLies', { low, high, effect }))];
    }
    if (givesScore(item)) return [];
    return [problemOf('unreachable', path, say('checkReach.givesNoScore', { name: sentenceStart(name), effect }))];
  }
  if (resultsOf(item).has(on)) return [];
  const known = [...resultsOf(item)];
  return [
    problemOf(
      'unreachable',
      path,
      say('checkReach.neverThat', {
        name: sentenceStart(name),
        result: inEach((language) => describeLinkResult(on, language)),
        on,
        effect,
        choice: inEach((language) =>
          known
            .map((result) => sayIn(language, 'checkReach.choice', { result: describeLinkResult(result, language) }))
            .join(sayIn(language, 'checkReach.or')),
        ),
      }),
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
        say('checkReach.waitsLinksBut', { name: sentenceStart(name), needed, count }),
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
        ? impossibleResult(
            index,
            leaf.item,
            leaf.is,
            [...path, ...below, 'is'],
            say('checkReach.conditionMeansNothing', { name }),
          )
        : [],
    );
    if (leaves.length > 0) return leaves;
    const tooMany = impossibleCount(condition, path);
    if (tooMany) return [tooMany];
    if (!isConstantFalse(condition)) return [];
    return [problemOf('unreachable', path, say('checkReach.conditionHoldsNobody', { name }))];
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
        say('checkReach.impossibleCount', { n, count: of.length }),
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
        say('checkReach.wantsTwoResults', { name: sentenceStart(name), from }),
      ),
    ];
  });
}
