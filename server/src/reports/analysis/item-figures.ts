import { type Item, type Kind, kindOf } from '@planwright/schema/kinds';
import type { ItemFact, PersonRow } from '../../outcomes/person-rows/index.js';
import { describe, studentT } from '../../statistics/index.js';
import { correlate, type Series } from './correlate.js';
import { running } from './process-section.js';
import type { ItemLine, ReportInput } from './report-data.js';
import { shareLine } from './share-lines.js';

/** What became of each item of these kinds, over the people it applies to. */
export function itemFigures(input: ReportInput, family: Kind['family']): ItemLine[] {
  const people = running(input.rows);
  const outcome = outcomeSeries(input, people);
  return input.definition.stages
    .flatMap(({ items }) => items)
    .filter((item) => kindOf(item).family === family)
    .map((item) => {
      const facts = people.map((row) => row.items.find(({ key }) => key === item.key));
      const known = facts.filter((fact) => fact !== undefined);
      const decided = known.filter(({ onTime }) => onTime !== undefined);
      return {
        itemKey: item.key,
        title: item.title,
        completion: shareLine(
          'completion',
          item.title,
          known.map(({ done }) => one(done)),
        ),
        onTime: shareLine(
          'onTime',
          item.title,
          decided.map(({ onTime }) => one(onTime === true)),
        ),
        quality: qualityOf(known),
        ...(outcome === null ? { association: null } : associationOf(item, facts, outcome)),
      };
    });
}

/** One item of one person. */
const one = (isDone: boolean) => ({ count: isDone ? 1 : 0, of: 1 });

/** Mean score and its t interval; null under two scores, or where nobody was scored. */
function qualityOf(facts: readonly ItemFact[]): ItemLine['quality'] {
  const scores = facts.flatMap(({ score }) => (score === undefined ? [] : [score]));
  if (scores.length === 0) return null;
  const { mean, standardDeviation, n } = describe(scores);
  if (standardDeviation === null) return { mean, low: null, high: null, n };
  const margin = (standardDeviation / Math.sqrt(n)) * studentT.quantile(0.975, n - 1);
  return { mean, low: mean - margin, high: mean + margin, n };
}

function outcomeSeries({ metrics, primaryMetric }: ReportInput, people: readonly PersonRow[]): Series | null {
  const metric = metrics.find(({ key }) => key === primaryMetric);
  if (!metric) return null;
  return {
    key: metric.key,
    title: metric.title,
    values: people.map(({ outcome }) => outcome[metric.key]?.value ?? null),
  };
}

/** By score where most were scored, since that says more than having been there; else by having done it. */
function associationOf(
  item: Item,
  facts: readonly (ItemFact | undefined)[],
  outcome: Series,
): Pick<ItemLine, 'association' | 'associationBy'> {
  const scored = facts.filter((fact) => fact?.score !== undefined).length;
  const useScore = scored * 2 > facts.length;
  const values = facts.map((fact) => (fact === undefined ? null : useScore ? (fact.score ?? null) : fact.done ? 1 : 0));
  return {
    association: correlate({ key: item.key, title: item.title, values, exposure: !useScore }, outcome),
    associationBy: useScore ? 'SCORE' : 'DONE',
  };
}
