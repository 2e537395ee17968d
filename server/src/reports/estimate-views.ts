import { type Language, textIn } from '@planwright/schema/text';
import type { EstimateLine, IntegrityFinding } from '../experiments/analysis/index.js';
import type { EstimateType, IntegrityCheckType } from '../experiments/index.js';

export const estimateFrom = (line: EstimateLine, language: Language): EstimateType => ({
  method: textIn(line.method, language),
  estimate: line.estimate,
  low: line.low,
  high: line.high,
  pValue: line.pValue,
  note: line.note ? textIn(line.note, language) : null,
});

export const integrityFrom = (
  { key, passed, value, text }: IntegrityFinding,
  language: Language,
): IntegrityCheckType => ({
  key,
  passed,
  value,
  text: textIn(text, language),
});
