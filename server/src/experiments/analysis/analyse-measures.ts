import type { LocalizedText } from '@planwright/schema/text';
import { holm } from '../../statistics/index.js';
import { say } from '../generated/messages.js';
import { estimateDifference } from './estimate-difference.js';
import type { EstimateLine, ExperimentData, GuardrailState, MeasureData, MeasureLine } from './experiment-data.js';
import { figure, signed, withUnit } from './numbers-in-words.js';

/**
 * The declared metrics beside the primary one. p is corrected for how many were declared in the same role, over all
 * comparisons. A guardrail holds where even the far end of its interval is no worse than the margin: all of them together
 * hold only if each does, so that needs no correction; calling one worse does, and goes by the corrected p.
 */
export function analyseMeasures(data: ExperimentData): MeasureLine[] {
  const found = (data.measures ?? []).flatMap((measure) => linesOf(data, measure));
  return (['GUARDRAIL', 'SECONDARY'] as const).flatMap((role) => {
    const own = found.filter((one) => one.measure.role === role);
    const adjusted = holm(own.map(({ line }) => line.pValue ?? 1));
    return own.map(({ measure, arm, reference, line }, i): MeasureLine => {
      const adjustedP = line.pValue === null ? null : (adjusted[i] ?? null);
      const state = role === 'GUARDRAIL' ? stateOf(measure, line, adjustedP) : null;
      const { key: metric, title, unit } = measure.metric;
      const of = { metric, title, unit, role, margin: measure.margin, arm, reference };
      return { ...of, line, adjustedP, state, sentence: sentenceOf(measure, line, adjustedP, state) };
    });
  });
}

function linesOf(data: ExperimentData, measure: MeasureData) {
  const values = new Map(measure.values.map((value) => [value.personId, value]));
  const { measures: _measures, ...own } = data;
  const ofMeasure: ExperimentData = {
    ...own,
    metric: measure.metric,
    members: data.members.map((member) => ({
      ...member,
      baseline: values.get(member.personId)?.baseline ?? null,
      outcome: values.get(member.personId)?.outcome ?? null,
    })),
  };
  const [reference, ...others] = data.arms;
  return others.map(({ key }) => ({
    measure,
    arm: key,
    reference: reference?.key ?? '',
    line: estimateDifference(ofMeasure, key).primary,
  }));
}

function stateOf({ metric, margin }: MeasureData, line: EstimateLine, adjustedP: number | null): GuardrailState {
  if (line.low === null || line.high === null) return 'OPEN';
  // How much worse it may be at the far end of the interval, as a positive figure.
  const worst = metric.direction === 'HIGHER_IS_BETTER' ? -line.low : line.high;
  const best = metric.direction === 'HIGHER_IS_BETTER' ? -line.high : line.low;
  if (best > 0 && (adjustedP ?? 1) < 0.05) return 'WORSE';
  return worst <= (margin ?? 0) ? 'HELD' : 'OPEN';
}

function sentenceOf(
  { metric, margin }: MeasureData,
  line: EstimateLine,
  adjustedP: number | null,
  state: GuardrailState | null,
): LocalizedText {
  const { title } = metric;
  if (line.low === null || line.high === null) {
    return say('analyseMeasures.cannotJudged', { title, why: line.note ?? say('analyseMeasures.cannotBeComputed') });
  }
  const range = { low: signed(line.low), high: withUnit(signed(line.high), metric.unit) };
  const accepted = withUnit(figure(margin ?? 0), metric.unit);
  switch (state) {
    case 'HELD':
      return say('analyseMeasures.didNotGet', { title, ...range, accepted });
    case 'WORSE':
      return say('analyseMeasures.gotWorseFind', { title, ...range });
    case 'OPEN':
      return say('analyseMeasures.whetherGotWorse', { title, ...range, accepted });
    case null:
      return (adjustedP ?? 1) < 0.05
        ? say('analyseMeasures.differsTooAfter', { title, ...range })
        : say('analyseMeasures.noDifferenceCan', { title, ...range });
    default:
      return state satisfies never;
  }
}
