// biome-ignore-all lint/suspicious/noImportCycles: what opens asks for dates and results, and these ask what has opened
import { addLag, type Lag } from '../calendar/index.js';
import { type Condition, compileExpression } from '../definition/index.js';
import type { LinkResult } from '../kinds/index.js';
import type { Instant } from '../time/index.js';
import { assertNever } from './assert-never.js';
import { dateIn, isKnown } from './dates.js';
import { notApplicable, stageGate } from './opening.js';
import type { IndexedItem } from './plan-index.js';
import { resultOver } from './result.js';
import type { Settling } from './settling.js';
import { append, atLeast, lingering, type Span, union } from './span.js';
import { atLeastOf, not, type Truth, trueFrom } from './truth.js';

/** What an item needs before it opens: `n` of these parts, down to single facts. `not` is pushed to the leaves. */
export type Need = Leaf | { kind: 'parts'; n: number; parts: readonly Need[]; truth: Truth };

export type Leaf =
  | { kind: 'stage'; stage: number; truth: Truth; opensAt?: Instant }
  | { kind: 'date'; opensAt: Instant; truth: Truth; provisional: boolean }
  | { kind: 'awaiting'; awaiting: string; truth: Truth }
  | { kind: 'item'; item: number; on: LinkResult; negated: boolean; truth: Truth; met: Truth; provisional: boolean }
  | { kind: 'order'; item?: number; group?: number; truth: Truth }
  | { kind: 'expression'; expression: string; negated: boolean; truth: Truth };

const lasting = ({ yes, no }: Truth): Truth => ({ yes: lingering(yes), no });

function parts(n: number, list: readonly Need[]): Need {
  const [only] = list;
  if (only && list.length === 1 && n === 1) return only;
  return {
    kind: 'parts',
    n,
    parts: list,
    truth: atLeastOf(
      n,
      list.map((part) => part.truth),
    ),
  };
}

/** All that the language asks before the item opens, but for pauses. */
export function needOf(s: Settling, indexed: IndexedItem): Need {
  const list: Need[] = [stageNeed(s, indexed.stage)];
  const own = ownDate(s, indexed);
  if (own) list.push(own);
  if (indexed.links.length > 0) list.push(linksNeed(s, indexed));
  if (indexed.condition) list.push(conditionNeed(s, indexed.condition, false));
  for (const item of indexed.before) {
    const { yes } = resultOver(s, item, 'COMPLETED');
    list.push({
      kind: 'order',
      item,
      truth: { yes: union(lingering(yes), lingering(notApplicable(s, item))), no: [] },
    });
  }
  for (const group of indexed.groupsBefore) list.push(groupNeed(s, group));
  return parts(list.length, list);
}

function stageNeed(s: Settling, stage: number): Leaf {
  const gate = stageGate(s, stage);
  const truth = gate.at === undefined ? { yes: [], no: gate.never } : trueFrom(gate.at);
  return { kind: 'stage', stage, truth, opensAt: gate.at };
}

function ownDate(s: Settling, { item, index, stage, opensSlot }: IndexedItem): Leaf | undefined {
  const date = dateIn(s, opensSlot, item.opens, { stage, item: index });
  if (!date) return undefined;
  if (!isKnown(date)) return { kind: 'awaiting', awaiting: date.awaiting, truth: { yes: [], no: date.never } };
  return { kind: 'date', opensAt: date.at, truth: trueFrom(date.at), provisional: date.provisional };
}

function linksNeed(s: Settling, { links, join }: IndexedItem): Need {
  const list = links.map(({ from, link }) => itemNeed(s, from, link.on, false, link.lag));
  switch (join.rule) {
    case 'ALL':
      return parts(list.length, list);
    case 'ANY':
      return parts(1, list);
    case 'AT_LEAST':
      return parts(join.n, list);
    default:
      return assertNever(join);
  }
}

function itemNeed(s: Settling, item: number, on: LinkResult, negated: boolean, lag?: Lag): Leaf {
  const result = resultOver(s, item, on);
  const met = lasting(negated ? not(result) : result);
  if (!lag) return { kind: 'item', item, on, negated, truth: met, met, provisional: false };
  const waits = met.yes.map(({ from }) => addLag(from, lag, s.dateContext));
  const yes = met.yes.flatMap(({ to }, i): Span[] => {
    const from = waits[i]?.at;
    if (from === undefined || (to !== undefined && to <= from)) return [];
    return [to === undefined ? { from } : { from, to }];
  });
  const provisional = waits.some((wait) => wait.provisional);
  return { kind: 'item', item, on, negated, truth: { yes, no: met.no }, met, provisional };
}

function conditionNeed(s: Settling, condition: Condition, negated: boolean): Need {
  if ('item' in condition) {
    const item = s.plan.itemAt.get(condition.item);
    return item === undefined
      ? { kind: 'expression', expression: condition.item, negated, truth: { yes: [], no: [] } }
      : itemNeed(s, item, condition.is, negated);
  }
  if ('expression' in condition) {
    const truth = expressionOver(s, condition.expression);
    return {
      kind: 'expression',
      expression: condition.expression,
      negated,
      truth: lasting(negated ? not(truth) : truth),
    };
  }
  if ('not' in condition) return conditionNeed(s, condition.not, !negated);
  const [n, of] =
    'all' in condition
      ? [condition.all.length, condition.all]
      : 'any' in condition
        ? [1, condition.any]
        : [condition.atLeast.n, condition.atLeast.of];
  const list = of.map((part) => conditionNeed(s, part, negated));
  // Fewer than n hold exactly when more than (all − n) do not.
  return parts(negated ? of.length - n + 1 : n, list);
}

/** An expression over what was known of the person, version by version. */
function expressionOver(s: Settling, expression: string): Truth {
  const compiled = compileExpression(expression);
  const yes: Span[] = [];
  const no: Span[] = [];
  if ('problem' in compiled) return { yes, no };
  s.state.facts.forEach(({ from, facts }, i) => {
    const answer = compiled.evaluate(facts);
    if (answer !== 'unknown') append(answer ? yes : no, from, s.state.facts[i + 1]?.from);
  });
  return { yes, no };
}

/** An elective group that comes first: enough were done, or all that could be. */
function groupNeed(s: Settling, group: number): Leaf {
  const { items, group: definition } = s.plan.groups[group] ?? { items: [], group: undefined };
  const completed = items.map((item) => lingering(resultOver(s, item, 'COMPLETED').yes));
  const used = items.map((item, i) => union(completed[i] ?? [], lingering(notApplicable(s, item))));
  const enough = atLeast(definition?.choose ?? 1, completed);
  return {
    kind: 'order',
    group,
    truth: { yes: union(enough, atLeast(Math.max(1, used.length), used)), no: [] },
  };
}
