import { BOUNDS, SCENARIOS, share } from '../src/reports/analysis/testing/error-rates.js';

/** One process of the soak of figures: gets a scenario's number, answers with how often the product was wrong in it. */
process.on('message', ({ scenario, runs }: { scenario: number; runs: number }) => {
  const one = SCENARIOS[scenario];
  if (!one) throw new Error(`no scenario ${scenario}`);
  const found = share(one, runs, 'soak');
  const [low, high] = BOUNDS.coverage;
  const holds = one.kind === 'COVERAGE' ? found >= low && found <= high : found <= BOUNDS.falseAlarms;
  process.send?.({ name: one.name, kind: one.kind, found, holds });
});
process.send?.({ scenarios: SCENARIOS.length });
